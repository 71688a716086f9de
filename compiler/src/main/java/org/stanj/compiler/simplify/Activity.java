package org.stanj.compiler.simplify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Which reals of a function may carry derivatives: those that depend on its real parameters. */
public final class Activity {
  private final Aliases aliases;
  private final Map<Var, List<Var>> dependents = new HashMap<>();
  private final Set<Var> active = new HashSet<>();

  public Activity(CoreFunction f, Aliases aliases) {
    this.aliases = aliases;
    f.body().forEach(s -> s.walk(this::edges));
    Deque<Var> work = new ArrayDeque<>();
    f.parameters().stream().filter(Var::isReal).forEach(v -> work.add(aliases.storage(v)));
    while (!work.isEmpty()) {
      Var v = work.pop();
      if (active.add(v)) {
        work.addAll(dependents.getOrDefault(v, List.of()));
      }
    }
  }

  public boolean isActive(Var v) {
    return v.isReal() && active.contains(aliases.storage(v));
  }

  /** Notes a new variable that depends on parameters. */
  void add(Var v) {
    active.add(v);
  }

  private void edges(Stmt s) {
    List<Var> outputs = new ArrayList<>(Variables.defined(s));
    outputs.addAll(Variables.elementsWritten(s));
    outputs.removeIf(v -> !v.isReal());
    if (outputs.isEmpty()) {
      return;
    }
    s.forEachExpression(e -> edges(Variables.in(e), outputs));
    edges(Variables.containersRead(s), outputs);
  }

  private void edges(Collection<Var> inputs, List<Var> outputs) {
    for (Var input : inputs) {
      if (input.isReal()) {
        List<Var> to = dependents.computeIfAbsent(aliases.storage(input), k -> new ArrayList<>());
        outputs.forEach(v -> to.add(aliases.storage(v)));
      }
    }
  }

  /** Whether the variable that the expression reads or loads from carries derivatives. */
  boolean carries(Expr e) {
    return (e instanceof Expr.Read r && isActive(r.variable()))
        || (e instanceof Expr.Load l && isActive(l.container()));
  }
}
