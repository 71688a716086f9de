package org.stanj.compiler.lower;

import java.util.List;
import java.util.function.Consumer;
import org.stanj.compiler.typed.TypedExpr;

/** The direct subexpressions of a typed expression, and walks over them. */
final class References {
  private References() {}

  /** Visits the expression and all below it. */
  static void walk(TypedExpr e, Consumer<TypedExpr> f) {
    f.accept(e);
    children(e).forEach(c -> walk(c, f));
  }

  static List<TypedExpr> children(TypedExpr e) {
    return e.accept(new Children());
  }

  private static final class Children implements TypedExpr.Visitor<List<TypedExpr>> {
    @Override
    public List<TypedExpr> intConstant(TypedExpr.IntConstant e) {
      return List.of();
    }

    @Override
    public List<TypedExpr> realConstant(TypedExpr.RealConstant e) {
      return List.of();
    }

    @Override
    public List<TypedExpr> imaginaryConstant(TypedExpr.ImaginaryConstant e) {
      return List.of();
    }

    @Override
    public List<TypedExpr> reference(TypedExpr.Reference e) {
      return List.of();
    }

    @Override
    public List<TypedExpr> promote(TypedExpr.Promote e) {
      return List.of(e.value());
    }

    @Override
    public List<TypedExpr> unary(TypedExpr.Unary e) {
      return List.of(e.operand());
    }

    @Override
    public List<TypedExpr> binary(TypedExpr.Binary e) {
      return List.of(e.left(), e.right());
    }

    @Override
    public List<TypedExpr> conditional(TypedExpr.Conditional e) {
      return List.of(e.test(), e.yes(), e.no());
    }

    @Override
    public List<TypedExpr> indexed(TypedExpr.Indexed e) {
      List<TypedExpr> all = DirectExpressions.of(e.indices());
      all.add(0, e.base());
      return all;
    }

    @Override
    public List<TypedExpr> libraryCall(TypedExpr.LibraryCall e) {
      return e.arguments();
    }

    @Override
    public List<TypedExpr> kernelCall(TypedExpr.KernelCall e) {
      return e.arguments();
    }

    @Override
    public List<TypedExpr> userCall(TypedExpr.UserCall e) {
      return e.arguments();
    }

    @Override
    public List<TypedExpr> functionalCall(TypedExpr.FunctionalCall e) {
      return e.arguments();
    }

    @Override
    public List<TypedExpr> arrayLiteral(TypedExpr.ArrayLiteral e) {
      return e.elements();
    }

    @Override
    public List<TypedExpr> rowLiteral(TypedExpr.RowLiteral e) {
      return e.elements();
    }

    @Override
    public List<TypedExpr> tupleLiteral(TypedExpr.TupleLiteral e) {
      return e.members();
    }

    @Override
    public List<TypedExpr> projection(TypedExpr.Projection e) {
      return List.of(e.base());
    }

    @Override
    public List<TypedExpr> target(TypedExpr.Target e) {
      return List.of();
    }
  }
}
