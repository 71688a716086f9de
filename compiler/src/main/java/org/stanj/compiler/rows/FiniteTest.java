package org.stanj.compiler.rows;

import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;

/** Tests of checks that a value is finite, or a number. */
final class FiniteTest {
  private FiniteTest() {}

  /** What is tested, if the test holds for nothing but values that are not finite. */
  static Optional<Expr> checked(Expr test) {
    if (Exprs.isOperation(test, Operator.NOT_EQUAL)) {
      Expr value = Exprs.operand(test, 0);
      return value.equals(Exprs.operand(test, 1)) ? Optional.of(value) : Optional.empty();
    }
    if (!Exprs.isOperation(test, Operator.NOT)
        || !Exprs.isOperation(Exprs.operand(test, 0), Operator.AND)) {
      return Optional.empty();
    }
    Expr low = Exprs.operand(Exprs.operand(test, 0), 0);
    Expr high = Exprs.operand(Exprs.operand(test, 0), 1);
    boolean range =
        Exprs.isOperation(low, Operator.LESS)
            && Exprs.isOperation(high, Operator.LESS)
            && Exprs.isReal(Exprs.operand(low, 0), Double.NEGATIVE_INFINITY)
            && Exprs.isReal(Exprs.operand(high, 1), Double.POSITIVE_INFINITY)
            && Exprs.operand(low, 1).equals(Exprs.operand(high, 0));
    return range ? Optional.of(Exprs.operand(low, 1)) : Optional.empty();
  }
}
