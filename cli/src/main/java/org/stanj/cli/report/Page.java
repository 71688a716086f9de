package org.stanj.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stanj.cli.draws.Run;
import org.stanj.cli.draws.RunHead;

/** Fills the places <code>{{name}}</code> of {@code page.html}. */
final class Page {
  private static final List<String> SCRIPTS =
      List.of("base.js", "table.js", "variable.js", "pairs.js", "sampler.js", "page.js");

  private final Report report;
  private final PlotLibrary library;
  private final PlotChoice choice;

  Page(Report report) throws IOException {
    this.report = report;
    this.library = PlotLibrary.find();
    this.choice = PlotChoice.of(report.quantities(), report.run().chains().size());
  }

  void write(Writer out) throws IOException {
    String page = resource("page.html");
    int at = 0;
    for (int open = page.indexOf("{{"); open >= 0; open = page.indexOf("{{", at)) {
      int close = page.indexOf("}}", open);
      out.append(page, at, open);
      fill(page.substring(open + 2, close), out);
      at = close + 2;
    }
    out.append(page, at, page.length());
  }

  private void fill(String place, Writer out) throws IOException {
    if (place.equals("plots")) {
      PlotData.write(report.run(), choice, report.transitions().divergent(), out);
    } else {
      out.write(text(place));
    }
  }

  private String text(String place) throws IOException {
    Run run = report.run();
    return switch (place) {
      case "generator" -> Html.text(report.inputs().generator());
      case "title" -> Html.text(model() + ": " + report.verdict().headline());
      case "model" -> Html.text(model());
      case "facts" -> Html.text(facts());
      case "verdict" -> VerdictHtml.section(report.verdict());
      case "table" -> table();
      case "table-note" -> tableNote();
      case "plot-note" -> plotNote();
      case "chains" -> ChainsHtml.table(run, report.transitions());
      case "program" -> ProgramHtml.listing(report.inputs());
      case "data" -> DataHtml.table(report.inputs());
      case "run" -> RunHtml.section(run, report.inputs().generator());
      case "style" -> resource("report.css");
      case "script" -> scripts();
      default -> libraryText(place);
    };
  }

  private String libraryText(String place) throws IOException {
    return switch (place) {
      case "uplot-version" -> Html.text(library.version());
      case "uplot-style" -> library.style();
      case "uplot-script" -> library.script();
      case "uplot-licence" -> Html.text(library.licence());
      default -> throw new AssertionError(place);
    };
  }

  private String model() {
    String name = report.run().head().model();
    return name.isEmpty() ? "Run" : name.replaceFirst("_model$", "");
  }

  private String facts() {
    Run run = report.run();
    RunHead head = run.head();
    StringBuilder out = new StringBuilder();
    out.append(run.chains().size() == 1 ? "1 chain" : run.chains().size() + " chains");
    out.append(" of ").append(run.draws()).append(" draws");
    int warmup = run.isFixed() ? 0 : (int) head.number("num_warmup", 0);
    out.append(warmup > 0 ? " after " + warmup + " of warmup" : "");
    String seed = head.setting("seed", "");
    out.append(seed.isEmpty() ? "" : " · seed " + seed);
    String started = head.setting("start_datetime", "");
    out.append(started.isEmpty() ? "" : " · " + started);
    String stan = head.stanVersion();
    return out.append(stan.isEmpty() ? "" : " · Stan " + stan).toString();
  }

  private String table() {
    Set<String> plotted = choice.plotted().stream().map(Quantity::name).collect(Collectors.toSet());
    return TableHtml.table(report.quantities(), plotted, report.run().chains().size());
  }

  private String tableNote() {
    int more = report.quantities().size() - TableHtml.MOST_ROWS;
    String rest = more > 0 ? more + " further quantities have no row here. " : "";
    return rest
        + "MCSE: Monte Carlo standard error of the mean. ESS: effective sample size, of the bulk"
        + " and of the 5% and 95% quantiles. R-hat: near 1 if the chains agree.";
  }

  private String plotNote() {
    long varying =
        report.quantities().stream().filter(q -> q.state() == Quantity.State.VARYING).count();
    return choice.plotted().size() == varying
        ? "Drag over a plot to see a part of it, double click to see all of it again."
        : "There are plots of %d of %d quantities: those that look worst, and the first ones."
                .formatted(choice.plotted().size(), varying)
            + " <code>stanj report --include='beta*'</code> makes a report of others.";
  }

  private static String scripts() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String name : SCRIPTS) {
      out.append(resource(name));
    }
    return out.toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the installation lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
