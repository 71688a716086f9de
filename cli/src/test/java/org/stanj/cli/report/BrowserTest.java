package org.stanj.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report in a real Chromium, which {@code scripts/browser.sh} installs. Without one the tests are
 * skipped, unless {@code STANJ_CLIENTS} names {@code browser}.
 */
final class BrowserTest {
  private static final String FIRST_CELLS =
      "[...document.querySelectorAll('#summary-table tbody tr:not([hidden]) th')]"
          + ".map((c) => c.textContent).join(' ')";

  /** Pixels of the first plot that are not transparent. */
  private static final String INKED =
      "(() => { const c = document.querySelector('%s canvas'); const d ="
          + " c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0;"
          + " for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; })()";

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void openReport() throws IOException {
    Optional<String> command = Browser.find();
    if (command.isEmpty()) {
      String reason = "there is no Chromium: scripts/browser.sh installs it";
      List<String> wanted =
          Arrays.asList(System.getenv().getOrDefault("STANJ_CLIENTS", "").split(" "));
      if (wanted.contains("browser")) {
        throw new AssertionError(reason);
      }
      abort(reason);
    }
    List<Path> files =
        IntStream.rangeClosed(1, 4)
            .mapToObj(i -> ReportFixture.resource("centred_" + i + ".csv"))
            .toList();
    new ReportFixture(folder).ofFiles(files, ReportFixture.none());
    browser = new Browser(command.orElseThrow(), folder.resolve("profile"));
    browser.open(folder.resolve("r.html"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static int number(String expression) {
    return Integer.parseInt(browser.evaluate(expression));
  }

  private static void click(String selector) {
    browser.evaluate("document.querySelector(\"" + selector + "\").click()");
  }

  private static void search(String text) {
    browser.evaluate(
        "(() => { const s = document.getElementById('search'); s.value = '"
            + text
            + "'; s.dispatchEvent(new Event('input')); })()");
  }

  @Test
  void nothingIsWrongAndNothingIsFetched() {
    Map.of("variables", 5, "pairs", 6, "sampler", 2)
        .forEach(
            (section, plots) -> {
              browser.evaluate("document.getElementById('" + section + "').scrollIntoView()");
              browser.await(
                  "document.querySelectorAll('#" + section + " canvas').length >= " + plots);
            });
    assertEquals(List.of(), browser.events("Runtime.exceptionThrown"));
    assertEquals(List.of(), browser.events("Runtime.consoleAPICalled"));
    assertEquals(List.of(), browser.events("Log.entryAdded"));
    List<String> fetched =
        browser.events("Network.requestWillBeSent").stream()
            .map(e -> e.get("params.request.url"))
            .filter(url -> !url.equals("about:blank"))
            .toList();
    assertEquals(List.of(folder.resolve("r.html").toUri().toString()), fetched);
  }

  @Test
  void theTableIsSortedBothWays() {
    String head = "#summary-table th:nth-child(10)";
    String cells =
        "[...document.querySelectorAll('#summary-table td:nth-child(10)')]"
            + ".map((c) => c.textContent).join(' ')";
    click(head + " button");
    double[] up = numbers(browser.evaluate(cells));
    double[] sorted = up.clone();
    Arrays.sort(sorted);
    assertEquals(11, up.length);
    assertEquals(Arrays.toString(sorted), Arrays.toString(up));
    assertEquals("ascending", attribute(head, "aria-sort"));
    click(head + " button");
    double[] down = numbers(browser.evaluate(cells));
    assertEquals(sorted[10], down[0]);
    assertEquals("descending", attribute(head, "aria-sort"));
    click("#summary-table th:nth-child(1) button");
    assertEquals("none", attribute(head, "aria-sort"));
    assertTrue(browser.evaluate(FIRST_CELLS).startsWith("lp__ mu tau theta[1] theta[2]"));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static String attribute(String selector, String name) {
    return browser.evaluate(
        "document.querySelector('" + selector + "').getAttribute('" + name + "')");
  }

  @Test
  void theTableIsSearched() {
    search("ta[");
    assertEquals("8 of 11 quantities", browser.evaluate("document.getElementById('found').value"));
    search("t*u");
    assertEquals("tau", browser.evaluate(FIRST_CELLS));
    search("");
    assertEquals("11 quantities", browser.evaluate("document.getElementById('found').value"));
  }

  @Test
  void aNameShowsItsPlots() {
    click("#summary-table a[data-variable='theta[3]']");
    assertTrue(
        browser
            .evaluate("document.querySelector('#panels h3').textContent")
            .startsWith("theta[3]"));
    assertEquals("H3", browser.evaluate("document.activeElement.tagName"));
    browser.await("document.querySelectorAll('#panels canvas').length == 5");
    browser.await(INKED.formatted("#panels") + " > 5000");
    assertEquals(
        0,
        number(
            "[...document.querySelectorAll('figure [role=img]')]"
                + ".filter((f) => f.getAttribute('aria-label').length < 40).length"));
    click("#next");
    assertTrue(
        browser
            .evaluate("document.querySelector('#panels h3').textContent")
            .startsWith("theta[4]"));
    click("#all");
    assertEquals(11, number("document.querySelectorAll('#panels .panel').length"));
    click("#all");
  }

  @Test
  void allControlsAreReachedByKeyboardAndHaveNames() {
    assertEquals(
        0,
        number(
            "[...document.querySelectorAll('button, select, input')].filter((e) => e.tabIndex < 0"
                + " || !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length))"
                + ".length"));
    assertEquals(
        0, number("[...document.querySelectorAll('table')].filter((t) => !t.caption).length"));
    assertEquals("en", browser.evaluate("document.documentElement.lang"));
  }

  @Test
  void lightAndDarkDiffer() {
    String background = "getComputedStyle(document.documentElement).backgroundColor";
    prefer("light");
    assertEquals("rgb(255, 255, 255)", browser.evaluate(background));
    prefer("dark");
    String dark = browser.evaluate(background);
    assertNotEquals("rgb(255, 255, 255)", dark);
    click("#theme");
    assertEquals("rgb(255, 255, 255)", browser.evaluate(background));
    click("#theme");
    prefer("light");
    assertEquals(dark, browser.evaluate(background));
    click("#theme");
    assertEquals("Theme: system", browser.evaluate("document.querySelector('#theme').textContent"));
  }

  private static void prefer(String scheme) {
    browser.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  @Test
  void printsOnPaper() throws IOException {
    Map<String, String> printed = browser.call("Page.printToPDF", Map.of());
    byte[] pdf = Base64.getDecoder().decode(printed.get("result.data"));
    Files.write(folder.resolve("r.pdf"), pdf);
    assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    assertTrue(pdf.length > 30_000, () -> "length " + pdf.length);
    assertEquals("false", browser.evaluate("document.documentElement.matches('.printing')"));
  }
}
