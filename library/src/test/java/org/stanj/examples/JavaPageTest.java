package org.stanj.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stanj.Draws;
import org.stanj.Gradient;
import org.stanj.Posterior;

/** The page for Java programmers quotes these examples, and they do what it says. */
final class JavaPageTest {
  private static final Path PAGE = Path.of("..", "docs", "java.md");
  private static final Path SOURCES = Path.of("src", "test", "java", "org", "stanj", "examples");
  private static final Pattern QUOTE =
      Pattern.compile("<!-- (\\w+): (\\w+) -->\n```(java|kotlin)\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile("// \\[(\\w+)]\\n(.*?)// \\[end]", Pattern.DOTALL);

  /** Where the Maven plugin's own test stands. */
  private static final Path PLUGIN =
      Path.of(
          "..", "maven-plugin", "src", "it", "schools", "src", "test", "java", "com", "example");

  /** What the profile "neighbours" runs. */
  private static final Path NEIGHBOURS = Path.of("..", "test-clients", "jvm", "src", "test");

  private static Path source(String file) {
    return switch (file) {
      case "SchoolsTest" -> PLUGIN.resolve("SchoolsTest.java");
      case "Coins" -> NEIGHBOURS.resolve(Path.of("kotlin", "Coins.kt"));
      case "Fits" -> NEIGHBOURS.resolve(Path.of("java", "org", "stanj", "neighbours", "Fits.java"));
      default -> SOURCES.resolve(file + ".java");
    };
  }

  private static String part(String file, String name) throws IOException {
    Matcher parts = PART.matcher(Files.readString(source(file)));
    while (parts.find()) {
      if (parts.group(1).equals(name)) {
        return parts.group(2).stripTrailing().stripIndent() + "\n";
      }
    }
    throw new AssertionError("no example " + name + " in " + file);
  }

  @Test
  void pageQuotesTheExamples() throws IOException {
    String page = Files.readString(PAGE);
    Matcher quotes = QUOTE.matcher(page);
    List<String> names = new ArrayList<>();
    StringBuilder filled = new StringBuilder();
    while (quotes.find()) {
      names.add(quotes.group(2));
      String block =
          "<!-- %s: %s -->\n```%s\n%s```\n"
              .formatted(
                  quotes.group(1),
                  quotes.group(2),
                  quotes.group(3),
                  part(quotes.group(1), quotes.group(2)));
      quotes.appendReplacement(filled, Matcher.quoteReplacement(block));
    }
    quotes.appendTail(filled);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, filled);
    }
    assertEquals(filled.toString(), Files.readString(PAGE), "the profile golden rewrites it");
    assertEquals(all(), new TreeSet<>(names), "examples that the page does not show");
  }

  private static TreeSet<String> all() throws IOException {
    TreeSet<String> all = new TreeSet<>();
    for (String file : List.of("Basics", "ManyThreads", "SchoolsTest", "Coins", "Fits")) {
      Matcher parts = PART.matcher(Files.readString(source(file)));
      while (parts.find()) {
        all.add(parts.group(1));
      }
    }
    return all;
  }

  @Test
  void basicsRun() {
    Posterior posterior = Basics.bind();
    Gradient found = Basics.evaluate(posterior);
    assertTrue(Double.isFinite(found.logDensity()));
    assertEquals(3, found.values().length);
    double[] constrained = Basics.constrain(posterior);
    assertEquals(0.5, constrained[0], 1e-15);
    assertEquals(Math.log(0.5), constrained[1], 1e-15);
    Draws draws = Basics.sample(posterior);
    assertEquals(2, draws.summary("beta").mean(), 0.1);
    assertEquals(2, Basics.optimize(posterior).values().real("beta"), 0.1);
    double[] approximate = Basics.approximate(posterior);
    assertEquals(2, approximate[1], 0.2);
    assertEquals(draws.summary("beta").sd(), approximate[2], 0.1);
    assertEquals(4000, Basics.again(posterior, draws).size());
  }

  @Test
  void threadsRun() throws Exception {
    Posterior posterior = Basics.bind();
    double start = posterior.logDensity(new double[] {0, 2, 0});
    assertTrue(ManyThreads.executor(posterior) > start);
    Draws draws = ManyThreads.watched(posterior);
    assertFalse(draws.isComplete());
    assertTrue(draws.size() >= 100, draws.size() + " draws");
    assertTrue(draws.summary("beta").mean() > 1);
  }
}
