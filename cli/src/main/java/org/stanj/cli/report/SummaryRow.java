package org.stanj.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stanj.runtime.diagnostics.Summary;

/**
 * A row of the summary table as texts, name first. Numbers of a row have as many decimals as its
 * standard deviation needs for three digits, so that they can be read down and across.
 */
public record SummaryRow(List<String> cells) {
  private static final List<String> TITLES =
      List.of("", "mean", "MCSE", "sd", "5%", "50%", "95%", "ESS_bulk", "ESS_tail", "R_hat");
  private static final int SD_DIGITS = 3;
  private static final int MOST_DECIMALS = 6;
  private static final double LARGE = 1e9;

  public SummaryRow {
    cells = List.copyOf(cells);
  }

  /** The row of a quantity. */
  public static SummaryRow of(String name, Summary s) {
    int decimals = decimals(s.sd());
    return new SummaryRow(
        List.of(
            name,
            number(s.mean(), decimals),
            number(s.mcse(), decimals(s.mcse()) - 1),
            number(s.sd(), decimals),
            number(s.q5(), decimals),
            number(s.median(), decimals),
            number(s.q95(), decimals),
            number(s.essBulk(), 0),
            number(s.essTail(), 0),
            number(s.rHat(), 3)));
  }

  /** Lines with aligned columns: titles, then the rows. */
  public static List<String> table(List<SummaryRow> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(TITLES);
    rows.forEach(row -> all.add(row.cells));
    int[] widths = new int[TITLES.size()];
    for (List<String> cells : all) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], cells.get(c).length());
      }
    }
    return all.stream().map(cells -> line(cells, widths)).toList();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(cells.get(0));
    line.append(" ".repeat(widths[0] - cells.get(0).length()));
    for (int c = 1; c < widths.length; c++) {
      line.append(" ".repeat(2 + widths[c] - cells.get(c).length())).append(cells.get(c));
    }
    return line.toString();
  }

  private static int decimals(double spread) {
    if (!(spread > 0) || Double.isInfinite(spread)) {
      return 2;
    }
    int first = (int) Math.floor(Math.log10(spread));
    return Math.max(0, Math.min(MOST_DECIMALS, SD_DIGITS - 1 - first));
  }

  private static String number(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    boolean tiny = value != 0 && Math.abs(value) < Math.pow(10, -MOST_DECIMALS);
    if (Math.abs(value) >= LARGE || tiny) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    return String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "f", value);
  }
}
