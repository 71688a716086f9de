package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Printable;
import org.stanj.compiler.syntax.Statement;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;

/** Checks statements; one statement may become several or none. */
final class Statements implements Statement.Visitor<List<TypedStmt>> {
  private final Session session;
  private final Expressions expressions;
  private final Declarations declarations;
  private final Distributions distributions;
  private final Assignments assignments;
  private int depth;
  private int loops;

  Statements(Session session) {
    this.session = session;
    this.expressions = new Expressions(session);
    this.declarations = new Declarations(session, expressions);
    this.distributions = new Distributions(session, expressions);
    this.assignments = new Assignments(session, expressions);
  }

  Expressions expressions() {
    return expressions;
  }

  /** The statements at the top of a block or body, whose variables stay visible. */
  List<TypedStmt> sequence(List<Statement> statements) {
    List<TypedStmt> typed = new ArrayList<>();
    boolean left = false;
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (!left && i > 0 && isJump(statements.get(i - 1))) {
        left = true;
        session.warn(ErrorCode.UNREACHABLE, statement.span());
      }
      typed.addAll(statement.accept(this));
    }
    return typed;
  }

  private static boolean isJump(Statement s) {
    return s instanceof Statement.Return
        || s instanceof Statement.Break
        || s instanceof Statement.Continue
        || s instanceof Statement.Reject
        || s instanceof Statement.FatalError;
  }

  private List<TypedStmt> scope(List<Statement> statements) {
    session.scopes().enter();
    depth++;
    List<TypedStmt> typed = sequence(statements);
    depth--;
    session.scopes().leave();
    return typed;
  }

  private List<TypedStmt> scope(Statement statement) {
    return statement instanceof Statement.Block block
        ? scope(block.statements())
        : scope(List.of(statement));
  }

  private List<TypedStmt> loopBody(Statement body) {
    loops++;
    List<TypedStmt> typed = scope(body);
    loops--;
    return typed;
  }

  private boolean atTop() {
    Region region = session.place().region();
    return depth == 0 && region != Region.MODEL && region != Region.FUNCTIONS;
  }

  @Override
  public List<TypedStmt> declare(Statement.Declare node) {
    List<TypedStmt> typed = new ArrayList<>();
    declarations
        .check(node.declaration(), atTop())
        .forEach(d -> typed.add(new TypedStmt.Declare(d, node.span())));
    return typed;
  }

  @Override
  public List<TypedStmt> assign(Statement.Assign node) {
    return List.of(assignments.check(node));
  }

  @Override
  public List<TypedStmt> targetIncrement(Statement.TargetIncrement node) {
    if (!session.place().allowsTarget()) {
      throw DiagnosticException.of(ErrorCode.TARGET_PLACE, node.span());
    }
    return List.of(new TypedStmt.AddTarget(summand(node.value()), node.span()));
  }

  private TypedExpr summand(Expression value) {
    TypedExpr typed = expressions.check(value);
    return Types.promote(typed, Types.real(typed.type()));
  }

  @Override
  public List<TypedStmt> jacobianIncrement(Statement.JacobianIncrement node) {
    if (!session.place().allowsJacobian()) {
      throw DiagnosticException.of(ErrorCode.JACOBIAN_PLACE, node.span());
    }
    return List.of(new TypedStmt.AddJacobian(summand(node.value()), node.span()));
  }

  @Override
  public List<TypedStmt> distribution(Statement.Distribution node) {
    return List.of(distributions.check(node));
  }

  @Override
  public List<TypedStmt> callStatement(Statement.CallStatement node) {
    String name = node.call().function().name();
    TypedExpr call = node.call().accept(expressions);
    if (!call.type().equals(StanType.VOID)) {
      throw DiagnosticException.of(
          ErrorCode.VALUE_NOT_USED, node.span(), name, call.type().toString());
    }
    return List.of(new TypedStmt.VoidCall(call, node.span()));
  }

  @Override
  public List<TypedStmt> block(Statement.Block node) {
    return List.of(new TypedStmt.Block(scope(node.statements()), node.span()));
  }

  @Override
  public List<TypedStmt> profile(Statement.Profile node) {
    return List.of(new TypedStmt.Profile(node.name(), scope(node.statements()), node.span()));
  }

  @Override
  public List<TypedStmt> ifElse(Statement.If node) {
    TypedExpr test = expressions.intValue(node.condition(), "The condition of if");
    List<TypedStmt> yes = scope(node.whenTrue());
    List<TypedStmt> no = node.whenFalse().map(this::scope).orElse(List.of());
    return List.of(new TypedStmt.If(test, yes, no, node.span()));
  }

  @Override
  public List<TypedStmt> whileLoop(Statement.While node) {
    TypedExpr test = expressions.intValue(node.condition(), "The condition of while");
    return List.of(new TypedStmt.While(test, loopBody(node.body()), node.span()));
  }

  @Override
  public List<TypedStmt> forRange(Statement.For node) {
    TypedExpr from = expressions.intValue(node.lower(), "The lower bound of a loop");
    TypedExpr to = expressions.intValue(node.upper(), "The upper bound of a loop");
    Symbol index =
        new Symbol(
            node.variable().name(), StanType.INT, Symbol.Origin.LOOP, true, node.variable().span());
    session.scopes().enter();
    session.declare(node.variable(), index);
    List<TypedStmt> body = loopBody(node.body());
    session.scopes().leave();
    return List.of(new TypedStmt.For(index, from, to, body, node.span()));
  }

  @Override
  public List<TypedStmt> forEach(Statement.ForEach node) {
    TypedExpr container = expressions.check(node.container());
    StanType type = container.type();
    if (type.rank() == 0 || (type.isComplex() && !type.isArray())) {
      throw DiagnosticException.of(
          ErrorCode.FOREACH_CONTAINER, node.container().span(), type.toString());
    }
    StanType element = type.isArray() ? type.element() : StanType.REAL;
    boolean data =
        element.isInt() || session.place().region().allData() || Levels.isData(container);
    Symbol symbol =
        new Symbol(
            node.variable().name(), element, Symbol.Origin.LOOP, data, node.variable().span());
    session.scopes().enter();
    session.declare(node.variable(), symbol);
    List<TypedStmt> body = loopBody(node.body());
    session.scopes().leave();
    return List.of(new TypedStmt.ForEach(symbol, container, body, node.span()));
  }

  private void requireLoop(String word, Span span) {
    if (loops == 0) {
      throw DiagnosticException.of(ErrorCode.OUTSIDE_LOOP, span, word);
    }
  }

  @Override
  public List<TypedStmt> breakLoop(Statement.Break node) {
    requireLoop("break", node.span());
    return List.of(new TypedStmt.Break(node.span()));
  }

  @Override
  public List<TypedStmt> continueLoop(Statement.Continue node) {
    requireLoop("continue", node.span());
    return List.of(new TypedStmt.Continue(node.span()));
  }

  @Override
  public List<TypedStmt> returnValue(Statement.Return node) {
    Surroundings place = session.place();
    if (!place.inFunction()) {
      throw DiagnosticException.of(ErrorCode.RETURN_OUTSIDE_FUNCTION, node.span());
    }
    Optional<TypedExpr> value = node.value().map(expressions::check);
    StanType type = value.map(TypedExpr::type).orElse(StanType.VOID);
    if (!Types.promotes(type, place.result())) {
      throw DiagnosticException.of(
          ErrorCode.RETURN_TYPE,
          node.span(),
          place.function(),
          place.result().toString(),
          type.toString());
    }
    return List.of(
        new TypedStmt.Return(value.map(v -> Types.promote(v, place.result())), node.span()));
  }

  @Override
  public List<TypedStmt> print(Statement.Print node) {
    return List.of(message(TypedStmt.MessageKind.PRINT, node.items(), node.span()));
  }

  @Override
  public List<TypedStmt> reject(Statement.Reject node) {
    return List.of(message(TypedStmt.MessageKind.REJECT, node.items(), node.span()));
  }

  @Override
  public List<TypedStmt> fatalError(Statement.FatalError node) {
    return List.of(message(TypedStmt.MessageKind.FATAL_ERROR, node.items(), node.span()));
  }

  private TypedStmt message(TypedStmt.MessageKind kind, List<Printable> items, Span span) {
    List<TypedStmt.Part> parts = new ArrayList<>();
    for (Printable item : items) {
      parts.add(
          item.accept(
              new Printable.Visitor<TypedStmt.Part>() {
                @Override
                public TypedStmt.Part text(Printable.Text node) {
                  return new TypedStmt.Part.Text(node.text());
                }

                @Override
                public TypedStmt.Part value(Printable.Value node) {
                  return new TypedStmt.Part.Value(expressions.check(node.value()));
                }
              }));
    }
    return new TypedStmt.Message(kind, parts, span);
  }

  @Override
  public List<TypedStmt> empty(Statement.Empty node) {
    return List.of();
  }
}
