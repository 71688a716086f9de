package org.stanj.compiler.simplify;

import java.util.function.UnaryOperator;
import org.stanj.compiler.analysis.DataFacts;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Expr;

/**
 * Makes programs shorter without changing what they compute: constants and copies, decided
 * branches, code that nothing needs. Each part takes time in proportion to the length of the
 * program.
 */
public final class Tidy {
  private Tidy() {}

  /** Before differentiation: also brings products into a form with short derivatives. */
  public static CoreProgram first(CoreProgram program) {
    DataFacts data = DataFacts.of(program);
    return program.mapFunctions(
        f -> Copies.run(tidy(f, data, e -> Folding.logarithms(Folding.literalFirst(e)))));
  }

  /** After differentiation: small containers become scalars, operations longer expressions. */
  public static CoreProgram last(CoreProgram program) {
    DataFacts data = DataFacts.of(program);
    return program.mapFunctions(
        f -> {
          CoreFunction scalar = SmallContainers.run(Unrolling.run(Constants.run(f, e -> e)));
          return Increments.run(Joining.run(tidy(scalar, data, e -> e)));
        });
  }

  /** Small containers become scalars; branches that their sizes decide go first. */
  static CoreFunction scalars(CoreFunction f) {
    return SmallContainers.run(Constants.run(Unrolling.run(f), e -> e));
  }

  private static CoreFunction tidy(CoreFunction f, DataFacts data, UnaryOperator<Expr> more) {
    return DeadCode.run(DecidedChecks.run(Constants.run(f, more), data));
  }
}
