package org.stanj.compiler.rows;

import java.util.List;
import org.stanj.compiler.analysis.Finding;
import org.stanj.compiler.analysis.Finding.Question;
import org.stanj.compiler.bindtime.DensityChange;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Target;

/**
 * Rows of data that are the same add the same terms to the target: bind finds the different ones,
 * and the log density goes through these, with the number of rows as a factor of each term.
 *
 * <p>The old loops stay for data with few repetitions. Rejections name the first of the rows that
 * are the same, which is the one that the old loop would have come to.
 */
public final class Repeats {
  private Repeats() {}

  public static CoreProgram run(CoreProgram program) {
    return run(program, new NewFields(program));
  }

  /** The lines whose rows may be the same. */
  public static List<Finding> explain(CoreProgram program) {
    NewFields fields = new NewFields(program);
    run(program, fields);
    return fields.lines().stream().map(line -> Finding.yes(line, Question.REPEATS, 0)).toList();
  }

  private static CoreProgram run(CoreProgram program, NewFields fields) {
    return DensityChange.of(
        program, fields, f -> Target.isRead(f.body()) ? f : new RepeatLists(f, fields).run());
  }
}
