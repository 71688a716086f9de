package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Counts the statements that give a variable its value. A scalar that gets its value in a branch or
 * loop and is read outside counts as having several: before, it has none.
 */
final class Temporaries {
  private final Map<Var, Integer> counts = new HashMap<>();
  private final Map<Var, Integer> occurrences = new HashMap<>();

  private Temporaries() {}

  static Map<Var, Integer> definitions(List<Stmt> body) {
    Temporaries all = new Temporaries();
    body.forEach(s -> s.walk(all::count));
    body.forEach(all::escapes);
    return all.counts;
  }

  private void count(Stmt s) {
    Variables.defined(s).forEach(v -> counts.merge(v, 1, Integer::sum));
    occurring(s, occurrences);
  }

  private static void occurring(Stmt s, Map<Var, Integer> into) {
    Variables.defined(s).forEach(v -> into.merge(v, 1, Integer::sum));
    s.forEachExpression(e -> Variables.in(e).forEach(v -> into.merge(v, 1, Integer::sum)));
  }

  /** The occurrences in the statement; counts again what is made in its bodies and leaves them. */
  private Map<Var, Integer> escapes(Stmt s) {
    List<Map<Var, Integer>> bodies = new ArrayList<>();
    s.forEachBody(body -> bodies.add(list(body)));
    Map<Var, Integer> inside = merged(bodies);
    occurring(s, inside);
    return inside;
  }

  private Map<Var, Integer> list(List<Stmt> body) {
    Map<Var, Integer> inside = merged(body.stream().map(this::escapes).toList());
    for (Stmt s : body) {
      for (Var v : Variables.defined(s)) {
        if (v.isScalar() && inside.get(v) < occurrences.get(v)) {
          counts.merge(v, 2, Integer::max);
        }
      }
    }
    return inside;
  }

  /** The sums of counts, added to the largest: blocks in blocks would be copied at each level. */
  private static Map<Var, Integer> merged(List<Map<Var, Integer>> parts) {
    Map<Var, Integer> all =
        parts.stream().max(Comparator.comparingInt(Map::size)).orElseGet(HashMap::new);
    for (Map<Var, Integer> part : parts) {
      if (part != all) {
        part.forEach((v, n) -> all.merge(v, n, Integer::sum));
      }
    }
    return all;
  }
}
