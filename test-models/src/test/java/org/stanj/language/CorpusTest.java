package org.stanj.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.language.CorpusRun.Outcome;

/**
 * The corpus of small programs, each made for one rule of the language: what Stan accepts is
 * accepted, what it refuses is refused at the same line. The rates are printed.
 */
class CorpusTest {
  @TempDir private Path folder;

  /** A program together with what came out for it. */
  private record Result(CorpusCase program, Outcome outcome) {}

  private List<Result> results(String kind, boolean strict) {
    List<CorpusCase> cases = Corpus.read(kind);
    List<Outcome> outcomes = new CorpusRun(strict, folder).check(cases);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      results.add(new Result(cases.get(i), outcomes.get(i)));
    }
    return results;
  }

  /** The programs that fail a test, beside the known exceptions; prints the rate. */
  private static void require(String what, List<Result> results, Predicate<Result> test) {
    Set<String> known = Corpus.exceptions().keySet();
    List<String> unexpected = new ArrayList<>();
    int passed = 0;
    for (Result result : results) {
      if (test.test(result)) {
        passed++;
      } else if (!known.contains(result.program().id())) {
        unexpected.add(result.program().id() + "\n    " + result.outcome());
      }
    }
    print(what, passed, results.size());
    assertTrue(unexpected.isEmpty(), () -> String.join("\n", unexpected));
  }

  private static void print(String what, int passed, int all) {
    System.out.printf("corpus: %s: %d of %d, %.1f %%%n", what, passed, all, 100.0 * passed / all);
  }

  private static boolean agrees(Result result) {
    return result.outcome().agrees(result.program());
  }

  @Test
  void coversTheLanguage() {
    assertTrue(Corpus.read("accepted").size() >= 400);
    assertTrue(Corpus.read("refused").size() >= 400);
  }

  @Test
  void acceptsWhatStanAccepts() {
    require("accepted", results("accepted", true), CorpusTest::agrees);
  }

  @Test
  void refusesAtTheLineWhereStanDoes() {
    List<Result> results = results("refused", true);
    long close = results.stream().filter(r -> r.outcome().agreesClosely(r.program())).count();
    print("refused at the right column and stage", (int) close, results.size());
    require("refused at the right line", results, CorpusTest::agrees);
  }

  @Test
  void exceptionsAreExceptional() {
    Set<String> stale = new TreeSet<>(Corpus.exceptions().keySet());
    for (String kind : List.of("accepted", "refused", "old")) {
      results(kind, true).stream()
          .filter(result -> !agrees(result))
          .forEach(result -> stale.remove(result.program().id()));
    }
    assertEquals(Set.of(), stale);
  }

  @Test
  void leniencyCostsNothing() {
    require("accepted beside old syntax", results("accepted", false), CorpusTest::agrees);
  }

  @Test
  void readsOldSyntaxWithAWarning() {
    require(
        "old syntax accepted with a warning",
        results("old", false),
        r -> r.outcome().error().isEmpty() && !r.outcome().warnings().isEmpty());
  }

  @Test
  void refusesOldSyntaxWhenStrict() {
    require("old syntax refused when strict", results("old", true), CorpusTest::agrees);
  }
}
