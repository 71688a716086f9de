package org.stanj.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stanj.cli.draws.ChainText;
import org.stanj.cli.draws.Run;
import org.stanj.cli.draws.RunReader;

/** Makes reports of files in a folder, and finds things in their HTML. */
final class ReportFixture {
  private static final Pattern ROW = Pattern.compile("<tr><th scope=\"row\">(.*?)</tr>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private final Path folder;

  ReportFixture(Path folder) {
    this.folder = folder;
  }

  /** Chains whose draws are independent and normal, with a quantity for each name. */
  List<ChainText> normal(int chains, int draws, String... names) {
    List<ChainText> texts = new ArrayList<>();
    for (int c = 1; c <= chains; c++) {
      Random random = new Random(c);
      ChainText text = new ChainText(c).columns(String.join(",", names));
      for (int i = 0; i < draws; i++) {
        text.draw(random.doubles(names.length).map(u -> random.nextGaussian()).toArray());
      }
      texts.add(text);
    }
    return texts;
  }

  /** The report of chains as HTML. */
  String html(List<ChainText> chains) throws IOException {
    return ofFiles(chains.stream().map(chain -> chain.write(folder)).toList(), none());
  }

  static ReportInputs none() {
    return new ReportInputs(
        Optional.empty(), Optional.empty(), LineTimes.NONE, NameChoice.ALL, "stanj test");
  }

  /** The report of files as HTML. */
  String ofFiles(List<Path> files, ReportInputs inputs) throws IOException {
    Path file = folder.resolve("r.html");
    try (Run run = RunReader.read(files)) {
      Report.write(run, inputs, file);
    }
    return Files.readString(file);
  }

  /** The texts of the cells of a row in the first table that has one of this name. */
  static List<String> cells(String html, String name) {
    Matcher rows = ROW.matcher(html);
    while (rows.find()) {
      List<String> cells = new ArrayList<>();
      for (String cell : rows.group(1).split("</t[hd]>")) {
        cells.add(TAG.matcher(cell).replaceAll(""));
      }
      if (cells.get(0).equals(name)) {
        return cells;
      }
    }
    throw new AssertionError("no row " + name);
  }

  /** The verdict's section as text. */
  static String verdict(String html) {
    int start = html.indexOf("<section id=\"verdict\"");
    return TAG.matcher(html.substring(start, html.indexOf("</section>", start))).replaceAll(" ");
  }

  /** A file of the test resources. */
  static Path resource(String name) {
    return Path.of("src/test/resources/org/stanj/cli/report").resolve(name);
  }
}
