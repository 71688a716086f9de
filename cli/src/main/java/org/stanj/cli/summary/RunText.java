package org.stanj.cli.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the table says of the run itself, before and behind the numbers. */
final class RunText {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  /** Of times, whatever the table has. */
  private static final int FIGURES = 2;

  private final Draws draws;

  RunText(Draws draws) {
    this.draws = draws;
  }

  /** The lines above the table. */
  List<String> head() {
    List<String> lines = new ArrayList<>();
    lines.add("Inference for Stan model: " + draws.setting("model", ""));
    lines.add(
        "%d chains: each with iter=%d; warmup=%d; thin=%d; %d iterations saved."
            .formatted(
                draws.chains().size(),
                draws.number("num_samples", draws.number("output_samples", 0)),
                draws.number("num_warmup", 0),
                draws.number("thin", 1),
                draws.iterations()));
    lines.add("");
    lines.add(time("Warmup", draws.warmup()));
    lines.add(time("Sampling", draws.sampling()));
    return lines;
  }

  /** The lines below it. */
  List<String> foot() {
    return List.of(
        "Samples were drawn using %s with %s."
            .formatted(draws.setting("algorithm", ""), draws.setting("engine", "")),
        "For each parameter, ESS_bulk and ESS_tail measure the effective sample size for the"
            + " entire sample (bulk) and for the .05 and .95 tails (tail), ",
        "and R_hat measures the potential scale reduction on split chains."
            + " At convergence R_hat will be very close to 1.00.");
  }

  private String time(String phase, double[] seconds) {
    if (seconds.length == 1) {
      return phase + " took " + number(seconds[0], unit(seconds[0]));
    }
    List<String> each =
        Arrays.stream(seconds).mapToObj(s -> ColumnFormat.fixed(s, FIGURES)).toList();
    double total = Arrays.stream(seconds).sum();
    return "%s took (%s) seconds, %s total"
        .formatted(phase, String.join(", ", each), number(total, unit(total)));
  }

  private String number(double seconds, double unit) {
    return ColumnFormat.fixed(seconds / unit, FIGURES) + " " + name(unit);
  }

  private static double unit(double seconds) {
    return seconds > HOUR ? HOUR : seconds > MINUTE ? MINUTE : 1;
  }

  private static String name(double unit) {
    return unit == HOUR ? "hours" : unit == MINUTE ? "minutes" : "seconds";
  }
}
