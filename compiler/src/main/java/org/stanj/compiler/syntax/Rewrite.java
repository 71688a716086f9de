package org.stanj.compiler.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Replaces expressions and statements of a program, the inner before the outer. To look at all of
 * them, give functions that return what they are given.
 */
public final class Rewrite implements Statement.Visitor<Statement>, Printable.Visitor<Printable> {
  private final ExpressionRewrite expressions;
  private final TypeRewrite types;
  private final UnaryOperator<Statement> change;

  /**
   * Applies functions to every expression and statement.
   *
   * @param alone is applied after {@code expressions} to those that are not operands: whole ones in
   *     a statement or type, arguments, elements, indices
   */
  public Rewrite(
      UnaryOperator<Expression> expressions,
      UnaryOperator<Expression> alone,
      UnaryOperator<Statement> statements) {
    this.expressions = new ExpressionRewrite(expressions, alone);
    this.types = new TypeRewrite(this.expressions);
    this.change = statements;
  }

  /** The changed program. */
  public Program of(Program program) {
    List<Program.Block> blocks = program.blocks().stream().map(this::of).toList();
    return new Program(program.file(), program.included(), blocks);
  }

  private Program.Block of(Program.Block block) {
    if (block instanceof Program.Functions functions) {
      List<FunctionDefinition> definitions =
          functions.definitions().stream().map(this::of).toList();
      return new Program.Functions(definitions, functions.span());
    }
    Program.Statements statements = (Program.Statements) block;
    return new Program.Statements(
        statements.kind(), all(statements.statements()), statements.span());
  }

  private FunctionDefinition of(FunctionDefinition function) {
    return new FunctionDefinition(
        function.returnType(),
        function.name(),
        function.parameters(),
        function.body().map(this::inside),
        function.span());
  }

  private Statement.Block inside(Statement.Block body) {
    return new Statement.Block(all(body.statements()), body.span());
  }

  private List<Statement> all(List<Statement> statements) {
    return statements.stream().map(this::of).toList();
  }

  private Statement of(Statement statement) {
    return statement.accept(this);
  }

  @Override
  public Statement declare(Statement.Declare node) {
    Declaration declaration = node.declaration();
    List<Declaration.Declarator> variables =
        declaration.variables().stream()
            .map(
                v ->
                    new Declaration.Declarator(v.name(), expressions.of(v.initializer()), v.span()))
            .toList();
    return change.apply(
        new Statement.Declare(
            new Declaration(declaration.type().accept(types), variables, declaration.span()),
            node.span()));
  }

  @Override
  public Statement assign(Statement.Assign node) {
    return change.apply(
        new Statement.Assign(
            node.target().accept(expressions),
            node.operator(),
            expressions.alone(node.value()),
            node.span()));
  }

  @Override
  public Statement targetIncrement(Statement.TargetIncrement node) {
    return change.apply(
        new Statement.TargetIncrement(expressions.alone(node.value()), node.span()));
  }

  @Override
  public Statement jacobianIncrement(Statement.JacobianIncrement node) {
    return change.apply(
        new Statement.JacobianIncrement(expressions.alone(node.value()), node.span()));
  }

  @Override
  public Statement distribution(Statement.Distribution node) {
    return change.apply(
        new Statement.Distribution(
            expressions.alone(node.outcome()),
            node.distribution(),
            expressions.all(node.arguments()),
            node.truncation()
                .map(
                    t ->
                        new Truncation(
                            expressions.of(t.lower()), expressions.of(t.upper()), t.span())),
            node.span()));
  }

  @Override
  public Statement callStatement(Statement.CallStatement node) {
    Expression call = expressions.of(node.call());
    return change.apply(new Statement.CallStatement((Expression.Call) call, node.span()));
  }

  @Override
  public Statement block(Statement.Block node) {
    return change.apply(inside(node));
  }

  @Override
  public Statement profile(Statement.Profile node) {
    return change.apply(new Statement.Profile(node.name(), all(node.statements()), node.span()));
  }

  @Override
  public Statement ifElse(Statement.If node) {
    Optional<Statement> whenFalse = node.whenFalse().map(this::of);
    return change.apply(
        new Statement.If(
            expressions.alone(node.condition()), of(node.whenTrue()), whenFalse, node.span()));
  }

  @Override
  public Statement whileLoop(Statement.While node) {
    return change.apply(
        new Statement.While(expressions.alone(node.condition()), of(node.body()), node.span()));
  }

  @Override
  public Statement forRange(Statement.For node) {
    return change.apply(
        new Statement.For(
            node.variable(),
            expressions.of(node.lower()),
            expressions.of(node.upper()),
            of(node.body()),
            node.span()));
  }

  @Override
  public Statement forEach(Statement.ForEach node) {
    return change.apply(
        new Statement.ForEach(
            node.variable(), expressions.alone(node.container()), of(node.body()), node.span()));
  }

  @Override
  public Statement breakLoop(Statement.Break node) {
    return change.apply(node);
  }

  @Override
  public Statement continueLoop(Statement.Continue node) {
    return change.apply(node);
  }

  @Override
  public Statement returnValue(Statement.Return node) {
    return change.apply(new Statement.Return(expressions.of(node.value()), node.span()));
  }

  @Override
  public Statement print(Statement.Print node) {
    return change.apply(new Statement.Print(items(node.items()), node.span()));
  }

  @Override
  public Statement reject(Statement.Reject node) {
    return change.apply(new Statement.Reject(items(node.items()), node.span()));
  }

  @Override
  public Statement fatalError(Statement.FatalError node) {
    return change.apply(new Statement.FatalError(items(node.items()), node.span()));
  }

  private List<Printable> items(List<Printable> items) {
    return items.stream().map(item -> item.accept(this)).toList();
  }

  @Override
  public Statement empty(Statement.Empty node) {
    return change.apply(node);
  }

  @Override
  public Printable text(Printable.Text node) {
    return node;
  }

  @Override
  public Printable value(Printable.Value node) {
    return new Printable.Value(expressions.alone(node.value()), node.span());
  }
}
