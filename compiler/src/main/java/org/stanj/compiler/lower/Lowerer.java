package org.stanj.compiler.lower;

import java.util.List;
import java.util.function.Consumer;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.lower.function.FunctionalCalls;
import org.stanj.compiler.lower.function.UserCalls;
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.statement.Statements;
import org.stanj.compiler.lower.transform.CompositeTransforms;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Gathered;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;

/** The rooms that lower one core function, sharing one builder. */
public final class Lowerer implements Language {
  final Builder builder;
  final LibraryCalls library;
  final Statements statements;
  final CompositeTransforms transforms;
  private final FunctionalCalls functionals;

  Lowerer(Gathered gathered) {
    this(gathered, new Names());
  }

  Lowerer(Gathered gathered, Names names) {
    builder = new Builder(gathered, names);
    library = new LibraryCalls(this);
    UserCalls userCalls = new UserCalls(this);
    functionals = new FunctionalCalls(this, library, userCalls);
    statements = new Statements(this, library, userCalls, functionals);
    transforms = new CompositeTransforms(this, library, statements.declarations());
  }

  @Override
  public Builder builder() {
    return builder;
  }

  @Override
  public Value value(TypedExpr e) {
    return statements.value(e);
  }

  @Override
  public void statement(TypedStmt s) {
    statements.lower(s);
  }

  @Override
  public void body(List<TypedStmt> body) {
    statements.plain(body);
  }

  @Override
  public void body(List<TypedStmt> body, Consumer<TypedStmt.Return> returns) {
    statements.withReturns(returns, body);
  }

  @Override
  public List<Operand> callbackOperands(TypedExpr.KernelCall call) {
    return functionals.operands(call);
  }

  @Override
  public Language another() {
    return new Lowerer(builder.gathered);
  }
}
