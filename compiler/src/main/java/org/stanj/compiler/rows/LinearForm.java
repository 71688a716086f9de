package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stanj.compiler.bindtime.DataValues;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Var;

/**
 * A scalar of an iteration that is linear in values made of parameters: scale · (Σ coefficient ·
 * data + Σ over blocks of Σₖ coefficientₖ · dataₖ).
 *
 * <p>Data are expressions that bind can compute ({@link DataValues}). Coefficients and scale depend
 * on the iteration only through indices that are data.
 *
 * @param terms data by coefficient; under {@link Exprs#ONE}, what has none
 * @param blocks sums over inner loops
 * @param scale a factor of all
 */
record LinearForm(Map<Expr, Expr> terms, List<Block> blocks, Expr scale) {
  /** Σ over an inner index of coefficient times data; the bounds are the same in all iterations. */
  record Block(Level level, Expr coefficient, Expr data) {
    private Block map(UnaryOperator<Expr> onCoefficient, UnaryOperator<Expr> onData) {
      return new Block(level, onCoefficient.apply(coefficient), onData.apply(data));
    }
  }

  static LinearForm data(Expr value) {
    return new LinearForm(Map.of(Exprs.ONE, Exprs.toReal(value)), List.of(), Exprs.ONE);
  }

  static LinearForm coefficient(Expr value) {
    return new LinearForm(Map.of(Exprs.toReal(value), Exprs.ONE), List.of(), Exprs.ONE);
  }

  static LinearForm block(Block block) {
    return new LinearForm(Map.of(), List.of(block), Exprs.ONE);
  }

  /** The same as data alone, if it is that. */
  Optional<Expr> asData() {
    boolean only =
        blocks.isEmpty()
            && terms.size() == 1
            && terms.containsKey(Exprs.ONE)
            && scale.equals(Exprs.ONE);
    return only ? Optional.of(terms.get(Exprs.ONE)) : Optional.empty();
  }

  /** The same as a coefficient alone, if it is that. */
  Optional<Expr> asCoefficient() {
    if (!blocks.isEmpty() || terms.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<Expr, Expr> only = terms.entrySet().iterator().next();
    return only.getValue() instanceof Expr.RealLiteral
        ? Optional.of(Exprs.multiply(scale, Exprs.multiply(only.getValue(), only.getKey())))
        : Optional.empty();
  }

  LinearForm plus(LinearForm other) {
    if (!scale.equals(other.scale)) {
      return unscaled().plus(other.unscaled());
    }
    Map<Expr, Expr> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((c, d) -> sum.merge(c, d, Exprs::add));
    List<Block> all = new ArrayList<>(blocks);
    all.addAll(other.blocks);
    return new LinearForm(sum, all, scale);
  }

  LinearForm negated() {
    return timesData(Exprs.real(-1));
  }

  LinearForm scaled(Expr factor) {
    return new LinearForm(terms, blocks, Exprs.multiply(scale, factor));
  }

  LinearForm divided(Expr divisor) {
    return new LinearForm(terms, blocks, Exprs.divide(scale, divisor));
  }

  LinearForm timesData(Expr factor) {
    return map(UnaryOperator.identity(), d -> Exprs.multiply(factor, d));
  }

  LinearForm dividedByData(Expr divisor) {
    return map(UnaryOperator.identity(), d -> Exprs.divide(d, divisor));
  }

  /** The same with other values of the indices of loops. */
  LinearForm with(Map<Var, Expr> values) {
    UnaryOperator<Expr> replaced = e -> Indices.replaced(e, values);
    return map(replaced, replaced).withScale(replaced.apply(scale));
  }

  private LinearForm withScale(Expr other) {
    return new LinearForm(terms, blocks, other);
  }

  private LinearForm unscaled() {
    return scale.equals(Exprs.ONE)
        ? this
        : map(c -> Exprs.multiply(c, scale), UnaryOperator.identity()).withScale(Exprs.ONE);
  }

  private LinearForm map(UnaryOperator<Expr> onCoefficient, UnaryOperator<Expr> onData) {
    Map<Expr, Expr> mapped = new LinkedHashMap<>();
    terms.forEach((c, d) -> mapped.merge(onCoefficient.apply(c), onData.apply(d), Exprs::add));
    return new LinearForm(
        mapped, blocks.stream().map(b -> b.map(onCoefficient, onData)).toList(), scale);
  }

  /** The operation over forms; empty where the result is not linear. */
  static Optional<LinearForm> of(Operator operator, LinearForm a, LinearForm b) {
    return switch (operator) {
      case ADD -> Optional.of(a.plus(b));
      case SUBTRACT -> Optional.of(a.plus(b.negated()));
      case MULTIPLY -> product(a, b).or(() -> product(b, a));
      case DIVIDE -> quotient(a, b);
      default -> Optional.empty();
    };
  }

  private static Optional<LinearForm> product(LinearForm a, LinearForm b) {
    return b.asData().map(a::timesData).or(() -> b.asCoefficient().map(a::scaled));
  }

  private static Optional<LinearForm> quotient(LinearForm a, LinearForm b) {
    return b.asData().map(a::dividedByData).or(() -> b.asCoefficient().map(a::divided));
  }
}
