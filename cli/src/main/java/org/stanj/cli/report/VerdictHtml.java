package org.stanj.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stanj.cli.report.Verdict.Finding;
import org.stanj.cli.report.Verdict.Level;

/** The section that stands first. */
final class VerdictHtml {
  private static final int MOST_NAMES = 12;

  private VerdictHtml() {}

  static String section(Verdict verdict) {
    StringBuilder out = new StringBuilder();
    out.append("<section id=\"verdict\" class=\"verdict ").append(style(verdict.level()));
    out.append("\" aria-labelledby=\"verdict-title\">\n<h2 id=\"verdict-title\">");
    out.append(Html.text(verdict.headline())).append("</h2>\n<ul class=\"findings\">\n");
    verdict.findings().forEach(finding -> append(out, finding));
    return out.append("</ul>\n</section>").toString();
  }

  private static void append(StringBuilder out, Finding finding) {
    String style = style(finding.level());
    out.append("<li><span class=\"badge ").append(style).append("\">");
    out.append(badge(finding.level())).append("</span><div><strong>");
    out.append(Html.text(finding.title())).append("</strong>");
    if (!finding.advice().isEmpty() || !finding.names().isEmpty()) {
      out.append("<p>").append(Html.text(finding.advice())).append(' ');
      out.append(names(finding.names())).append("</p>");
    }
    out.append("</div></li>\n");
  }

  private static String names(List<String> names) {
    String some =
        names.stream().limit(MOST_NAMES).map(Html::variable).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  private static String style(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private static String badge(Level level) {
    return switch (level) {
      case BAD -> "Problem";
      case CARE -> "Take care";
      case NOTE -> "Note";
      case GOOD -> "Fine";
    };
  }
}
