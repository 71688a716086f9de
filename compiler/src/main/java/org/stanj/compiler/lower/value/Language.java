package org.stanj.compiler.lower.value;

import java.util.List;
import java.util.function.Consumer;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;

/**
 * The whole language, as rooms see it that lower a part: bodies of functions consist of expressions
 * and statements of all kinds again. One object for each function of the core language.
 */
public interface Language {
  /** Where the statements of the function are gathered. */
  Builder builder();

  /** Lowers an expression. */
  Value value(TypedExpr e);

  /** Lowers a scalar expression. */
  default Expr scalar(TypedExpr e) {
    return value(e).scalar();
  }

  /** Lowers a statement. */
  void statement(TypedStmt s);

  /** Lowers a body whose returns give values back. */
  void body(List<TypedStmt> body);

  /** Lowers a body whose returns are handled by another. */
  void body(List<TypedStmt> body, Consumer<TypedStmt.Return> returns);

  /** What a kernel takes that calls a function of the program. */
  List<Operand> callbackOperands(TypedExpr.KernelCall call);

  /** The language in another function of the core, with a builder of its own. */
  Language another();
}
