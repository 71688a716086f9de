package org.stanj.compiler.simplify;

import java.util.List;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;

/** Turns what is left of {@code AddTarget} into increments of the variable that adds it up. */
public final class TargetVariable {
  private TargetVariable() {}

  public static CoreProgram run(CoreProgram program) {
    return program.mapFunctions(f -> f.withBody(list(f.body())));
  }

  private static List<Stmt> list(List<Stmt> body) {
    return body.stream().map(TargetVariable::statement).toList();
  }

  private static Stmt statement(Stmt s) {
    return s instanceof Stmt.AddTarget t
        ? new Stmt.Increment(Target.VARIABLE, t.value(), t.line())
        : s.mapBodies(TargetVariable::list);
  }
}
