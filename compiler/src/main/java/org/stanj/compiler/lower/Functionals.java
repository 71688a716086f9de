package org.stanj.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram.SliceKernel;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;

/** Calls of functions that take a function of the program. */
final class Functionals {
  private final Lowerer lowerer;
  private final Builder builder;

  Functionals(Lowerer lowerer) {
    this.lowerer = lowerer;
    this.builder = lowerer.builder;
  }

  Value call(TypedExpr.FunctionalCall e) {
    if (e.function().isEmpty()) {
      return new LaplaceCalls(lowerer).call(e);
    }
    return switch (e.name()) {
      case "map_rect" -> mapRect(e);
      case "reduce_sum", "reduce_sum_static" -> reduceSum(e);
      default -> solved(e);
    };
  }

  /** A function whose body in the prelude hands the callback to a kernel. */
  private Value solved(TypedExpr.FunctionalCall e) {
    LibraryFunction f = e.function().orElseThrow();
    List<Value> given =
        e.arguments().stream().map(lowerer.expressions::lower).map(this::settled).toList();
    int own = f.withoutFunction().parameters().size();
    return builder.at(
        e.span(),
        () -> {
          List<Value> rest = given.subList(own, given.size());
          lowerer.callbacks.bind(f, e.callback(), given.subList(0, own), rest, e.span());
          return lowerer.library.functional(f, given.subList(0, own), e.type(), e.span());
        });
  }

  /**
   * One job after the other; their results are joined. A first pass finds the lengths, which may
   * differ.
   */
  private Value mapRect(TypedExpr.FunctionalCall e) {
    List<Value> a =
        e.arguments().stream()
            .map(lowerer.expressions::lower)
            .map(v -> (Value) builder.stored(v))
            .toList();
    Value jobs = a.get(1);
    Expr n = jobs.sizes().get(0);
    for (Value other : List.of(a.get(2), a.get(3))) {
      lowerer.arithmetic.sameSizes(
          Arithmetic.Sides.operator("map_rect"), first(jobs), first(other), e.span());
    }
    Var total = builder.names.local("length", CoreType.INT);
    builder.emit(new Stmt.Assign(total, Exprs.integer(0)));
    builder.each(
        n,
        job -> {
          Value result = job(e, a, job);
          builder.emit(
              new Stmt.Assign(total, Exprs.addInt(Exprs.read(total), result.sizes().get(0))));
        });
    Expr length = builder.temporary("n", Exprs.read(total));
    boolean autodiff = a.get(0).autodiff() || jobs.autodiff();
    Value.Stored out =
        builder.declare("jobs", StanType.VECTOR, List.of(length), autodiff, Stmt.Fill.NONE);
    Var at = builder.names.local("at", CoreType.INT);
    builder.emit(new Stmt.Assign(at, Exprs.integer(0)));
    builder.each(n, job -> append(job(e, a, job), out.stored().orElseThrow(), at));
    return out;
  }

  private static Value first(Value v) {
    return new Value.Delayed(
        StanType.VECTOR,
        false,
        List.of(v.sizes().get(0)),
        v.reads(),
        true,
        i -> Exprs.ZERO,
        Optional.empty());
  }

  private Value job(TypedExpr.FunctionalCall e, List<Value> a, Expr job) {
    List<Value> arguments = new ArrayList<>(List.of(a.get(0)));
    for (Value v : a.subList(1, 4)) {
      arguments.add(builder.stored(lowerer.indexing.element(v, job, v.type().element())));
    }
    return lowerer.userCalls.call(e.callback(), arguments, false, builder.where(e.span()));
  }

  private void append(Value result, Var out, Var at) {
    Expr start = builder.temporary("from", Exprs.read(at));
    builder.each(
        result.sizes().get(0),
        i -> builder.emit(new Stmt.Store(out, List.of(Exprs.addInt(start, i)), result.flat(i))));
    builder.emit(new Stmt.Assign(at, Exprs.addInt(start, result.sizes().get(0))));
  }

