package org.stanj.compiler.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Replaces expressions from the innermost to the outermost. */
final class ExpressionRewrite implements Expression.Visitor<Expression>, LValue.Visitor<LValue> {
  private final UnaryOperator<Expression> change;
  private final UnaryOperator<Expression> alone;

  /**
   * @param change is applied to every expression
   * @param alone is applied then to those that are no operands
   */
  ExpressionRewrite(UnaryOperator<Expression> change, UnaryOperator<Expression> alone) {
    this.change = change;
    this.alone = alone;
  }

  Expression alone(Expression expression) {
    return alone.apply(of(expression));
  }

  Expression of(Expression expression) {
    return expression.accept(this);
  }

  Optional<Expression> of(Optional<Expression> expression) {
    return expression.map(this::alone);
  }

  /** A bound counts as an operand. */
  Optional<Expression> bound(Optional<Expression> expression) {
    return expression.map(this::of);
  }

  List<Expression> all(List<Expression> expressions) {
    return expressions.stream().map(this::alone).toList();
  }

  /**
   * @param bound how the bounds of ranges are replaced
   */
  private List<Index> indices(List<Index> indices, UnaryOperator<Expression> bound) {
    IndexRewrite rewrite = new IndexRewrite(this::alone, bound);
    return indices.stream().map(index -> index.accept(rewrite)).toList();
  }

  @Override
  public Expression intLiteral(Expression.IntLiteral node) {
    return change.apply(node);
  }

  @Override
  public Expression realLiteral(Expression.RealLiteral node) {
    return change.apply(node);
  }

  @Override
  public Expression imaginaryLiteral(Expression.ImaginaryLiteral node) {
    return change.apply(node);
  }

  @Override
  public Expression variable(Expression.Variable node) {
    return change.apply(node);
  }

  @Override
  public Expression call(Expression.Call node) {
    return change.apply(new Expression.Call(node.function(), all(node.arguments()), node.span()));
  }

  @Override
  public Expression conditionalCall(Expression.ConditionalCall node) {
    return change.apply(
        new Expression.ConditionalCall(
            node.function(), alone(node.outcome()), all(node.arguments()), node.span()));
  }

  @Override
  public Expression target(Expression.Target node) {
    return change.apply(node);
  }

  @Override
  public Expression indexed(Expression.Indexed node) {
    return change.apply(
        new Expression.Indexed(of(node.base()), indices(node.indices(), this::of), node.span()));
  }

  @Override
  public Expression projection(Expression.Projection node) {
    return change.apply(new Expression.Projection(of(node.tuple()), node.position(), node.span()));
  }

  @Override
  public Expression tupleLiteral(Expression.TupleLiteral node) {
    return change.apply(new Expression.TupleLiteral(all(node.elements()), node.span()));
  }

  @Override
  public Expression arrayLiteral(Expression.ArrayLiteral node) {
    return change.apply(new Expression.ArrayLiteral(all(node.elements()), node.span()));
  }

  @Override
  public Expression rowVectorLiteral(Expression.RowVectorLiteral node) {
    return change.apply(new Expression.RowVectorLiteral(all(node.elements()), node.span()));
  }

  @Override
  public Expression unary(Expression.Unary node) {
    return change.apply(new Expression.Unary(node.operator(), of(node.operand()), node.span()));
  }

  @Override
  public Expression binary(Expression.Binary node) {
    Deque<Expression.Binary> chain = new ArrayDeque<>();
    Expression left = node;
    while (left instanceof Expression.Binary binary) {
      chain.push(binary);
      left = binary.left();
    }
    left = of(left);
    for (Expression.Binary link : chain) {
      left =
          change.apply(new Expression.Binary(link.operator(), left, of(link.right()), link.span()));
    }
    return left;
  }

  @Override
  public Expression conditional(Expression.Conditional node) {
    return change.apply(
        new Expression.Conditional(
            of(node.condition()), of(node.whenTrue()), of(node.whenFalse()), node.span()));
  }

  @Override
  public Expression parenthesized(Expression.Parenthesized node) {
    return change.apply(new Expression.Parenthesized(of(node.inner()), node.span()));
  }

  @Override
  public LValue name(LValue.Name node) {
    return node;
  }

  @Override
  public LValue element(LValue.Element node) {
    return new LValue.Element(
        node.base().accept(this), indices(node.indices(), this::alone), node.span());
  }

  @Override
  public LValue component(LValue.Component node) {
    return new LValue.Component(node.base().accept(this), node.position(), node.span());
  }

  @Override
  public LValue pack(LValue.Pack node) {
    return new LValue.Pack(
        node.elements().stream().map(element -> element.accept(this)).toList(), node.span());
  }
}
