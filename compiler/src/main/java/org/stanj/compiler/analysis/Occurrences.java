package org.stanj.compiler.analysis;

import java.util.HashMap;
import java.util.Map;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** How often each variable of a function is mentioned, in the whole and in a statement. */
public final class Occurrences {
  private final Map<Var, Integer> all = new HashMap<>();

  public Occurrences(CoreFunction f) {
    f.parameters().forEach(p -> all.merge(p, 1, Integer::sum));
    f.body().forEach(s -> s.walk(t -> count(t, all)));
  }

  /** Mentions in a statement and all below it. */
  public static Map<Var, Integer> in(Stmt s) {
    Map<Var, Integer> inside = new HashMap<>();
    s.walk(t -> count(t, inside));
    return inside;
  }

  /** Mentions in the function. */
  public int count(Var v) {
    return all.getOrDefault(v, 0);
  }

  /** Whether the function mentions the variable elsewhere too. */
  public boolean leaves(Var v, Map<Var, Integer> inside) {
    return !inside.getOrDefault(v, 0).equals(all.getOrDefault(v, 0));
  }

  private static void count(Stmt s, Map<Var, Integer> into) {
    Variables.defined(s).forEach(v -> into.merge(v, 1, Integer::sum));
    Variables.elementsWritten(s).forEach(v -> into.merge(v, 1, Integer::sum));
    Variables.containersRead(s).forEach(v -> into.merge(v, 1, Integer::sum));
    s.forEachExpression(e -> Variables.forEach(e, v -> into.merge(v, 1, Integer::sum)));
  }
}
