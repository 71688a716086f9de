package org.stanj.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Parts of sentences in findings. */
final class Words {
  private Words() {}

  /** Some of the quantities, least of {@code order} first. */
  static List<Quantity> sorted(
      List<Quantity> quantities, Predicate<Quantity> which, ToDoubleFunction<Quantity> order) {
    return quantities.stream().filter(which).sorted(Comparator.comparingDouble(order)).toList();
  }

  static List<String> names(List<Quantity> some) {
    return some.stream().map(Quantity::name).toList();
  }

  /** Chains that count from 0, as in {@code Chains 1, 3}. */
  static String chainNames(List<Integer> chains) {
    String numbers =
        chains.stream().map(c -> String.valueOf(c + 1)).collect(Collectors.joining(", "));
    return (chains.size() == 1 ? "Chain " : "Chains ") + numbers;
  }

  static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
