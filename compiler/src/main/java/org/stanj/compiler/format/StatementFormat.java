package org.stanj.compiler.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.BinaryOp;
import org.stanj.compiler.syntax.Declaration;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Printable;
import org.stanj.compiler.syntax.Statement;
import org.stanj.compiler.syntax.Truncation;

/**
 * Writes statements, each in the vertical box that its list or its head has opened. The results of
 * the visitor's methods are not used.
 */
final class StatementFormat implements Statement.Visitor<StatementFormat> {
  private static final String STEP = "  ";

  private final Page page;
  private final LineBreaker layout;
  private final ExpressionFormat expressions;
  private final TypeFormat types;
  private final Predicate<Span> shown;

  /**
   * @param shown whether what stands at a place is to be written; included text may not be
   */
  StatementFormat(Page page, Predicate<Span> shown) {
    this.page = page;
    this.layout = page.layout();
    this.expressions = new ExpressionFormat(page);
    this.types = new TypeFormat(page, expressions);
    this.shown = shown;
  }

  TypeFormat types() {
    return types;
  }

  /** Writes braces around statements, behind a head in a vertical box. */
  StatementFormat block(List<Statement> statements, TextPosition end) {
    return braced(() -> contents(statements, end));
  }

  /** Writes braces around anything that ends with its last line. */
  StatementFormat braced(Runnable contents) {
    layout.text("{");
    layout.cut();
    openIndented();
    layout.open(LineBreaker.Box.VERTICAL, 0);
    contents.run();
    layout.close();
    layout.close();
    layout.cut();
    return text("}");
  }

  /** The indent is written out, so that it is there however far the line is to the right. */
  private void openIndented() {
    layout.open(LineBreaker.Box.HORIZONTAL, 0);
    text(STEP);
  }

  private void contents(List<Statement> statements, TextPosition end) {
    Optional<TextPosition> previous = Optional.empty();
    for (Statement statement : statements) {
      if (shown.test(statement.span())) {
        TextPosition start = Starts.of(statement);
        page.between(previous, Optional.of(start), page.comments().before(start));
        own(statement);
        previous = Optional.of(TextPosition.endOf(statement.span()));
      }
    }
    page.between(previous, Optional.empty(), page.comments().before(end));
  }

  /** Writes a statement in a box of its own. */
  private StatementFormat own(Statement statement) {
    boolean simple = isSimple(statement);
    layout.open(simple ? LineBreaker.Box.HORIZONTAL : LineBreaker.Box.VERTICAL, 0);
    statement.accept(this);
    layout.close();
    page.comments().passOver(TextPosition.endOf(statement.span()));
    return this;
  }

  /** Assignments hold together as far as their expressions do. */
  private static boolean isSimple(Statement statement) {
    return statement instanceof Statement.Declare
        || statement instanceof Statement.Assign
        || statement instanceof Statement.Return;
  }

  private StatementFormat text(String text) {
    layout.text(text);
    return this;
  }

  private StatementFormat value(Expression expression) {
    expression.accept(expressions);
    return this;
  }

  @Override
  public StatementFormat declare(Statement.Declare node) {
    node.declaration().type().accept(types);
    String separator = " ";
    for (Declaration.Declarator variable : node.declaration().variables()) {
      text(separator + variable.name().name());
      if (variable.initializer().isPresent()) {
        text(" = ").value(variable.initializer().get());
      }
      separator = ", ";
    }
    return text(";");
  }

  @Override
  public StatementFormat assign(Statement.Assign node) {
    value(node.target().toExpression());
    text(" " + node.operator().map(BinaryOp::symbol).orElse("") + "= ");
    return value(node.value()).text(";");
  }

  @Override
  public StatementFormat targetIncrement(Statement.TargetIncrement node) {
    return text("target += ").value(node.value()).text(";");
  }

  @Override
  public StatementFormat jacobianIncrement(Statement.JacobianIncrement node) {
    return text("jacobian += ").value(node.value()).text(";");
  }

  @Override
  public StatementFormat distribution(Statement.Distribution node) {
    value(node.outcome()).text(" ~ ");
    expressions.call(node.distribution().name(), node.arguments(), TextPosition.endOf(node.span()));
    node.truncation().ifPresent(this::truncation);
    return text(";");
  }

  private void truncation(Truncation truncation) {
    if (truncation.lower().isEmpty() && truncation.upper().isEmpty()) {
      return;
    }
    text(" T[");
    truncation.lower().ifPresentOrElse(this::value, () -> text(" "));
    text(", ");
    truncation.upper().ifPresent(this::value);
    text("]");
  }

