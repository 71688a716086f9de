package org.stanj.cli.report;

import java.util.List;
import java.util.Locale;

/** The program, line by line, with the times of its gradients where they are known. */
final class ProgramHtml {
  private ProgramHtml() {}

  static String listing(ReportInputs inputs) {
    if (inputs.program().isEmpty()) {
      return "<p class=\"note\">The program is not known: CSV files do not have it."
          + " <code>stanj report --program=m.stan</code> shows it here.</p>";
    }
    List<String> lines = inputs.program().orElseThrow().lines().toList();
    boolean timed = inputs.times().total() > 0;
    StringBuilder out = new StringBuilder();
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Program\">");
    out.append("<table class=\"code\"><caption class=\"hidden\">The program");
    out.append(timed ? " with the time of gradients in each line" : "").append("</caption>");
    if (timed) {
      out.append("<thead><tr><th scope=\"col\">Line</th><th scope=\"col\">Time</th>");
      out.append("<th scope=\"col\" class=\"text\">Program</th></tr></thead>");
    }
    out.append("<tbody>");
    for (int i = 0; i < lines.size(); i++) {
      out.append("<tr><th scope=\"row\">").append(i + 1).append("</th>");
      if (timed) {
        out.append(time(inputs.times(), i + 1));
      }
      out.append("<td class=\"source\">").append(Html.text(lines.get(i))).append("</td></tr>");
    }
    out.append("</tbody></table></div>");
    return out.append(note(inputs, timed)).toString();
  }

  /** The share of the line, also as the strength of its colour. */
  private static String time(LineTimes times, int line) {
    double share = times.seconds().getOrDefault(line, 0.0) / times.total();
    if (!(share > 0)) {
      return "<td></td>";
    }
    return String.format(
        Locale.ROOT,
        "<td style=\"background:rgba(var(--hot),%.2f)\">%.1f %%</td>",
        0.6 * Math.sqrt(share),
        100 * share);
  }

  private static String note(ReportInputs inputs, boolean timed) {
    return timed
        ? String.format(
            Locale.ROOT,
            "<p class=\"note\">Share of the %.3g s that gradients took.</p>",
            inputs.times().total())
        : "";
  }
}
