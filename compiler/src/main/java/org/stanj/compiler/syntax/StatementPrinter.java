package org.stanj.compiler.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes statements, one or more lines each, at the present indent. The result is not used. */
final class StatementPrinter implements Statement.Visitor<StatementPrinter> {
  private static final int STEP = 2;

  private final StringBuilder out = new StringBuilder();
  private int indent;

  /** What has been written. */
  String text() {
    return out.toString();
  }

  /** Writes one line. */
  StatementPrinter line(String text) {
    out.append(" ".repeat(indent)).append(text).append('\n');
    return this;
  }

  /** Writes a line that ends in an opening brace, and indents what follows. */
  void open(String head) {
    line(head.isEmpty() ? "{" : head + " {");
    indent += STEP;
  }

  /** Ends what {@link #open} began. */
  StatementPrinter close() {
    indent -= STEP;
    return line("}");
  }

  private StatementPrinter braced(String head, List<Statement> statements) {
    open(head);
    statements.forEach(statement -> statement.accept(this));
    return close();
  }

  /** A block goes on the line of its head, any other statement on a line of its own. */
  private StatementPrinter body(String head, Statement body) {
    if (body instanceof Statement.Block block) {
      return braced(head, block.statements());
    }
    line(head);
    indent += STEP;
    body.accept(this);
    indent -= STEP;
    return this;
  }

  private static String print(Expression expression) {
    return expression.accept(ExpressionPrinter.INSTANCE);
  }

  private static String print(Optional<Expression> expression) {
    return expression.map(StatementPrinter::print).orElse("");
  }

  private static String print(List<Printable> items) {
    return items.stream()
        .map(item -> item.accept(PrintableText.INSTANCE))
        .collect(Collectors.joining(", ", "(", ");"));
  }

  private static final class PrintableText implements Printable.Visitor<String> {
    static final PrintableText INSTANCE = new PrintableText();

    @Override
    public String text(Printable.Text node) {
      return "\"" + node.text() + "\"";
    }

    @Override
    public String value(Printable.Value node) {
      return print(node.value());
    }
  }

  @Override
  public StatementPrinter declare(Statement.Declare node) {
    String variables =
        node.declaration().variables().stream()
            .map(StatementPrinter::declarator)
            .collect(Collectors.joining(", "));
    return line(SyntaxPrinter.print(node.declaration().type()) + " " + variables + ";");
  }

  private static String declarator(Declaration.Declarator declarator) {
    String value = declarator.initializer().map(e -> " = " + print(e)).orElse("");
    return declarator.name().name() + value;
  }

  @Override
  public StatementPrinter assign(Statement.Assign node) {
    String operator = node.operator().map(BinaryOp::symbol).orElse("");
    String target = print(node.target().toExpression());
    return line(target + " " + operator + "= " + print(node.value()) + ";");
  }

  @Override
  public StatementPrinter targetIncrement(Statement.TargetIncrement node) {
    return line("target += " + print(node.value()) + ";");
  }

  @Override
  public StatementPrinter jacobianIncrement(Statement.JacobianIncrement node) {
    return line("jacobian += " + print(node.value()) + ";");
  }

  @Override
  public StatementPrinter distribution(Statement.Distribution node) {
    String truncation =
        node.truncation()
            .map(t -> " T[" + print(t.lower()) + ", " + print(t.upper()) + "]")
            .orElse("");
    return line(
        print(node.outcome())
            + " ~ "
            + node.distribution().name()
            + "("
            + ExpressionPrinter.list(node.arguments())
            + ")"
            + truncation
            + ";");
  }

  @Override
  public StatementPrinter callStatement(Statement.CallStatement node) {
    return line(print(node.call()) + ";");
  }

  @Override
  public StatementPrinter block(Statement.Block node) {
    return braced("", node.statements());
  }

  @Override
  public StatementPrinter profile(Statement.Profile node) {
    return braced("profile(\"" + node.name() + "\")", node.statements());
  }

  @Override
  public StatementPrinter ifElse(Statement.If node) {
    Statement.If branch = node;
    body("if (" + print(branch.condition()) + ")", branch.whenTrue());
    while (branch.whenFalse().orElse(null) instanceof Statement.If next) {
      body("else if (" + print(next.condition()) + ")", next.whenTrue());
      branch = next;
    }
    return branch.whenFalse().isPresent() ? body("else", branch.whenFalse().get()) : this;
  }

  @Override
  public StatementPrinter whileLoop(Statement.While node) {
    return body("while (" + print(node.condition()) + ")", node.body());
  }

  @Override
  public StatementPrinter forRange(Statement.For node) {
    String range = print(node.lower()) + ":" + print(node.upper());
    return body("for (" + node.variable().name() + " in " + range + ")", node.body());
  }

  @Override
  public StatementPrinter forEach(Statement.ForEach node) {
    String head = "for (" + node.variable().name() + " in " + print(node.container()) + ")";
    return body(head, node.body());
  }

  @Override
  public StatementPrinter breakLoop(Statement.Break node) {
    return line("break;");
  }

  @Override
  public StatementPrinter continueLoop(Statement.Continue node) {
    return line("continue;");
  }

  @Override
  public StatementPrinter returnValue(Statement.Return node) {
    return line(node.value().map(value -> "return " + print(value) + ";").orElse("return;"));
  }

  @Override
  public StatementPrinter print(Statement.Print node) {
    return line("print" + print(node.items()));
  }

  @Override
  public StatementPrinter reject(Statement.Reject node) {
    return line("reject" + print(node.items()));
  }

  @Override
  public StatementPrinter fatalError(Statement.FatalError node) {
    return line("fatal_error" + print(node.items()));
  }

  @Override
  public StatementPrinter empty(Statement.Empty node) {
    return line(";");
  }
}
