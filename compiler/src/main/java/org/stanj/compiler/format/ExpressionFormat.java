package org.stanj.compiler.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Index;

/**
 * Writes expressions. Each operation and each list is a box, so that what belongs together breaks
 * last. The results of the visitor's methods are not used.
 */
final class ExpressionFormat
    implements Expression.Visitor<ExpressionFormat>, Index.Visitor<ExpressionFormat> {
  private static final int LONG_NAME = 16;

  /** Functions whose first argument is a function's name, which has no comments before it. */
  private static final Pattern TAKES_FUNCTION =
      Pattern.compile("reduce_sum.*|ode_.*|dae|dae_tol|solve_(newton|powell).*");

  private final Page page;
  private final LineBreaker layout;

  ExpressionFormat(Page page) {
    this.page = page;
    this.layout = page.layout();
  }

  /** Writes expressions between commas, with the comments around them. */
  void list(List<Expression> expressions, TextPosition end) {
    list(expressions, end, false);
  }

  private void list(List<Expression> expressions, TextPosition end, boolean firstIsFunction) {
    for (int i = 0; i < expressions.size(); i++) {
      Expression expression = expressions.get(i);
      if (i > 0 || !firstIsFunction) {
        page.leading(TextPosition.startOf(expression.span()));
      }
      expression.accept(this);
      if (i + 1 < expressions.size()) {
        TextPosition next = TextPosition.startOf(expressions.get(i + 1).span());
        page.trailing(page.comments().beforeSeparator(next));
        layout.text(",");
        layout.space();
      }
    }
    page.trailing(page.comments().before(end));
  }

  /** Writes a name and arguments in parentheses. */
  ExpressionFormat call(String name, List<Expression> arguments, TextPosition end) {
    openCall(name);
    layout.cut();
    list(arguments, end, TAKES_FUNCTION.matcher(name).matches());
    return closeCall();
  }

  /** Arguments are below the parenthesis, or below the name's start if the name is long. */
  private void openCall(String name) {
    boolean far = name.length() > LONG_NAME;
    if (!far) {
      text(name);
    }
    layout.open(LineBreaker.Box.STRUCTURE, far ? 2 : 1);
    text(far ? name + "(" : "(");
  }

  private ExpressionFormat closeCall() {
    text(")");
    layout.close();
    return this;
  }

  private static String written(Span span) {
    String line = span.file().line(span.startLine());
    return line.substring(
        line.offsetByCodePoints(0, span.startColumn()),
        line.offsetByCodePoints(0, span.endColumn()));
  }

  private ExpressionFormat text(String text) {
    layout.text(text);
    return this;
  }

  @Override
  public ExpressionFormat intLiteral(Expression.IntLiteral node) {
    return text(written(node.span()));
  }

  @Override
  public ExpressionFormat realLiteral(Expression.RealLiteral node) {
    return text(written(node.span()));
  }

  @Override
  public ExpressionFormat imaginaryLiteral(Expression.ImaginaryLiteral node) {
    return text(written(node.span()));
  }

  @Override
  public ExpressionFormat variable(Expression.Variable node) {
    return text(node.name());
  }

  @Override
  public ExpressionFormat call(Expression.Call node) {
    page.comments().passOver(TextPosition.startOf(node.span()));
    return call(node.function().name(), node.arguments(), TextPosition.endOf(node.span()));
  }

  @Override
  public ExpressionFormat conditionalCall(Expression.ConditionalCall node) {
    TextPosition end = TextPosition.endOf(node.span());
    openCall(node.function().name());
    layout.cut();
    node.outcome().accept(this);
    if (!node.arguments().isEmpty()) {
      TextPosition next = TextPosition.startOf(node.arguments().get(0).span());
      page.trailing(page.comments().beforeSeparator(next));
      text(" |");
      layout.space();
    }
    list(node.arguments(), end);
    return closeCall();
  }

  @Override
  public ExpressionFormat target(Expression.Target node) {
    return text("target()");
  }

  @Override
  public ExpressionFormat indexed(Expression.Indexed node) {
    node.base().accept(this);
    text("[");
    String separator = "";
    for (Index index : node.indices()) {
      text(separator);
      index.accept(this);
      separator = ", ";
    }
    return text("]");
  }

  @Override
  public ExpressionFormat projection(Expression.Projection node) {
    node.tuple().accept(this);
    return text("." + node.position());
  }

  @Override
  public ExpressionFormat tupleLiteral(Expression.TupleLiteral node) {
    page.comments().passOver(TextPosition.startOf(node.span()));
    text("(");
    layout.open(LineBreaker.Box.ALL_OR_NONE, 0);
    list(node.elements(), TextPosition.endOf(node.span()));
    layout.close();
    return text(node.elements().size() == 1 ? ",)" : ")");
  }

  @Override
  public ExpressionFormat arrayLiteral(Expression.ArrayLiteral node) {
    return enclosed("{", node.elements(), "}", node.span());
  }

  @Override
  public ExpressionFormat rowVectorLiteral(Expression.RowVectorLiteral node) {
    return enclosed("[", node.elements(), "]", node.span());
  }

  private ExpressionFormat enclosed(
      String opening, List<Expression> elements, String closing, Span span) {
    page.comments().passOver(TextPosition.startOf(span));
    text(opening);
    layout.open(LineBreaker.Box.STRUCTURE, 0);
    list(elements, TextPosition.endOf(span));
    text(closing);
    layout.close();
    return this;
  }

  @Override
  public ExpressionFormat unary(Expression.Unary node) {
    String symbol = node.operator().symbol();
    if (node.operator().isPostfix()) {
      node.operand().accept(this);
      return text(symbol);
    }
    page.leading(TextPosition.startOf(node.operand().span()));
    text(symbol);
    return node.operand().accept(this);
  }

  /** Chains lean left and may be thousands deep, so they are followed in a loop. */
  @Override
  public ExpressionFormat binary(Expression.Binary node) {
    Deque<Expression.Binary> chain = new ArrayDeque<>();
    Expression left = node;
    while (left instanceof Expression.Binary binary) {
      chain.push(binary);
      layout.open(LineBreaker.Box.STRUCTURE, 0);
      left = binary.left();
    }
    left.accept(this);
    for (Expression.Binary link : chain) {
      TextPosition next = TextPosition.startOf(link.right().span());
      page.trailingThenSpace(page.comments().beforeSeparator(next));
      text(link.operator().symbol() + " ");
      page.leading(next);
      link.right().accept(this);
      layout.close();
    }
    return this;
  }

  @Override
  public ExpressionFormat conditional(Expression.Conditional node) {
    TextPosition whenTrue = TextPosition.startOf(node.whenTrue().span());
    layout.open(LineBreaker.Box.STRUCTURE, 0);
    node.condition().accept(this);
    page.trailingThenSpace(page.comments().beforeSeparator(whenTrue));
    text("? ");
    page.leading(whenTrue);
    node.whenTrue().accept(this);
    page.trailingThenSpace(page.comments().before(TextPosition.startOf(node.whenFalse().span())));
    text(": ");
    node.whenFalse().accept(this);
    layout.close();
    return this;
  }

  @Override
  public ExpressionFormat parenthesized(Expression.Parenthesized node) {
    text("(");
    node.inner().accept(this);
    return text(")");
  }

  @Override
  public ExpressionFormat single(Index.Single node) {
    return node.value().accept(this);
  }

  @Override
  public ExpressionFormat all(Index.All node) {
    return text(" : ");
  }

  @Override
  public ExpressionFormat from(Index.From node) {
    node.lower().accept(this);
    return text(" : ");
  }

  @Override
  public ExpressionFormat upTo(Index.UpTo node) {
    text(" : ");
    return node.upper().accept(this);
  }

  @Override
  public ExpressionFormat between(Index.Between node) {
    node.lower().accept(this);
    text(" : ");
    return node.upper().accept(this);
  }
}
