package org.stanj.compiler.parse;

import java.util.List;
import java.util.stream.Collectors;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.SyntaxPrinter;

/** Prints an expression with parentheses around every operation, to show how it was grouped. */
final class Grouping implements Expression.Visitor<String> {
  private String group(Object... parts) {
    return List.of(parts).stream()
        .map(part -> part instanceof Expression e ? e.accept(this) : part.toString())
        .collect(Collectors.joining("", "(", ")"));
  }

  @Override
  public String unary(Expression.Unary node) {
    String symbol = node.operator().symbol();
    return node.operator().isPostfix()
        ? group(node.operand(), symbol)
        : group(symbol, node.operand());
  }

  @Override
  public String binary(Expression.Binary node) {
    return group(node.left(), " " + node.operator().symbol() + " ", node.right());
  }

  @Override
  public String conditional(Expression.Conditional node) {
    return group(node.condition(), " ? ", node.whenTrue(), " : ", node.whenFalse());
  }

  @Override
  public String intLiteral(Expression.IntLiteral node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String realLiteral(Expression.RealLiteral node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String imaginaryLiteral(Expression.ImaginaryLiteral node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String variable(Expression.Variable node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String call(Expression.Call node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String conditionalCall(Expression.ConditionalCall node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String target(Expression.Target node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String indexed(Expression.Indexed node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String projection(Expression.Projection node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String tupleLiteral(Expression.TupleLiteral node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String arrayLiteral(Expression.ArrayLiteral node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String rowVectorLiteral(Expression.RowVectorLiteral node) {
    return SyntaxPrinter.print(node);
  }

  @Override
  public String parenthesized(Expression.Parenthesized node) {
    return SyntaxPrinter.print(node);
  }
}