  @Override
  public StatementFormat callStatement(Statement.CallStatement node) {
    Expression.Call call = node.call();
    expressions.call(call.function().name(), call.arguments(), TextPosition.endOf(node.span()));
    return text(";");
  }

  @Override
  public StatementFormat block(Statement.Block node) {
    return block(node.statements(), TextPosition.endOf(node.span()));
  }

  @Override
  public StatementFormat profile(Statement.Profile node) {
    return text("profile(\"" + node.name() + "\") ")
        .block(node.statements(), TextPosition.endOf(node.span()));
  }

  @Override
  public StatementFormat ifElse(Statement.If node) {
    head("if (", node.condition());
    body(node.whenTrue(), TextPosition.endOf(node.condition().span()));
    return node.whenFalse().isPresent() ? otherwise(node, node.whenFalse().get()) : this;
  }

  /** Writes what is before the body. */
  private void head(String words, Expression expression) {
    text(words).value(expression).text(") ");
  }

  private StatementFormat otherwise(Statement.If node, Statement whenFalse) {
    List<Trivia.Comment> before = page.comments().beforeSeparator(Starts.of(whenFalse));
    Optional<TextPosition> previous = Optional.of(TextPosition.endOf(node.whenTrue().span()));
    if (!before.isEmpty()) {
      page.between(previous, Optional.empty(), before);
    }
    boolean lineEnded = !before.isEmpty() && before.get(before.size() - 1).endsLine();
    if (node.whenTrue() instanceof Statement.Block && !lineEnded) {
      text(" ");
    } else {
      layout.cut();
    }
    text("else");
    List<Trivia.Comment> behind = page.comments().before(TextPosition.startOf(whenFalse.span()));
    text(" ");
    if (!behind.isEmpty() && !page.inline(behind)) {
      layout.newline();
    }
    if (whenFalse instanceof Statement.If next) {
      return ifElse(next);
    }
    return body(whenFalse, TextPosition.endOf(node.whenTrue().span()));
  }

  /** A block stays on the line of its head, any other statement gets a line of its own. */
  private StatementFormat body(Statement body, TextPosition headEnd) {
    if (body instanceof Statement.Block block) {
      return block(block);
    }
    List<Trivia.Comment> before = page.comments().before(Starts.of(body));
    if (!before.isEmpty()) {
      page.between(Optional.of(headEnd), Optional.empty(), before);
    }
    layout.cut();
    openIndented();
    own(body);
    layout.close();
    return this;
  }

  @Override
  public StatementFormat whileLoop(Statement.While node) {
    head("while (", node.condition());
    if (node.body() instanceof Statement.Block block) {
      return block(block);
    }
    return own(node.body());
  }

  @Override
  public StatementFormat forRange(Statement.For node) {
    text("for (" + node.variable().name() + " in ").value(node.lower());
    text(" : ").value(node.upper()).text(") ");
    return body(node.body(), TextPosition.endOf(node.upper().span()));
  }

  @Override
  public StatementFormat forEach(Statement.ForEach node) {
    head("for (" + node.variable().name() + " in ", node.container());
    return body(node.body(), TextPosition.endOf(node.container().span()));
  }

  @Override
  public StatementFormat breakLoop(Statement.Break node) {
    return text("break;");
  }

  @Override
  public StatementFormat continueLoop(Statement.Continue node) {
    return text("continue;");
  }

  @Override
  public StatementFormat returnValue(Statement.Return node) {
    if (node.value().isEmpty()) {
      return text("return;");
    }
    return text("return ").value(node.value().get()).text(";");
  }

  @Override
  public StatementFormat print(Statement.Print node) {
    return message("print(", node.items());
  }

  @Override
  public StatementFormat reject(Statement.Reject node) {
    return message("reject(", node.items());
  }

  @Override
  public StatementFormat fatalError(Statement.FatalError node) {
    return message("fatal_error(", node.items());
  }

  private StatementFormat message(String head, List<Printable> items) {
    text(head);
    layout.open(LineBreaker.Box.FILL, 0);
    boolean first = true;
    for (Printable item : items) {
      if (!first) {
        text(",");
        layout.space();
      }
      first = false;
      item.accept(new Item());
    }
    layout.close();
    return text(");");
  }

  /** Writes what is printed. */
  private final class Item implements Printable.Visitor<StatementFormat> {
    @Override
    public StatementFormat text(Printable.Text node) {
      return StatementFormat.this.text("\"" + node.text() + "\"");
    }

    @Override
    public StatementFormat value(Printable.Value node) {
      return StatementFormat.this.value(node.value());
    }
  }

  @Override
  public StatementFormat empty(Statement.Empty node) {
    return text(";");
  }
}
