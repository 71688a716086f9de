package org.stanj.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stanj.cli.draws.Run;
import org.stanj.runtime.diagnostics.Summary;

/** Computes the figures of the quantities of a run, column by column. */
final class Quantities {
  private static final int LEAST_DRAWS = 4;

  /** Fewer divergent draws have no mean to speak of. */
  private static final int LEAST_DIVERGENT = 5;

  /** Standard errors that the mean of some of the draws reaches in one of many quantities. */
  private static final double BY_CHANCE = 4;

  /** Up to so many draws several columns are in memory at once. */
  private static final long SMALL = 50_000;

  private final Run run;
  private final boolean[][] divergent;

  Quantities(Run run, Transitions transitions) {
    this.run = run;
    this.divergent = transitions.divergent();
  }

  /** Those of the model that the choice has, behind {@code lp__}, in the order of the file. */
  List<Quantity> all(NameChoice choice) {
    List<Integer> columns =
        IntStream.range(0, run.names().size())
            .filter(c -> isShown(run.names().get(c), choice))
            .boxed()
            .toList();
    boolean small = (long) run.draws() * run.chains().size() <= SMALL;
    Stream<Integer> each = small ? columns.parallelStream() : columns.stream();
    return each.map(this::quantity).toList();
  }

  private static boolean isShown(String name, NameChoice choice) {
    return name.equals("lp__") || !name.endsWith("__") && choice.has(name);
  }

  private Quantity quantity(int column) {
    double[][] draws = run.column(column);
    Summary summary = Summary.of(draws);
    return new Quantity(
        run.names().get(column), column, summary, state(draws), separation(draws, summary));
  }

  private static Quantity.State state(double[][] draws) {
    double first = draws[0][0];
    if (!Arrays.stream(draws).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      return Quantity.State.NOT_FINITE;
    }
    if (draws[0].length < LEAST_DRAWS) {
      return Quantity.State.FEW;
    }
    boolean constant =
        Arrays.stream(draws).flatMapToDouble(Arrays::stream).allMatch(x -> x == first);
    return constant ? Quantity.State.CONSTANT : Quantity.State.VARYING;
  }

  private double separation(double[][] draws, Summary summary) {
    double sum = 0;
    int count = 0;
    for (int c = 0; c < divergent.length; c++) {
      for (int i = 0; i < draws[c].length; i++) {
        if (divergent[c][i]) {
          sum += draws[c][i];
          count++;
        }
      }
    }
    double distance = (sum / count - summary.mean()) / summary.sd();
    boolean told = count >= LEAST_DIVERGENT && Math.abs(distance) * Math.sqrt(count) > BY_CHANCE;
    return told ? distance : 0;
  }
}
