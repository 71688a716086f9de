package org.stanj.cli.report;

import java.util.List;
import java.util.Set;
import org.stanj.runtime.io.ColumnName;

/** Head and body of the summary table. */
final class TableHtml {
  /** A browser can still scroll and sort so many. */
  static final int MOST_ROWS = 20_000;

  private static final List<String> TITLES =
      List.of(
          "Quantity",
          "mean",
          "MCSE",
          "sd",
          "5%",
          "50%",
          "95%",
          "ESS bulk",
          "ESS tail",
          "R-hat",
          "Remark");
  private static final int BULK = 7;
  private static final int TAIL = 8;
  private static final int R_HAT = 9;

  private TableHtml() {}

  /**
   * The rows of quantities in the order of a table.
   *
   * @param plotted names of those that have plots
   */
  static String table(List<Quantity> quantities, Set<String> plotted, int chains) {
    StringBuilder out = new StringBuilder("<thead><tr>");
    for (String title : TITLES) {
      boolean text = title.equals("Quantity") || title.equals("Remark");
      out.append("<th scope=\"col\" aria-sort=\"none\"").append(text ? " class=\"text\"" : "");
      out.append("><button type=\"button\">").append(title).append("</button></th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    List<String> names = quantities.stream().map(Quantity::name).toList();
    ColumnName.rowMajor(names).stream()
        .limit(MOST_ROWS)
        .forEach(i -> row(out, quantities.get(i), plotted, chains));
    return out.append("</tbody>").toString();
  }

  private static void row(StringBuilder out, Quantity quantity, Set<String> plotted, int chains) {
    boolean linked = plotted.contains(quantity.name());
    out.append("<tr><th scope=\"row\">");
    out.append(linked ? Html.variable(quantity.name()) : Html.text(quantity.name()));
    out.append("</th>");
    List<String> cells = SummaryRow.of(quantity.name(), quantity.summary()).cells();
    double enough = Quantity.enough(chains);
    for (int c = 1; c < cells.size(); c++) {
      boolean flagged =
          c == R_HAT && quantity.highRHat()
              || c == BULK && quantity.summary().essBulk() < enough
              || c == TAIL && quantity.summary().essTail() < enough;
      out.append(flagged ? "<td class=\"flag\">" : "<td>").append(cells.get(c)).append("</td>");
    }
    out.append("<td class=\"remark\">").append(quantity.remark(chains)).append("</td></tr>\n");
  }
}
