package org.stanj.compiler.bindtime;

import java.util.List;
import org.stanj.compiler.analysis.Finding;
import org.stanj.compiler.analysis.Finding.Question;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Target;

/**
 * Moves work of the log density's loops that depends on data alone to bind: terms of the target are
 * summed up there, and values that take a function call are kept for each iteration.
 *
 * <p>After invariants have left the loops and before differentiation, which then sees no more of
 * it. Sums in the target are taken in another order. A value that cannot be computed, because an
 * index is out of range, is one that the program does not come to.
 */
public final class BindTime {
  private BindTime() {}

  public static CoreProgram run(CoreProgram program) {
    return run(program, new NewFields(program));
  }

  /** The lines from which something moves. */
  public static List<Finding> explain(CoreProgram program) {
    NewFields fields = new NewFields(program);
    run(program, fields);
    return fields.lines().stream().map(line -> Finding.yes(line, Question.BIND, 0)).toList();
  }

  private static CoreProgram run(CoreProgram program, NewFields fields) {
    return DensityChange.of(
        program, fields, f -> new DataLoops(f, fields, !Target.isRead(f.body())).run());
  }
}
