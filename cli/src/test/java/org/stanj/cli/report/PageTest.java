package org.stanj.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.cli.draws.ChainText;

/** What stands in a page, and what must not. */
final class PageTest {
  private static final String EVIL = "<img src=x onerror=alert(1)>&\"'";

  @TempDir private Path folder;
  private ReportFixture reports;

  @BeforeEach
  void prepare() {
    reports = new ReportFixture(folder);
  }

  private ReportInputs inputs(String program, Optional<Path> data, LineTimes times) {
    return new ReportInputs(Optional.of(program), data, times, NameChoice.ALL, "stanj test");
  }

  @Test
  void namesAndSettingsAreNoMarkup() throws IOException {
    List<Path> files =
        reports.normal(2, 60, "a", EVIL, "</script><b>").stream()
            .map(chain -> chain.model(EVIL).data(EVIL).write(folder))
            .toList();
    Path data = Files.writeString(folder.resolve("d.json"), "{\"<i>\": [1, 2]}");
    String html =
        reports.ofFiles(
            files, inputs("// " + EVIL + " </table>", Optional.of(data), LineTimes.NONE));
    assertFalse(html.contains("<img"), html);
    assertFalse(html.contains("<i>"), html);
    assertFalse(html.contains("</script><b>"), html);
    assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;"), html);
    assertTrue(html.contains("\\u003Cimg src=x"), html);
    assertEquals(3, html.split("</script>", -1).length - 1);
  }

  @Test
  void needsNothingFromElsewhere() throws IOException {
    String html = reports.html(reports.normal(4, 100, "a", "b"));
    Matcher link = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(html);
    while (link.find()) {
      assertTrue(link.group(1).startsWith("#"), link.group());
    }
    assertTrue(html.contains("default-src 'none'"), html);
    assertFalse(html.contains("@import"), html);
    assertFalse(html.contains("{{"), html);
  }

  @Test
  void theLicenceOfThePlotsIsThere() throws IOException {
    String html = reports.html(reports.normal(1, 20, "a"));
    assertTrue(html.contains("Permission is hereby granted, free of charge"), html);
    assertTrue(html.contains("uPlot 1."), html);
  }

  @Test
  void fiftyParametersOfFourThousandDrawsCanBeMailed() throws IOException {
    String[] names = IntStream.rangeClosed(1, 50).mapToObj(i -> "b." + i).toArray(String[]::new);
    String html = reports.html(reports.normal(4, 4000, names));
    assertTrue(html.length() < 3_000_000, () -> "length " + html.length());
    assertEquals("b[50]", ReportFixture.cells(html, "b[50]").get(0));
    assertEquals(51, html.split("\"density\":", -1).length - 1);
  }

  @Test
  void ofManyQuantitiesSomeHavePlots() throws IOException {
    String[] names = IntStream.rangeClosed(1, 400).mapToObj(i -> "b." + i).toArray(String[]::new);
    String html = reports.html(reports.normal(4, 100, names));
    assertEquals(200, html.split("\"density\":", -1).length - 1);
    assertTrue(html.contains("There are plots of 200 of 401 quantities"), html);
  }

  @Test
  void theChoiceLeavesOthersOut() throws IOException {
    List<Path> files =
        reports.normal(2, 50, "alpha", "beta.1", "beta.2").stream()
            .map(chain -> chain.write(folder))
            .toList();
    ReportInputs inputs =
        new ReportInputs(
            Optional.empty(),
            Optional.empty(),
            LineTimes.NONE,
            new NameChoice(List.of("be*")),
            "stanj test");
    String html = reports.ofFiles(files, inputs);
    assertEquals("beta[2]", ReportFixture.cells(html, "beta[2]").get(0));
    assertFalse(html.contains("\"alpha\""), html);
  }

  @Test
  void programDataAndRunAreShown() throws IOException {
    Path data = folder.resolve("d.json");
    Files.writeString(data, "{\"N\": 3, \"x\": [[1, 2.5], [3, 4], [0, -1]], \"e\": []}");
    Path times = folder.resolve("p.csv");
    String rows = "2,0.75,\"\",\"f(a, \"\"b\"\")\"\n3,0.15,\"\",\"z\"\n2,0.1,\"i.stan\",\"w, w\"\n";
    Files.writeString(times, "line,total_time,file,text\n" + rows);
    List<Path> files =
        reports.normal(2, 50, "a").stream().map(chain -> chain.write(folder)).toList();
    String html =
        reports.ofFiles(
            files, inputs("data {\n  x < y\n  z\n}\n", Optional.of(data), LineTimes.read(times)));
    assertEquals(List.of("N", "int", "3"), ReportFixture.cells(html, "N"));
    assertEquals(List.of("x", "real[3,2]", "-1 to 4"), ReportFixture.cells(html, "x"));
    assertEquals(List.of("e", "int[0]"), ReportFixture.cells(html, "e").subList(0, 2));
    assertTrue(html.contains("75.0 %</td><td class=\"source\">  x &lt; y</td>"), html);
    assertTrue(html.contains("./line method=sample num_samples=50 adapt delta=0.95"), html);
    assertTrue(html.contains("<dt>Seed</dt><dd>17</dd>"), html);
    assertTrue(html.contains("<dt>Stan</dt><dd>2.37.0</dd>"), html);
  }

  @Test
  void unequalChainsAreTold() throws IOException {
    List<ChainText> chains = reports.normal(2, 60, "a");
    List<ChainText> shorter = reports.normal(3, 40, "a");
    chains.add(shorter.get(2));
    String verdict = ReportFixture.verdict(reports.html(chains));
    assertTrue(verdict.contains("the first 40 of each are used"), verdict);
  }
}
