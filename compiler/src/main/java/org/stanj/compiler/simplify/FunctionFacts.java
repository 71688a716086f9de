package org.stanj.compiler.simplify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.analysis.DataFacts;
import org.stanj.compiler.analysis.IntFacts;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** What is known of a function while invariants are moved in it. */
public final class FunctionFacts {
  final Names names = new Names();
  final Aliases aliases;
  final Activity activity;
  final IntFacts ranges;
  final Assigned assigned = new Assigned();
  final Set<String> visibleFunctions;

  /** Whether the sum of the target is read before the end: then its terms keep their order. */
  final boolean readsTarget;

  /** What tells of tables of functions whether they are used. */
  final Set<Var> tableFlags = new HashSet<>();

  private final Map<Var, Integer> definitions = new HashMap<>();

  FunctionFacts(CoreFunction f, CoreProgram program, Set<String> visibleFunctions) {
    this.visibleFunctions = visibleFunctions;
    names.reserve(f);
    names.fresh(TargetVariable.TARGET.name());
    aliases = new Aliases(f.body());
    activity = new Activity(f, aliases);
    f.parameters().forEach(p -> definitions.merge(p, 1, Integer::sum));
    f.parameters().forEach(assigned::add);
    f.body().forEach(s -> s.walk(this::count));
    ranges = new IntFacts(f, DataFacts.of(program));
    readsTarget = readsTarget(f.body());
  }

  private void count(Stmt s) {
    Variables.defined(s).forEach(v -> definitions.merge(v, 1, Integer::sum));
  }

  /** Whether anything but the return at the end reads the sum of the target. */
  public static boolean readsTarget(List<Stmt> body) {
    boolean[] read = {false};
    body.forEach(s -> s.walk(t -> read[0] |= readsTarget(t)));
    return read[0];
  }

  private static boolean readsTarget(Stmt s) {
    boolean[] found = {false};
    if (!(s instanceof Stmt.Return)) {
      s.forEachExpression(
          e ->
              e.walk(
                  x ->
                      found[0] |=
                          x instanceof Expr.Read r && r.variable().equals(TargetVariable.TARGET)));
    }
    return found[0];
  }

  /** Whether the variable is given a value at one place only. */
  boolean isFixed(Var v) {
    return definitions.getOrDefault(v, 0) <= 1;
  }

  /** A new variable for a value. */
  Var local(String base, Kind kind, boolean active) {
    Var v = names.local(base, kind == Kind.INT ? CoreType.INT : CoreType.REAL);
    definitions.put(v, 1);
    if (active) {
      activity.add(v);
    }
    return v;
  }

  /** A new container for values that carry derivatives. */
  Var local(String base, CoreType type) {
    Var v = names.local(base, type);
    definitions.put(v, 1);
    activity.add(v);
    return v;
  }
}
