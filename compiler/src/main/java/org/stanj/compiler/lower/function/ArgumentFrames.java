package org.stanj.compiler.lower.function;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Value;

/**
 * The flat frames through which arguments reach a slice: active reals, passive reals, ints.
 *
 * <p>The int frame holds the propto flag, then all sizes of the arguments in order, then int
 * scalars and containers. Data variables travel in no frame: a slice reads the fields.
 */
final class ArgumentFrames {
  private final Builder builder;
  private final List<Value> arguments;
  private Var active;
  private Var passive;
  private Var ints;

  ArgumentFrames(Builder builder, List<Value> arguments) {
    this.builder = builder;
    this.arguments = arguments;
    active = builder.names.local("active", CoreType.REALS);
    passive = builder.names.local("passive", CoreType.REALS);
    ints = builder.names.local("ints", CoreType.INTS);
  }

  Var active() {
    return active;
  }

  Var passive() {
    return passive;
  }

  Var ints() {
    return ints;
  }

  private static boolean isField(Value v) {
    return v.stored().isPresent() && v.stored().get().storage() == Var.Storage.FIELD;
  }

  /** A size that needs not travel: it is part of the data, whose bounds are known. */
  private static boolean isKnown(Expr size) {
    return size instanceof Expr.IntLiteral
        || (size instanceof Expr.Read r && r.variable().storage() == Var.Storage.FIELD);
  }

  private enum Frame {
    ACTIVE,
    PASSIVE,
    INTS
  }

  private static Frame frame(Value v) {
    if (v.kind() == Kind.INT) {
      return Frame.INTS;
    }
    return v.autodiff() ? Frame.ACTIVE : Frame.PASSIVE;
  }

  /** Fills the frames where the sum is called. */
  void pack() {
    List<Expr> header = new ArrayList<>(List.of(builder.setting().propto().orElse(Exprs.FALSE)));
    for (Value v : arguments) {
      if (!isField(v)) {
        v.sizes().stream().filter(size -> !isKnown(size)).forEach(header::add);
      }
    }
    fill(Frame.ACTIVE, active);
    fill(Frame.PASSIVE, passive);
    declare(ints, length(Frame.INTS, Exprs.integer(header.size())));
    for (int i = 0; i < header.size(); i++) {
      builder.emit(new Stmt.Store(ints, List.of(Exprs.integer(i)), header.get(i)));
    }
    store(Frame.INTS, ints, Exprs.integer(header.size()));
  }

  private List<Value> in(Frame frame) {
    return arguments.stream().filter(v -> !isField(v) && frame(v) == frame).toList();
  }

  /** A frame of reals; the only container that it would hold is the frame itself. */
  private void fill(Frame frame, Var into) {
    List<Value> values = in(frame);
    if (values.size() == 1 && !values.get(0).isScalar()) {
      Value only = values.get(0);
      Var of = only.stored().orElseThrow();
      List<Expr> size = List.of(builder.frozen(only.count()));
      builder.emit(new Stmt.View(into, of, Exprs.integer(0), size));
      return;
    }
    declare(into, length(frame, Exprs.integer(0)));
    store(frame, into, Exprs.integer(0));
  }

  private void store(Frame frame, Var into, Expr from) {
    Expr at = from;
    for (Value v : in(frame)) {
      store(into, at, v);
      at = builder.frozen(Exprs.addInt(at, v.count()));
    }
  }

  private Expr length(Frame frame, Expr start) {
    Expr n = start;
    for (Value v : in(frame)) {
      n = Exprs.addInt(n, v.count());
    }
    return n;
  }

  private void declare(Var frame, Expr n) {
    builder.emit(new Stmt.Declare(frame, List.of(builder.frozen(n)), Stmt.Fill.NONE));
  }

  private void store(Var frame, Expr at, Value v) {
    if (v.isScalar()) {
      builder.emit(new Stmt.Store(frame, List.of(at), v.scalar()));
      return;
    }
    Var part = builder.names.local("frame_part", v.stored().orElseThrow().type());
    builder.emit(new Stmt.View(part, frame, at, v.sizes()));
    builder.emit(new Stmt.Copy(part, v.stored().get()));
  }

  /** The flag that the caller packed. */
  Expr propto(Builder body, List<Var> parameters) {
    return body.temporary("propto", Exprs.load(parameters.get(2), Exprs.integer(0)));
  }

  /** The arguments as the slice's body sees them: views of the frames. */
  List<Value> unpack(Builder body, List<Var> parameters) {
    List<List<Expr>> sizes = new ArrayList<>();
    int next = 1;
    for (Value v : arguments) {
      List<Expr> own = new ArrayList<>();
      for (int d = 0; d < v.sizes().size() && !isField(v); d++) {
        Expr size = v.sizes().get(d);
        own.add(
            isKnown(size)
                ? size
                : body.temporary("n", Exprs.load(parameters.get(2), Exprs.integer(next++))));
      }
      sizes.add(own);
    }
    Expr[] at = {Exprs.integer(0), Exprs.integer(0), Exprs.integer(next)};
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Value v = arguments.get(i);
      if (isField(v)) {
        values.add(v);
        continue;
      }
      int f = frame(v).ordinal();
      values.add(part(body, parameters.get(f), at[f], v, sizes.get(i)));
      at[f] = body.frozen(Exprs.addInt(at[f], Exprs.product(sizes.get(i))));
    }
    return values;
  }

  private static Value part(Builder body, Var frame, Expr at, Value v, List<Expr> sizes) {
    if (v.isScalar()) {
      Expr e = body.temporary("a", Exprs.load(frame, at));
      return new Value.Scalar(v.type(), e, v.autodiff());
    }
    return body.view(frame, at, v.type(), sizes, v.autodiff());
  }
}
