package org.stanj.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Which real variables carry derivatives: those that depend on the independent variables and, where
 * results are known, on which the results depend. Flow-insensitive; views count as their owners.
 */
public final class Activity {
  private final Aliases aliases;
  private final Map<Var, Set<Var>> inputs = new HashMap<>();
  private final Set<Var> results = new HashSet<>();
  private final Set<Var> active = new HashSet<>();

  /** Compound expressions that have been asked about, as they are at every node of a long sum. */
  private final Map<Expr, Boolean> asked = new IdentityHashMap<>();

  private Activity(List<Stmt> body) {
    aliases = new Aliases(body);
    body.forEach(s -> s.walk(this::edges));
  }

  /** What depends on the real parameters of a function, whether or not its result needs it. */
  public static Activity of(CoreFunction f) {
    Activity activity = new Activity(f.body());
    Set<Var> independent = new LinkedHashSet<>();
    f.parameters().stream().filter(Var::isReal).forEach(independent::add);
    activity.active.addAll(activity.reached(independent, activity.forward()));
    return activity;
  }

  /**
   * What lies between variables and results.
   *
   * @param body statements in which {@code AddTarget} makes the result
   * @param independent variables that derivatives are taken by
   * @param dependent further results: a returned container
   */
  public static Activity of(List<Stmt> body, Set<Var> independent, Set<Var> dependent) {
    Activity activity = new Activity(body);
    dependent.forEach(v -> activity.results.addAll(activity.owners(v)));
    Set<Var> varied = activity.reached(independent, activity.forward());
    varied.retainAll(activity.reached(activity.results, activity.inputs));
    activity.active.addAll(varied);
    return activity;
  }

  /** Notes a new variable that carries derivatives. */
  public void add(Var v) {
    active.add(v);
  }

  /** Whether the variable carries derivatives. */
  public boolean isActive(Var v) {
    return v.isReal() && owners(v).stream().anyMatch(active::contains);
  }

  /** Whether a value that carries derivatives flows into the expression. */
  public boolean isActive(Expr e) {
    if (e instanceof Expr.Load l) {
      return isActive(l.container());
    }
    if (e instanceof Expr.Read r) {
      return isActive(r.variable());
    }
    Boolean known = asked.get(e);
    if (known == null) {
      known = hasActivePart(e);
      asked.put(e, known);
    }
    return known;
  }

  private boolean hasActivePart(Expr e) {
    if (e instanceof Expr.Choose c) {
      return isActive(c.yes()) || isActive(c.no());
    }
    boolean[] found = {false};
    if (e.kind() == Kind.REAL) {
      e.forEachChild(child -> found[0] = found[0] || isActive(child));
    }
    return found[0];
  }

  /** Whether an operand is a container that carries derivatives. */
  public boolean isActive(Operand operand) {
    if (operand instanceof Operand.Container c) {
      return isActive(c.variable());
    }
    return operand instanceof Operand.Scalar s && isActive(s.value());
  }

  /** See {@link Aliases#owners}. */
  public Set<Var> owners(Var v) {
    return aliases.owners(v);
  }

  private void edges(Stmt s) {
    if (s instanceof Stmt.AddTarget t) {
      realReads(t.value(), v -> results.addAll(owners(v)));
      return;
    }
    List<Var> outputs = new ArrayList<>();
    if (!(s instanceof Stmt.View || s instanceof Compound.For)) {
      outputs.addAll(Variables.defined(s));
    }
    outputs.addAll(Variables.elementsWritten(s));
    outputs.removeIf(v -> !v.isReal());
    if (outputs.isEmpty()) {
      return;
    }
    Set<Var> from = new HashSet<>();
    s.forEachExpression(e -> realReads(e, v -> from.addAll(owners(v))));
    Variables.containersRead(s).stream().filter(Var::isReal).forEach(v -> from.addAll(owners(v)));
    for (Var output : outputs) {
      for (Var owner : owners(output)) {
        inputs.computeIfAbsent(owner, k -> new HashSet<>()).addAll(from);
      }
    }
  }

  /** Real variables read by an expression, without those that only decide or index. */
  private static void realReads(Expr e, Consumer<Var> f) {
    if (e instanceof Expr.Load l) {
      if (l.container().isReal()) {
        f.accept(l.container());
      }
    } else if (e instanceof Expr.Read r) {
      if (r.variable().isReal()) {
        f.accept(r.variable());
      }
    } else if (e instanceof Expr.Choose c) {
      realReads(c.yes(), f);
      realReads(c.no(), f);
    } else if (e.kind() == Kind.REAL) {
      e.forEachChild(child -> realReads(child, f));
    }
  }

  private Map<Var, Set<Var>> forward() {
    Map<Var, Set<Var>> forward = new HashMap<>();
    inputs.forEach(
        (output, from) ->
            from.forEach(v -> forward.computeIfAbsent(v, k -> new HashSet<>()).add(output)));
    return forward;
  }

  private Set<Var> reached(Set<Var> from, Map<Var, Set<Var>> edges) {
    Set<Var> found = new HashSet<>();
    List<Var> work = new ArrayList<>();
    from.forEach(v -> work.addAll(owners(v)));
    while (!work.isEmpty()) {
      Var v = work.remove(work.size() - 1);
      if (found.add(v)) {
        work.addAll(edges.getOrDefault(v, Set.of()));
      }
    }
    return found;
  }
}