  private Value reduceSum(TypedExpr.FunctionalCall e) {
    List<Value> given = e.arguments().stream().map(lowerer.expressions::lower).toList();
    Value slices = settled(given.get(0));
    Expr grainsize = builder.atom(given.get(1).scalar());
    builder.rejectIf(
        Exprs.op(Operator.LESS_INT, grainsize, Exprs.integer(1)),
        Stmt.RejectKind.DOMAIN,
        List.of(
            new Operand.Text("reduce_sum: grainsize is "),
            new Operand.Scalar(grainsize),
            new Operand.Text(", but must be greater than or equal to 1")),
        builder.where(e.span()));
    List<Value> shared = new ArrayList<>(List.of(slices));
    given.subList(2, given.size()).forEach(v -> shared.add(settled(v)));
    Frames frames = new Frames(builder, leaves(shared));
    frames.pack();
    boolean propto = e.propto() && builder.propto.isPresent();
    int kernel = kernel(e, frames, shared.stream().map(Value::type).toList(), propto);
    Var result = builder.names.local("slices", CoreType.REAL);
    builder.constants.add(result);
    builder.emit(
        new Stmt.ParallelSum(
            result,
            kernel,
            frames.active(),
            frames.passive(),
            frames.ints(),
            slices.sizes().get(0),
            grainsize,
            Optional.empty(),
            builder.where(e.span())));
    boolean autodiff = shared.stream().anyMatch(Value::autodiff);
    return Value.Scalar.of(Exprs.read(result), autodiff);
  }

  Value settled(Value v) {
    if (v instanceof Value.Composite composite) {
      return composite.map(this::settled);
    }
    return v.isScalar() ? builder.forced(v) : builder.stored(v);
  }

  static List<Value> leaves(List<Value> values) {
    return values.stream().flatMap(v -> Components.leaves(v).stream()).toList();
  }

  /** The values of the given types with these leaves, in order. */
  static List<Value> joined(List<StanType> types, List<Value> leaves) {
    List<Value> values = new ArrayList<>();
    int from = 0;
    for (StanType type : types) {
      int count = Components.leaves(type).size();
      values.add(Components.join(type, leaves.subList(from, from + count)));
      from += count;
    }
    return values;
  }

  /** Adds the kernel: unpacks the frames, takes the slice, and calls the partial sum. */
  private int kernel(
      TypedExpr.FunctionalCall e, Frames frames, List<StanType> types, boolean propto) {
    Shared shared = builder.shared;
    String name = shared.functionNames.fresh("slice_" + e.callback().name());
    Lowerer inner = new Lowerer(shared);
    Builder body = inner.builder;
    body.localsAutodiff = true;
    List<Var> parameters = new ArrayList<>();
    for (String p : List.of("active", "passive")) {
      parameters.add(body.names.local(p, CoreType.REALS));
    }
    parameters.add(body.names.local("ints", CoreType.INTS));
    parameters.add(body.names.local("lo", CoreType.INT));
    parameters.add(body.names.local("hi", CoreType.INT));
    body.constants.addAll(parameters.subList(3, 5));
    UserCalls.bindFields(body);
    List<Value> values = joined(types, frames.unpack(body, parameters));
    if (propto) {
      body.propto = Optional.of(frames.propto(body, parameters));
    }
    Expr lo = Exprs.read(parameters.get(3));
    Expr hi = Exprs.read(parameters.get(4));
    List<Value> arguments = new ArrayList<>();
    arguments.add(part(body, values.get(0), lo, hi));
    arguments.add(Value.Scalar.of(lo, false));
    arguments.add(Value.Scalar.of(hi, false));
    arguments.addAll(values.subList(1, values.size()));
    Value sum = inner.userCalls.call(e.callback(), arguments, propto, "");
    body.emit(new Stmt.Return(Optional.of(new Operand.Scalar(sum.scalar()))));
    shared.functions.put(
        name, new CoreFunction(name, parameters, Optional.of(CoreType.REAL), body.statements()));
    shared.kernels.add(new SliceKernel(name, Optional.empty()));
    return shared.kernels.size() - 1;
  }

  /** Elements lo..hi of the sliced argument. */
  private static Value part(Builder body, Value slices, Expr lo, Expr hi) {
    if (slices instanceof Value.Composite composite) {
      return composite.map(v -> part(body, v, lo, hi));
    }
    List<Expr> sizes = new ArrayList<>(slices.sizes());
    Expr count = Exprs.addInt(Exprs.subtractInt(hi, lo), Exprs.integer(1));
    List<Expr> first = new ArrayList<>(sizes.stream().map(s -> Exprs.integer(0)).toList());
    first.set(0, Indexing.zeroBased(lo));
    Expr offset = Shapes.position(slices.type(), sizes, first);
    sizes.set(0, body.frozen(count));
    return body.view(
        slices.stored().orElseThrow(), offset, slices.type(), sizes, slices.autodiff());
  }
}
