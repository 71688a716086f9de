package org.stanj.compiler.typed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What an expression is made of. */
public final class Subexpressions implements TypedExpr.Visitor<List<TypedExpr>> {
  private static final Subexpressions CHILDREN = new Subexpressions();

  private Subexpressions() {}

  /** The expressions directly within another one. */
  public static List<TypedExpr> of(TypedExpr e) {
    return e.accept(CHILDREN);
  }

  /** Visits an expression and all within it. Not recursive, since sums may have many terms. */
  public static void forEach(TypedExpr e, Consumer<TypedExpr> action) {
    Deque<TypedExpr> open = new ArrayDeque<>();
    open.push(e);
    while (!open.isEmpty()) {
      TypedExpr next = open.pop();
      action.accept(next);
      of(next).forEach(open::push);
    }
  }

  /** The variables that an expression reads, once for each place. */
  public static List<TypedExpr.Reference> references(TypedExpr e) {
    List<TypedExpr.Reference> found = new ArrayList<>();
    forEach(
        e,
        part -> {
          if (part instanceof TypedExpr.Reference reference) {
            found.add(reference);
          }
        });
    return found;
  }

  /** The expressions of an index. */
  public static List<TypedExpr> of(TypedIndex index) {
    if (index instanceof TypedIndex.Single single) {
      return List.of(single.at());
    }
    if (index instanceof TypedIndex.Multi multi) {
      return List.of(multi.at());
    }
    List<TypedExpr> ends = new ArrayList<>();
    if (index instanceof TypedIndex.Range range) {
      for (Optional<TypedExpr> end : List.of(range.from(), range.to())) {
        end.ifPresent(ends::add);
      }
    }
    return ends;
  }

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
  public List<TypedExpr> tupleLiteral(TypedExpr.TupleLiteral e) {
    return e.members();
  }

  @Override
  public List<TypedExpr> projection(TypedExpr.Projection e) {
    return List.of(e.base());
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
    List<TypedExpr> all = new ArrayList<>();
    all.add(e.base());
    e.indices().forEach(index -> all.addAll(of(index)));
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
  public List<TypedExpr> target(TypedExpr.Target e) {
    return List.of();
  }
}
