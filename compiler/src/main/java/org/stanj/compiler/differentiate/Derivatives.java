package org.stanj.compiler.differentiate;

import java.util.Optional;
import java.util.function.Consumer;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Stmt;

/** The partial derivatives of library primitives. */
public interface Derivatives {
  /**
   * The partial derivative by one argument, as an expression; statements that it needs first go to
   * {@code out}.
   *
   * @param apply the primitive over atoms
   * @param argument which one, from 0
   * @param result an atom with the value
   * @return empty if it is zero everywhere
   */
  Optional<Expr> partial(
      Expr.Apply apply, int argument, Expr result, Names names, Consumer<Stmt> out);
}
