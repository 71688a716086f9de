package org.stanj.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedIndex;
import org.stanj.compiler.typed.TypedStmt;

/** Assignments by value: what is read is read before anything is written. */
final class Assignments {
  private final Lowerer lowerer;
  private final Builder builder;

  Assignments(Lowerer lowerer) {
    this.lowerer = lowerer;
    this.builder = lowerer.builder;
  }

  void assign(TypedStmt.Assign s) {
    Value target = builder.values.get(s.symbol());
    Value value = lowerer.expressions.lower(s.value());
    if (s.symbol().type().isScalar()) {
      scalar(s, target, value);
    } else if (s.targetType().isScalar()) {
      element(s, (Value.Stored) target, value);
    } else {
      container(s, (Value.Stored) target, value);
    }
  }

  private void scalar(TypedStmt.Assign s, Value target, Value value) {
    Var variable = ((Expr.Read) target.scalar()).variable();
    Expr e = combined(s, target, value).scalar();
    builder.emit(new Stmt.Assign(variable, s.targetType().isInt() ? e : Exprs.toReal(e)));
  }

  private Value combined(TypedStmt.Assign s, Value current, Value value) {
    return s.operator().isEmpty()
        ? value
        : lowerer.arithmetic.binary(s.operator().get(), current, value, s.targetType(), s.span());
  }

  private void element(TypedStmt.Assign s, Value.Stored target, Value value) {
    Indexing.Selection selection = lowerer.indexing.select(target, s.indices(), subject(s));
    List<Expr> at = selection.positions().apply(List.of()).stream().map(builder::frozen).toList();
    Var variable = target.stored().orElseThrow();
    Value current =
        new Value.Scalar(s.targetType(), new Expr.Load(variable, at), target.autodiff());
    Expr e = combined(s, current, value).scalar();
    builder.emit(new Stmt.Store(variable, at, s.targetType().isInt() ? e : Exprs.toReal(e)));
  }

  private static Indexing.Subject subject(TypedStmt.Assign s) {
    return new Indexing.Subject(s.symbol().name(), 0, s.span());
  }

  private void container(TypedStmt.Assign s, Value.Stored target, Value value) {
    Var variable = target.stored().orElseThrow();
    if (s.indices().isEmpty()) {
      Value next = combined(s, target, value);
      sameSizes(s.symbol(), List.of(), target.sizes(), next.sizes(), s.span());
      builder.write(target, unaliased(next, variable, s.operator(), value));
      return;
    }
    Indexing.Selection selection = lowerer.indexing.select(target, s.indices(), subject(s));
    Value.Delayed current =
        new Value.Delayed(
            s.targetType(),
            target.autodiff(),
            selection.sizes(),
            java.util.Set.of(variable),
            true,
            i -> new Expr.Load(variable, selection.positions().apply(i)),
            Optional.empty());
    Value next = combined(s, current, value);
    sameSizes(s.symbol(), s.indices(), selection.sizes(), next.sizes(), s.span());
    Value safe = unaliased(next, variable, s.operator(), value);
    builder.elements(
        withIndices(safe),
        (at, e) ->
            builder.emit(
                new Stmt.Store(
                    variable,
                    selection.positions().apply(at),
                    s.targetType().isInt() ? e : Exprs.toReal(e))));
  }

  private static Value withIndices(Value v) {
    return v.type().rank() < 2 ? v : Expressions.whole(v);
  }

  /** The value in a container of its own if it reads the variable that is written. */
  private Value unaliased(
      Value next, Var variable, Optional<TypedExpr.BinaryOp> op, Value operand) {
    boolean sameElement =
        op.isPresent() && op.get() != TypedExpr.BinaryOp.MULTIPLY && !overlaps(operand, variable);
    return sameElement || !overlaps(next, variable) ? next : builder.stored(copyOf(next));
  }

  private boolean overlaps(Value v, Var variable) {
    return v.reads().stream().anyMatch(r -> builder.root(r).equals(builder.root(variable)));
  }

  /** Forces a copy also of a value that is stored. */
  private static Value copyOf(Value v) {
    return new Value.Delayed(
        v.type(),
        v.autodiff(),
        v.sizes(),
        v.reads(),
        false,
        v::at,
        v.hasFlat() ? Optional.of(v::flat) : Optional.empty());
  }

  /**
   * Rejects unless the sizes of both sides agree. What has no elements has no inner sizes.
   *
   * @param indices of the variable that is assigned to
   */
  void sameSizes(
      Symbol variable, List<TypedIndex> indices, List<Expr> to, List<Expr> from, Span span) {
    IndexTexts texts = new IndexTexts(variable.type(), indices, true);
    int dimension = 0;
    for (int d = 0; d < to.size(); d++, dimension++) {
      while (dimension < indices.size() && indices.get(dimension) instanceof TypedIndex.Single) {
        dimension++;
      }
      if (Linear.same(to.get(d), from.get(d))) {
        continue;
      }
      IndexTexts.Sizes words = texts.sizes(dimension);
      List<Operand> parts = new ArrayList<>();
      parts.add(
          new Operand.Text(words.function() + ": assigning variable " + variable.name() + " ("));
      parts.add(new Operand.Scalar(to.get(d)));
      parts.add(new Operand.Text(") and " + words.other() + " ("));
      parts.add(new Operand.Scalar(from.get(d)));
      parts.add(new Operand.Text(") must match in size"));
      builder.rejectIf(
          d == 0 ? differ(to.get(d), from.get(d)) : differInside(to, from, d),
          Stmt.RejectKind.SIZE,
          parts,
          builder.where(span));
    }
  }

  private static Expr differ(Expr a, Expr b) {
    return Exprs.op(Operator.NOT_EQUAL_INT, a, b);
  }

  private static Expr differInside(List<Expr> to, List<Expr> from, int d) {
    Expr outermost = to.get(0);
    Expr differ = differ(to.get(d), from.get(d));
    return outermost instanceof Expr.IntLiteral n && n.value() > 0
        ? differ
        : Exprs.and(differ(outermost, Exprs.integer(0)), differ);
  }
}
