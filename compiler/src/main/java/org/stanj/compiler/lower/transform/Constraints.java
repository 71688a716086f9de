package org.stanj.compiler.lower.transform;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.library.ArgumentChecks;
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DelayedValues;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Transform;
import org.stanj.compiler.typed.TypedExpr;

/** Checks that declared constraints hold: of data when read, of other variables at block end. */
public final class Constraints {
  private final Language language;
  private final LibraryCalls library;
  private final Builder builder;
  private final String function;

  /**
   * @param function what messages name first, e.g. {@code m_model_namespace::log_prob}
   */
  public Constraints(Language language, LibraryCalls library, String function) {
    this.language = language;
    this.library = library;
    this.builder = language.builder();
    this.function = function;
  }

  public void check(Declaration d) {
    Components.leaves(builder.gathered, d).forEach(this::checkLeaf);
  }

  private void checkLeaf(Declaration d) {
    Value value = builder.values.get(d.symbol());
    if (d.transform() instanceof Transform.Bounds bounds) {
      bounds.lower().ifPresent(e -> bound(d, value, e, true));
      bounds.upper().ifPresent(e -> bound(d, value, e, false));
    } else if (d.transform() instanceof Transform.Named named) {
      named(d, (Value.Stored) value, named.type());
    }
  }

  private void bound(Declaration d, Value value, TypedExpr bound, boolean lower) {
    Value limit = builder.forced(language.value(bound));
    boolean flat = limit.isScalar() || limit.hasFlat();
    boolean indexed = value.type().rank() > 1;
    builder.elements(
        indexed || !flat ? DelayedValues.whole(value) : value,
        (at, e) -> {
          Expr x = builder.atom(e);
          Expr b = limit.isScalar() ? limit.scalar() : limit.at(at);
          violated(d, x, x.kind() == Kind.INT ? b : Exprs.toReal(b), lower, at);
        });
  }

  private void violated(Declaration d, Expr x, Expr b, boolean lower, List<Expr> at) {
    boolean ints = x.kind() == Kind.INT && b.kind() == Kind.INT;
    Operator op = ints ? Operator.LESS_EQUAL_INT : Operator.LESS_EQUAL;
    Expr value = ints ? x : Exprs.toReal(x);
    Expr limit = ints ? b : Exprs.toReal(b);
    Expr holds = lower ? Exprs.op(op, limit, value) : Exprs.op(op, value, limit);
    List<Operand> parts = new ArrayList<>();
    parts.add(new Operand.Text(function + ": " + d.symbol().name()));
    position(at, parts);
    parts.add(new Operand.Text(" is "));
    parts.add(new Operand.Scalar(x));
    String demand = lower ? "greater than or equal to " : "less than or equal to ";
    parts.add(new Operand.Text(", but must be " + demand));
    parts.add(new Operand.Fixed(Exprs.toReal(limit)));
    builder.rejectIf(Exprs.not(holds), Stmt.RejectKind.DOMAIN, parts, builder.where(d.span()));
  }

  private static void position(List<Expr> at, List<Operand> parts) {
    if (at.isEmpty()) {
      return;
    }
    parts.add(new Operand.Text("["));
    for (int i = 0; i < at.size(); i++) {
      if (i > 0) {
        parts.add(new Operand.Text(", "));
      }
      parts.add(new Operand.Scalar(Exprs.addInt(at.get(i), Exprs.integer(1))));
    }
    parts.add(new Operand.Text("]"));
  }

  private void named(Declaration d, Value.Stored value, String type) {
    String check = builder.gathered.library.constraint(type).check();
    ArgumentChecks.Check one = new ArgumentChecks.Check(check, List.of());
    ArgumentChecks.Subject subject =
        new ArgumentChecks.Subject(function, d.symbol().name(), d.span());
    int arrays = value.type().arrays();
    if (arrays == 0) {
      library.checks().method(one, subject, value);
      return;
    }
    Var stored = value.stored().orElseThrow();
    List<Expr> own = value.sizes().subList(arrays, value.sizes().size());
    StanType element = new StanType(value.type().base(), 0, List.of());
    Expr size = builder.frozen(Exprs.product(own));
    builder.each(
        Exprs.product(value.sizes().subList(0, arrays)),
        i -> {
          Value.Stored part =
              builder.view(stored, Exprs.multiplyInt(i, size), element, own, value.autodiff());
          library.checks().method(one, subject, part);
        });
  }
}
