package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Makes the functions that will be differentiated leave only at their ends: the log density, the
 * slice kernels, the callbacks, and what these call.
 */
public final class SingleExit {
  private SingleExit() {}

  public static CoreProgram run(CoreProgram program) {
    Set<String> reached = reached(program);
    return program.mapFunctions(f -> reached.contains(f.name()) ? normalised(f) : f);
  }

  /** Names of the functions that carry derivatives, the log density first. */
  static Set<String> reached(CoreProgram program) {
    Set<String> found = new HashSet<>();
    List<String> work = new ArrayList<>(List.of(Entries.LOG_DENSITY));
    program.kernels().forEach(k -> work.add(k.value()));
    program
        .callbacks()
        .forEach(
            c -> {
              work.add(c.function());
              work.addAll(c.methods().values());
            });
    while (!work.isEmpty()) {
      String name = work.remove(work.size() - 1);
      if (found.add(name)) {
        program
            .function(name)
            .body()
            .forEach(
                s ->
                    s.walk(
                        t -> {
                          if (t instanceof Stmt.Call c) {
                            work.add(c.function());
                          }
                        }));
      }
    }
    return found;
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
