package org.stanj.compiler.rows;

import java.util.List;
import org.stanj.compiler.analysis.Finding;
import org.stanj.compiler.analysis.Finding.Question;
import org.stanj.compiler.bindtime.DensityChange;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Target;

/**
 * Sums of squares over rows of data: bind turns the rows into fewer ones with the same sum.
 *
 * <p>Σₙ (yₙ − xₙ'β)² is a sum over as many squares as there are numbers in β, and one more: those
 * of the rows of R, where [X y] = QR (Golub and Van Loan, Matrix Computations, section 5.3). That
 * holds for all rows whose coefficients are the same, so rows with the same indices make a group.
 * The old loops stay, for data that this does not make much smaller, and for parameters that a
 * check might reject.
 *
 * <p>Before differentiation, as the work of both sweeps is saved.
 */
public final class Squares {
  private Squares() {}

  public static CoreProgram run(CoreProgram program) {
    return run(program, new NewFields(program));
  }

  /** The lines whose rows are made fewer. */
  public static List<Finding> explain(CoreProgram program) {
    NewFields fields = new NewFields(program);
    run(program, fields);
    return fields.lines().stream().map(line -> Finding.yes(line, Question.SQUARES, 0)).toList();
  }

  private static CoreProgram run(CoreProgram program, NewFields fields) {
    return DensityChange.of(
        program, fields, f -> Target.isRead(f.body()) ? f : new SquareLists(f, fields).run());
  }
}
