package org.stanj.compiler.core;

import java.util.List;
import java.util.Optional;

/**
 * The variable that adds up a log density, or the sum of a slice, and that its function returns.
 * Until {@code TargetVariable} nothing but {@link Stmt.AddTarget} adds to it.
 */
public final class Target {
  public static final Var VARIABLE = Var.local("target", CoreType.REAL);

  private Target() {}

  /** What a function with a target begins with. */
  public static Stmt start() {
    return new Stmt.Assign(VARIABLE, Exprs.ZERO);
  }

  /** What it ends with. */
  public static Stmt.Return end() {
    return new Stmt.Return(Optional.of(new Operand.Scalar(Exprs.read(VARIABLE))));
  }

  /** Whether the expression is the sum so far. */
  public static boolean isReadBy(Expr e) {
    return e instanceof Expr.Read r && r.variable().equals(VARIABLE);
  }

  /**
   * Whether anything but returns reads the sum: then its terms keep their order, and it is a
   * variable like others.
   */
  public static boolean isRead(List<Stmt> body) {
    boolean[] found = {false};
    body.forEach(
        s ->
            s.walk(
                t -> {
                  if (!(t instanceof Stmt.Return)) {
                    t.forEachExpression(e -> e.walk(x -> found[0] |= isReadBy(x)));
                  }
                }));
    return found[0];
  }
}
