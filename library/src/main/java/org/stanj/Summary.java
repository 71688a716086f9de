package org.stanj;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** A table of statistics. */
public final class Summary {
  private final List<SummaryRow> rows;

  Summary(List<SummaryRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /** All rows. */
  public List<SummaryRow> rows() {
    return rows;
  }

  /**
   * The row of a column.
   *
   * @param name such as {@code theta[1]}
   * @throws NoSuchElementException if there is none
   */
  public SummaryRow row(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no row " + name));
  }

  /** The table as text, a line each row. */
  @Override
  public String toString() {
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    String[] titles = {"mean", "MCSE", "sd", "5%", "50%", "95%", "ESS_bulk", "ESS_tail", "R_hat"};
    StringBuilder text = new StringBuilder(" ".repeat(width));
    for (String title : titles) {
      text.append(String.format(Locale.ROOT, " %10s", title));
    }
    for (SummaryRow row : rows) {
      text.append('\n').append(row.name()).append(" ".repeat(width - row.name().length()));
      append(text, "%10.4g", row.mean(), row.mcse(), row.sd());
      append(text, "%10.4g", row.quantile(0.05), row.quantile(0.5), row.quantile(0.95));
      append(text, "%10.0f", row.essBulk(), row.essTail());
      append(text, "%10.3f", row.rHat());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String format, double... values) {
    for (double value : values) {
      text.append(' ').append(String.format(Locale.ROOT, format, value));
    }
  }
}
