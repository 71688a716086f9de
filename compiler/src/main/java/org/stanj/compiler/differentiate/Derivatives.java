package org.stanj.compiler.differentiate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Primitive;
import org.stanj.compiler.core.Stmt;

/** The partial derivatives of library primitives. */
public interface Derivatives {
  /**
   * The partial derivative by one argument, as an expression; statements that it needs first go to
   * {@code out}.
   *
   * @param arguments atoms
   * @param result an atom with the value
   * @return empty if it is zero everywhere
   */
  Optional<Expr> partial(
      Primitive primitive,
      int argument,
      List<Expr> arguments,
      Expr result,
      Names names,
      Consumer<Stmt> out);
}
