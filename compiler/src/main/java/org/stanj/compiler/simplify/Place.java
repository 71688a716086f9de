package org.stanj.compiler.simplify;

import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;

/**
 * How often something in a loop's body is evaluated.
 *
 * @param always in each iteration
 * @param test where it is evaluated in all iterations or in none: whether it is
 */
record Place(boolean always, Optional<Expr> test) {
  static final Place ALWAYS = new Place(true, Optional.empty());

  /** In some iterations. */
  static final Place SOMETIMES = new Place(false, Optional.empty());

  /** In the iterations in which the test, the same in all of them, also holds. */
  Place where(Expr more) {
    if (always) {
      return new Place(false, Optional.of(more));
    }
    return test.isPresent() ? new Place(false, test.map(t -> Exprs.and(t, more))) : SOMETIMES;
  }

  /** Whether it is evaluated in each iteration or in none. */
  boolean isRegular() {
    return always || test.isPresent();
  }
}
