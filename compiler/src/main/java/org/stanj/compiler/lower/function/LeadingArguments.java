package org.stanj.compiler.lower.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.FunctionType;
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.value.Axes;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.UserFunction;

/**
 * The arguments of a callback that a kernel passes, one after the other in one container. The
 * number of the job comes last, if there are jobs; it counts from 0.
 */
final class LeadingArguments {
  private final Builder body;
  private final FunctionType type;
  private final Var lead;

  private final Optional<Expr> job;

  /**
   * @param span of the call that passes the callback
   */
  LeadingArguments(Language inner, FunctionType type, Var lead, Span span) {
    this.body = inner.builder();
    this.type = type;
    this.lead = lead;
    job = type.jobs() ? Optional.of(job(inner, span)) : Optional.empty();
  }

  private Expr job(Language inner, Span span) {
    Expr last = Exprs.subtractInt(new Expr.Dim(lead, 0), Exprs.integer(1));
    Value number = Value.Scalar.of(body.temporary("job", Exprs.load(lead, last)), false);
    Value index = new LibraryCalls(inner).call("to_int", List.of(number), StanType.INT, span);
    return body.temporary("job", index.scalar());
  }

  /** What a function takes: containers share in equal parts what scalars leave. */
  List<Value> values(UserFunction callback) {
    List<StanType> types = new ArrayList<>();
    List<Symbol> symbols = callback.parameters();
    for (int i = 0; i < type.parameters().size(); i++) {
      if (type.parameters().get(i).leads()) {
        types.add(symbols.get(i).type());
      }
    }
    Expr size = size(types);
    List<Value> values = new ArrayList<>();
    Expr at = Exprs.integer(0);
    for (StanType t : types) {
      if (t.isScalar()) {
        Expr e = body.temporary("a", Exprs.load(lead, at));
        values.add(new Value.Scalar(t, e, true));
        at = body.frozen(Exprs.addInt(at, Exprs.integer(1)));
      } else {
        values.add(body.view(lead, at, t, List.of(size), true));
        at = body.frozen(Exprs.addInt(at, size));
      }
    }
    return values;
  }

  private Expr size(List<StanType> types) {
    int scalars = (int) types.stream().filter(StanType::isScalar).count();
    int others = type.jobs() ? scalars + 1 : scalars;
    Expr left = Exprs.subtractInt(new Expr.Dim(lead, 0), Exprs.integer(others));
    int containers = types.size() - scalars;
    return body.frozen(containers > 1 ? divided(left, containers) : left);
  }

  private static Expr divided(Expr e, int by) {
    return Exprs.op(Operator.DIVIDE_INT, e, Exprs.integer(by));
  }

  /** The element of an array that belongs to the job. */
  Value picked(Value all) {
    return body.stored(Axes.element(body, all, job.orElseThrow(), all.type().element()));
  }
}
