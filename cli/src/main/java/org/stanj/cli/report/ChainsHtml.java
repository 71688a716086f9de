package org.stanj.cli.report;

import java.util.List;
import java.util.Locale;
import org.stanj.cli.draws.ChainFacts;
import org.stanj.cli.draws.Run;
import org.stanj.runtime.io.RealFormat;

/** Head and body of the table of chains. */
final class ChainsHtml {
  private static final List<String> TITLES =
      List.of(
          "Chain",
          "File",
          "Draws",
          "Divergent",
          "At maximum depth",
          "E‑BFMI",
          "Mean acceptance",
          "Mean leapfrogs",
          "Step size",
          "Metric",
          "Warmup, s",
          "Sampling, s");

  private ChainsHtml() {}

  static String table(Run run, Transitions transitions) {
    StringBuilder out = new StringBuilder("<thead><tr>");
    for (String title : TITLES) {
      boolean text = title.equals("File") || title.equals("Metric") || title.equals("Chain");
      out.append("<th scope=\"col\"").append(text ? " class=\"text\">" : ">");
      out.append(title).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (int c = 0; c < run.chains().size(); c++) {
      row(out, c, run.chains().get(c), transitions.chains().get(c));
    }
    return out.append("</tbody>").toString();
  }

  private static void row(
      StringBuilder out, int number, ChainFacts facts, Transitions.Chain chain) {
    RealFormat format = new RealFormat(3);
    double step = facts.adaptation().stepSize();
    String file = facts.source().isEmpty() ? "in memory" : facts.source();
    String metric = facts.adaptation().metric();
    out.append("<tr><th scope=\"row\">").append(number + 1).append("</th>");
    out.append("<td class=\"text\">").append(Html.text(file)).append("</td>");
    cell(out, String.valueOf(facts.draws()));
    cell(out, fixed(chain.divergent(), 0));
    cell(out, fixed(chain.deepest(), 0));
    cell(out, fixed(chain.bfmi(), 2));
    cell(out, fixed(chain.accept(), 2));
    cell(out, fixed(chain.leapfrogs(), 1));
    cell(out, Double.isNaN(step) ? "-" : format.text(step));
    out.append("<td class=\"text\">").append(metric.isEmpty() ? "-" : metric).append("</td>");
    cell(out, fixed(facts.warmup(), 2));
    cell(out, fixed(facts.sampling(), 2));
    out.append("</tr>\n");
  }

  private static void cell(StringBuilder out, String text) {
    out.append("<td>").append(text).append("</td>");
  }

  private static String fixed(double value, int decimals) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
