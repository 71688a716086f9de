package org.stanj.cli.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stanj.runtime.diagnostics.Convergence;

/**
 * How well chains agree so far.
 *
 * @param draws of each chain that were looked at
 * @param chains that have draws
 * @param quantities that vary
 * @param worst name of the one with the largest R-hat; empty if none is defined
 * @param rHat of it
 */
record Agreement(int draws, int chains, int quantities, String worst, double rHat) {
  private static final int LEAST = 10;

  static final Agreement NONE = new Agreement(0, 0, 0, "", Double.NaN);

  /** The agreement of the draws that all chains have; none while one has few. */
  static Agreement of(List<GrowingDraws> all) {
    int count = all.stream().mapToInt(GrowingDraws::count).min().orElse(0);
    int step = all.stream().mapToInt(GrowingDraws::step).max().orElse(1);
    int length = (count + step - 1) / step;
    boolean alike = all.stream().map(GrowingDraws::names).distinct().count() == 1;
    if (length < LEAST || !alike) {
      return NONE;
    }
    List<String> names = all.get(0).names();
    String worst = "";
    double most = Double.NaN;
    int defined = 0;
    for (int c = 0; c < names.size(); c++) {
      int column = c;
      double[][] draws =
          all.stream()
              .map(chain -> Arrays.copyOf(chain.column(column, step), length))
              .toArray(double[][]::new);
      double rHat = Convergence.rHat(draws);
      defined += Double.isNaN(rHat) ? 0 : 1;
      if (!Double.isNaN(rHat) && !(rHat <= most)) {
        most = rHat;
        worst = names.get(c);
      }
    }
    return new Agreement(count, all.size(), defined, worst, most);
  }

  /** For example {@code R-hat so far: at most 1.012 (tau) of 11 quantities, 4 chains of 320}. */
  String line() {
    return worst.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "R-hat so far: at most %.3f (%s) of %d quantities, %s of %d draws",
            rHat,
            worst,
            quantities,
            chains == 1 ? "1 chain" : chains + " chains",
            draws);
  }
}
