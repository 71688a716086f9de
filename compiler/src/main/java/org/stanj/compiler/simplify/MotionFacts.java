package org.stanj.compiler.simplify;

import java.util.HashSet;
import java.util.Set;
import org.stanj.compiler.analysis.Activity;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.analysis.Assigned;
import org.stanj.compiler.analysis.DataFacts;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.analysis.FunctionFacts;
import org.stanj.compiler.analysis.IntFacts;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;

/**
 * What is known of a function while invariants are moved in it, at the place that has been reached
 * and with the variables that this makes.
 */
final class MotionFacts {
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

  private final Definitions definitions;

  MotionFacts(CoreFunction f, CoreProgram program, Set<String> visibleFunctions) {
    FunctionFacts known = FunctionFacts.of(f, visibleFunctions);
    this.visibleFunctions = visibleFunctions;
    names.reserve(f);
    names.fresh(Target.VARIABLE.name());
    aliases = known.aliases();
    activity = known.activity();
    definitions = known.definitions();
    f.parameters().forEach(assigned::add);
    ranges = new IntFacts(f, DataFacts.of(program));
    readsTarget = Target.isRead(f.body());
  }

  /** Whether the variable is given a value at one place only. */
  boolean isFixed(Var v) {
    return definitions.isFixed(v);
  }

  /** A new variable for a value. */
  Var local(String base, Kind kind, boolean active) {
    return local(base, kind == Kind.INT ? CoreType.INT : CoreType.REAL, active);
  }

  /** A new container for values that carry derivatives. */
  Var local(String base, CoreType type) {
    return local(base, type, true);
  }

  /** A new variable that is used as the given one is. */
  Var copy(Var v) {
    return local(v.name(), v.type(), activity.isActive(v));
  }

  private Var local(String base, CoreType type, boolean active) {
    Var v = names.local(base, type);
    definitions.add(v);
    if (active) {
      activity.add(v);
    }
    return v;
  }
}
