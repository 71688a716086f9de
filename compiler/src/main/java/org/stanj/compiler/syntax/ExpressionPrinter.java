package org.stanj.compiler.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes expressions. Trees from the parser keep their parentheses as nodes, so none are added;
 * chains that lean left are written in a loop.
 */
final class ExpressionPrinter implements Expression.Visitor<String>, Index.Visitor<String> {
  static final ExpressionPrinter INSTANCE = new ExpressionPrinter();

  private ExpressionPrinter() {}

  static String list(List<Expression> expressions) {
    return expressions.stream()
        .map(expression -> expression.accept(INSTANCE))
        .collect(Collectors.joining(", "));
  }

  static String indices(List<Index> indices) {
    return indices.stream()
        .map(index -> index.accept(INSTANCE))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String intLiteral(Expression.IntLiteral node) {
    return Integer.toString(node.value());
  }

  @Override
  public String realLiteral(Expression.RealLiteral node) {
    return node.text();
  }

  @Override
  public String imaginaryLiteral(Expression.ImaginaryLiteral node) {
    return node.text() + "i";
  }

  @Override
  public String variable(Expression.Variable node) {
    return node.name();
  }

  @Override
  public String call(Expression.Call node) {
    return node.function().name() + "(" + list(node.arguments()) + ")";
  }

  @Override
  public String conditionalCall(Expression.ConditionalCall node) {
    String outcome = node.outcome().accept(this);
    return node.function().name() + "(" + outcome + " | " + list(node.arguments()) + ")";
  }

  @Override
  public String target(Expression.Target node) {
    return "target()";
  }

  @Override
  public String indexed(Expression.Indexed node) {
    return node.base().accept(this) + indices(node.indices());
  }

  @Override
  public String projection(Expression.Projection node) {
    return node.tuple().accept(this) + "." + node.position();
  }

  @Override
  public String tupleLiteral(Expression.TupleLiteral node) {
    String trailing = node.elements().size() == 1 ? "," : "";
    return "(" + list(node.elements()) + trailing + ")";
  }

  @Override
  public String arrayLiteral(Expression.ArrayLiteral node) {
    return "{" + list(node.elements()) + "}";
  }

  @Override
  public String rowVectorLiteral(Expression.RowVectorLiteral node) {
    return "[" + list(node.elements()) + "]";
  }

  @Override
  public String unary(Expression.Unary node) {
    String operand = node.operand().accept(this);
    String symbol = node.operator().symbol();
    return node.operator().isPostfix() ? operand + symbol : symbol + operand;
  }

  @Override
  public String binary(Expression.Binary node) {
    Deque<Expression.Binary> chain = new ArrayDeque<>();
    Expression left = node;
    while (left instanceof Expression.Binary binary) {
      chain.push(binary);
      left = binary.left();
    }
    StringBuilder out = new StringBuilder(left.accept(this));
    for (Expression.Binary link : chain) {
      out.append(' ').append(link.operator().symbol()).append(' ');
      out.append(link.right().accept(this));
    }
    return out.toString();
  }

  @Override
  public String conditional(Expression.Conditional node) {
    return node.condition().accept(this)
        + " ? "
        + node.whenTrue().accept(this)
        + " : "
        + node.whenFalse().accept(this);
  }

  @Override
  public String parenthesized(Expression.Parenthesized node) {
    return "(" + node.inner().accept(this) + ")";
  }

  @Override
  public String single(Index.Single node) {
    return node.value().accept(this);
  }

  @Override
  public String all(Index.All node) {
    return ":";
  }

  @Override
  public String from(Index.From node) {
    return node.lower().accept(this) + ":";
  }

  @Override
  public String upTo(Index.UpTo node) {
    return ":" + node.upper().accept(this);
  }

  @Override
  public String between(Index.Between node) {
    return node.lower().accept(this) + ":" + node.upper().accept(this);
  }
}
