package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stanj.testmodels.StanText.Inexpressible;

/**
 * Values and gradients of library functions against real Stan's, or against 50-digit arithmetic
 * where real Stan is off. What is not there yet, and what differs on purpose, is listed with its
 * reason in {@code functions_absent.tsv} and {@code functions_different.tsv}.
 */
class FunctionOracleTest {
  private static final int BATCH = 40;

  /** How many cases are not asserted, by reason. */
  private static final Map<String, Integer> LEFT_OUT =
      Map.of(
          "Stan throws when it differentiates", 1,
          "adds to the target", 83,
          "empty complex_matrix", 1,
          "empty complex_vector", 1);

  private final Map<String, String> absent = Scope.table("functions_absent.tsv");
  private final Map<String, String> different = Scope.table("functions_different.tsv");

  @Test
  void functionsAgreeWithStan() {
    Map<String, Integer> skipped = new TreeMap<>();
    List<DifferentiableCall> calls = new ArrayList<>();
    for (FunctionCase origin : FunctionCase.values()) {
      if (absent.containsKey(origin.function())) {
        skipped.merge("function is absent", 1, Integer::sum);
      } else {
        add(origin, calls, skipped);
      }
    }
    Map<String, String> failures = new TreeMap<>();
    for (int from = 0; from < calls.size(); from += BATCH) {
      int to = Math.min(from + BATCH, calls.size());
      failures.putAll(FunctionBatch.failures(calls.subList(from, to)));
    }
    report(calls, failures, skipped);
    assertEquals(LEFT_OUT, skipped, "cases left out");
    Set<String> unexpected = new HashSet<>(failures.keySet());
    unexpected.removeAll(different.keySet());
    failures.keySet().retainAll(unexpected);
    assertEquals("", lines(failures), "cases that fail");
    Set<String> stale = new HashSet<>(different.keySet());
    assertEquals(Set.of(), without(stale, failing(calls)), "listed as different, but agree");
  }

  private Set<String> failing(List<DifferentiableCall> calls) {
    List<DifferentiableCall> listed =
        calls.stream().filter(c -> different.containsKey(c.origin().id())).toList();
    return listed.isEmpty() ? Set.of() : FunctionBatch.failures(listed).keySet();
  }

  @Test
  void functionsListedAsAbsentAreAbsent() {
    Set<String> available = new TreeSet<>();
    for (FunctionCase origin : FunctionCase.values()) {
      if (origin.number() == 1 && absent.containsKey(origin.function()) && compiles(origin)) {
        available.add(origin.function());
      }
    }
    assertEquals(Set.of(), available, "take these off the list");
  }

  private static boolean compiles(FunctionCase origin) {
    try {
      return FunctionBatch.compiles(DifferentiableCall.of(origin));
    } catch (Inexpressible e) {
      return false;
    }
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    all.removeAll(some);
    return all;
  }

  private static void add(
      FunctionCase origin, List<DifferentiableCall> calls, Map<String, Integer> skipped) {
    try {
      calls.add(DifferentiableCall.of(origin));
    } catch (Inexpressible e) {
      skipped.merge(e.getMessage(), 1, Integer::sum);
    }
  }

  private static void report(
      List<DifferentiableCall> calls, Map<String, String> failures, Map<String, Integer> skipped) {
    long functions = calls.stream().map(c -> c.origin().function()).distinct().count();
    System.out.printf(
        "function figures: %d of %d cases agree, over %d functions; left out: %s%n",
        calls.size() - failures.size(), calls.size(), functions, skipped);
  }

  private static String lines(Map<String, String> failures) {
    StringBuilder text = new StringBuilder();
    failures.forEach((id, why) -> text.append(id).append(": ").append(why).append('\n'));
    return text.toString();
  }
}
