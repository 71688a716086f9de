package org.stanj.compiler.lower.value;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;

/** The check that two containers have the same sizes. */
public final class SameSizes {
  private SameSizes() {}

  /** What messages call a function of two containers and its arguments. */
  public record Sides(String function, String first, String second) {
    /** Stan's words for all its elementwise functions but the operators. */
    public static final Sides ELEMENTWISE = new Sides("Binary function", "x", "y");

    public static Sides operator(String name) {
      return new Sides(name, "m1", "m2");
    }
  }

  /** Rejects unless the sizes agree; says nothing where they agree by declaration. */
  public static void check(Builder builder, Sides sides, Value a, Value b, Span span) {
    List<Expr> tests = new ArrayList<>();
    for (int d = 0; d < a.sizes().size(); d++) {
      if (!LinearIndex.same(a.sizes().get(d), b.sizes().get(d))) {
        tests.add(Exprs.op(Operator.NOT_EQUAL_INT, a.sizes().get(d), b.sizes().get(d)));
      }
    }
    if (tests.isEmpty()) {
      return;
    }
    Expr test = tests.stream().reduce(Exprs::or).orElseThrow();
    List<Operand> parts = new ArrayList<>();
    parts.add(new Operand.Text(sides.function() + ": " + sides.first() + " ("));
    extents(a, parts);
    parts.add(new Operand.Text(") and " + sides.second() + " ("));
    extents(b, parts);
    parts.add(new Operand.Text(") must match in size"));
    builder.rejectIf(test, Stmt.RejectKind.SIZE, parts, builder.where(span));
  }

  /** Rows and columns, as messages show the sizes of matrices and vectors. */
  private static void extents(Value v, List<Operand> parts) {
    List<Expr> shown = new ArrayList<>(v.sizes());
    if (v.type().base() == StanType.Base.VECTOR && !v.type().isArray()) {
      shown.add(Exprs.integer(1));
    } else if (v.type().base() == StanType.Base.ROW_VECTOR && !v.type().isArray()) {
      shown.add(0, Exprs.integer(1));
    }
    for (int i = 0; i < shown.size(); i++) {
      if (i > 0) {
        parts.add(new Operand.Text(", "));
      }
      parts.add(new Operand.Scalar(shown.get(i)));
    }
  }
}
