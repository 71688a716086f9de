package org.stanj.compiler.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * At how many places each variable is given a value: a scalar's, or the elements that a container
 * stands for. Writing elements is not among them.
 */
public final class Definitions {
  private final Map<Var, Integer> counts = new HashMap<>();

  /** Those of a function, in which parameters have a value. */
  public Definitions(CoreFunction f) {
    this(f.body());
    f.parameters().forEach(this::add);
  }

  public Definitions(List<Stmt> body) {
    body.forEach(s -> s.walk(this::count));
  }

  private void count(Stmt s) {
    Variables.defined(s).forEach(this::add);
    if (s instanceof Stmt.AddTarget) {
      add(Target.VARIABLE);
    }
  }

  /** Notes one place more. */
  public void add(Var v) {
    counts.merge(v, 1, Integer::sum);
  }

  public int count(Var v) {
    return counts.getOrDefault(v, 0);
  }

  /** Whether the variable has one value wherever it has any. */
  public boolean isFixed(Var v) {
    return count(v) <= 1;
  }

  /** Whether one place makes the variable, which is none from outside. */
  public boolean isMadeOnce(Var v) {
    return count(v) == 1;
  }
}
