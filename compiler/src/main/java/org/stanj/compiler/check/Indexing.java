package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Index;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.StanType.Base;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedIndex;

/** Types of indexed expressions. */
final class Indexing implements Index.Visitor<TypedIndex> {
  private final Expressions expressions;

  Indexing(Expressions expressions) {
    this.expressions = expressions;
  }

  List<TypedIndex> indices(List<Index> indices) {
    List<TypedIndex> typed = new ArrayList<>();
    indices.forEach(index -> typed.add(index.accept(this)));
    return typed;
  }

  /** The type that is left when a value of the given type is indexed. */
  static StanType type(StanType base, List<TypedIndex> indices, Span span) {
    if (indices.size() > base.rank()) {
      throw DiagnosticException.of(
          ErrorCode.TOO_MANY_INDICES, span, "" + indices.size(), base.toString(), "" + base.rank());
    }
    int kept = 0;
    for (int i = 0; i < base.arrays(); i++) {
      kept += keeps(indices, i) ? 1 : 0;
    }
    StanType inner = new StanType(base.base(), 0, base.members());
    StanType element = element(inner.realPart(), indices, base.arrays());
    return StanType.arrayOf(inner.isComplex() ? element.complexified() : element, kept);
  }

  /** What indices from the given position on leave of a type that is no array. */
  private static StanType element(StanType inner, List<TypedIndex> indices, int from) {
    if (inner.base() == Base.MATRIX) {
      return ofMatrix(keeps(indices, from), keeps(indices, from + 1));
    }
    return inner.rank() == 0 || keeps(indices, from) ? inner : StanType.REAL;
  }

  private static boolean keeps(List<TypedIndex> indices, int position) {
    return position >= indices.size() || !(indices.get(position) instanceof TypedIndex.Single);
  }

  private static StanType ofMatrix(boolean rows, boolean columns) {
    if (rows) {
      return columns ? StanType.MATRIX : StanType.VECTOR;
    }
    return columns ? StanType.ROW_VECTOR : StanType.REAL;
  }

  @Override
  public TypedIndex single(Index.Single node) {
    TypedExpr at = expressions.check(node.value());
    if (at.type().equals(StanType.INT)) {
      return new TypedIndex.Single(at);
    }
    if (at.type().isInt() && at.type().arrays() == 1) {
      return new TypedIndex.Multi(at);
    }
    throw DiagnosticException.of(ErrorCode.INDEX_TYPE, node.value().span(), at.type().toString());
  }

  @Override
  public TypedIndex all(Index.All node) {
    return new TypedIndex.All();
  }

  @Override
  public TypedIndex from(Index.From node) {
    return new TypedIndex.Range(Optional.of(bound(node.lower())), Optional.empty());
  }

  @Override
  public TypedIndex upTo(Index.UpTo node) {
    return new TypedIndex.Range(Optional.empty(), Optional.of(bound(node.upper())));
  }

  @Override
  public TypedIndex between(Index.Between node) {
    return new TypedIndex.Range(Optional.of(bound(node.lower())), Optional.of(bound(node.upper())));
  }

  private TypedExpr bound(Expression e) {
    return expressions.intValue(e, "The bound of an index range");
  }
}
