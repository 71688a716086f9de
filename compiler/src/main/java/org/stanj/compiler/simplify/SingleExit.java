package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.DifferentiatedFunctions;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Makes the functions that will be differentiated leave only at their ends. */
public final class SingleExit {
  private SingleExit() {}

  public static CoreProgram run(CoreProgram program) {
    Set<String> reached = DifferentiatedFunctions.of(program);
    return program.mapFunctions(f -> reached.contains(f.name()) ? normalised(f) : f);
  }

  private static CoreFunction normalised(CoreFunction f) {
    if (!Exits.hasEarlyExit(f.body()) && endsWithReturn(f)) {
      return f;
    }
    Names names = new Names();
    names.reserve(f);
    Optional<Var> result = f.result().map(type -> names.local("result", type));
    List<Stmt> body = new ArrayList<>(Exits.normalise(f.body(), result, names));
    body.add(new Stmt.Return(result.map(SingleExit::operand)));
    return f.withBody(body);
  }

  private static boolean endsWithReturn(CoreFunction f) {
    return !f.body().isEmpty() && f.body().get(f.body().size() - 1) instanceof Stmt.Return;
  }

  private static Operand operand(Var result) {
    return result.isScalar()
        ? new Operand.Scalar(Exprs.read(result))
        : new Operand.Container(result);
  }
}
