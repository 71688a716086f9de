package org.stanj.cli.summary;

import java.util.List;
import java.util.stream.IntStream;
import org.stanj.runtime.diagnostics.Autocorrelation;

/** The autocorrelations of one chain, all columns beside each other. */
final class AutocorrelationTable {
  /** The number 0/0 of the programs has a sign. */
  private static final double UNDEFINED = Double.longBitsToDouble(0xfff8000000000000L);

  private AutocorrelationTable() {}

  /**
   * The text, title first.
   *
   * @param chain from 1
   * @param format of the number that was written last
   * @param decimals of the number that was written last
   */
  static String text(Draws draws, int chain, ColumnFormat format, int decimals) {
    int width = 1 + draws.names().stream().mapToInt(String::length).max().orElse(0);
    int lagWidth = 1 + Integer.toString(draws.iterations()).length();
    StringBuilder out = new StringBuilder("Displaying the autocorrelations for chain ");
    out.append(chain).append(":\n\n").append(right("Lag", Math.max(4, lagWidth)));
    draws.names().forEach(name -> out.append(right(name, width)));
    out.append('\n');
    List<double[]> columns =
        IntStream.range(0, draws.names().size())
            .mapToObj(c -> Autocorrelation.of(draws.column(c)[chain - 1]))
            .toList();
    for (int lag = 0; lag < draws.iterations(); lag++) {
      out.append(right(Integer.toString(lag), lagWidth));
      for (double[] column : columns) {
        double value = Double.isNaN(column[lag]) ? UNDEFINED : column[lag];
        String text =
            format.scientific()
                ? StreamText.scientific(value, decimals)
                : StreamText.fixed(value, decimals);
        out.append(right(text, width));
      }
      out.append('\n');
    }
    return out.append('\n').toString();
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
