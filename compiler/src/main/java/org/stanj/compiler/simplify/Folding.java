package org.stanj.compiler.simplify;

import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;

/** Folds single nodes of expressions. */
final class Folding {
  private Folding() {}

  /** The node again through the constructors that fold; decided choices are resolved. */
  static Expr node(Expr e) {
    if (e instanceof Expr.Operation o) {
      return isReflexive(o) ? reflexive(o) : Exprs.fold(o.operator(), o.operands());
    }
    if (e instanceof Expr.Choose c) {
      if (c.test() instanceof Expr.IntLiteral test) {
        return test.value() != 0 ? c.yes() : c.no();
      }
      return c.yes().equals(c.no()) ? c.yes() : c;
    }
    return e;
  }

  /** Whether folding the node changes it although its parts are what they were. */
  static boolean isDecided(Expr e) {
    return (e instanceof Expr.Choose c && c.test() instanceof Expr.IntLiteral)
        || (e instanceof Expr.Operation o && isReflexive(o));
  }

  /** Whether an int is compared with itself. */
  private static boolean isReflexive(Expr.Operation o) {
    return switch (o.operator()) {
      case LESS_INT, NOT_EQUAL_INT, LESS_EQUAL_INT, EQUAL_INT ->
          o.operands().get(0).equals(o.operands().get(1));
      default -> false;
    };
  }

  private static Expr reflexive(Expr.Operation o) {
    boolean holds = o.operator() == Operator.LESS_EQUAL_INT || o.operator() == Operator.EQUAL_INT;
    return holds ? Exprs.TRUE : Exprs.FALSE;
  }

  /**
   * A product with its literal factor in front: {@code (c x) y} becomes {@code c (x y)}, which has
   * one product less in its derivative. Roundings may differ.
   */
  static Expr literalFirst(Expr e) {
    if (!Exprs.isOperation(e, Operator.MULTIPLY)) {
      return e;
    }
    List<Expr> factors = ((Expr.Operation) e).operands();
    for (int i = 0; i < 2; i++) {
      Expr factor = factors.get(i);
      Expr other = factors.get(1 - i);
      boolean scaled =
          Exprs.isOperation(factor, Operator.MULTIPLY)
              && Exprs.operand(factor, 0) instanceof Expr.RealLiteral;
      if (scaled && !(other instanceof Expr.RealLiteral)) {
        Expr rest = Exprs.operand(factor, 1);
        Expr product = i == 0 ? Exprs.multiply(rest, other) : Exprs.multiply(other, rest);
        return Exprs.multiply(Exprs.operand(factor, 0), product);
      }
    }
    return e;
  }

  /**
   * {@code 0 log x} is 0 or NaN, which needs no logarithm; {@code log} of a literal is one. A
   * beta(1, 1) prior has two of the former.
   */
  static Expr logarithms(Expr e) {
    if (isLog(e) && argument(e) instanceof Expr.RealLiteral x && x.value() > 0) {
      return Exprs.real(Math.log(x.value()));
    }
    boolean none = Exprs.isOperation(e, Operator.MULTIPLY) && Exprs.isReal(Exprs.operand(e, 0), 0);
    if (!none || !(Exprs.operand(e, 1) instanceof Expr.Apply a) || a.hasEffect()) {
      return e;
    }
    if (isLog(a)) {
      return within(Exprs.ZERO, argument(a), Exprs.real(Double.POSITIVE_INFINITY));
    } else if (a.primitive().method().equals("log1mChecked")) {
      return within(Exprs.real(Double.NEGATIVE_INFINITY), argument(a), Exprs.ONE);
    }
    return e;
  }

  private static boolean isLog(Expr e) {
    return e instanceof Expr.Apply a && a.primitive().method().equals("log") && !a.hasEffect();
  }

  private static Expr argument(Expr e) {
    return ((Expr.Apply) e).arguments().get(0);
  }

  /** 0 between two bounds, else NaN. */
  private static Expr within(Expr low, Expr x, Expr high) {
    Expr inside = Exprs.and(Exprs.op(Operator.LESS, low, x), Exprs.op(Operator.LESS, x, high));
    return new Expr.Choose(inside, Exprs.ZERO, Exprs.real(Double.NaN));
  }
}
