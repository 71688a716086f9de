package org.stanj.cli.report;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Which quantities have plots, so that a page can be sent by mail: all of them if they are not too
 * many, else those that look worst and the first ones.
 *
 * @param plotted in the order of the file
 * @param pairs those that are plotted against each other at first
 */
record PlotChoice(List<Quantity> plotted, List<Quantity> pairs) {
  private static final int MOST = 200;
  private static final int LEAST = 20;

  /** Lines of one kind in the page: quantities times chains. */
  private static final int MOST_LINES = 1200;

  private static final int PAIRS = 4;

  static PlotChoice of(List<Quantity> quantities, int chains) {
    List<Quantity> shown =
        quantities.stream().filter(q -> q.state() == Quantity.State.VARYING).toList();
    int most = Math.max(LEAST, Math.min(MOST, MOST_LINES / chains));
    Set<Quantity> chosen = new LinkedHashSet<>();
    shown.stream().filter(q -> q.name().equals("lp__")).forEach(chosen::add);
    first(shown, q -> -q.summary().rHat()).limit(most / 4).forEach(chosen::add);
    first(shown, Quantity::ess).limit(most / 4).forEach(chosen::add);
    first(shown, q -> -Math.abs(q.separation())).limit(most / 4).forEach(chosen::add);
    shown.stream().limit(most).forEach(chosen::add);
    Set<Quantity> kept = new LinkedHashSet<>(chosen.stream().limit(most).toList());
    List<Quantity> plotted = shown.stream().filter(kept::contains).toList();
    return new PlotChoice(plotted, pairs(plotted));
  }

  /** Where divergences lie apart, then what mixes worst; lp__ last. */
  private static List<Quantity> pairs(List<Quantity> plotted) {
    List<Quantity> model = plotted.stream().filter(q -> !q.name().equals("lp__")).toList();
    Set<Quantity> chosen = new LinkedHashSet<>();
    first(model, q -> -Math.abs(q.separation()))
        .filter(q -> q.separation() != 0)
        .limit(PAIRS - 1)
        .forEach(chosen::add);
    first(model, Quantity::ess).limit(PAIRS - 1).forEach(chosen::add);
    Stream<Quantity> density = plotted.stream().filter(q -> q.name().equals("lp__"));
    return Stream.concat(chosen.stream().limit(PAIRS - 1), density).toList();
  }

  private static Stream<Quantity> first(List<Quantity> of, ToDoubleFunction<Quantity> order) {
    return of.stream().sorted(Comparator.comparingDouble(order));
  }
}
