package org.stanj.compiler.lower.function;

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
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DataFields;
import org.stanj.compiler.lower.value.Gathered;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Setting;
import org.stanj.compiler.lower.value.Shapes;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;

/** Calls of functions that take a function of the program. */
public final class FunctionalCalls {
  private final Language language;
  private final LibraryCalls library;
  private final UserCalls userCalls;
  private final BoundCallbacks callbacks;
  private final Builder builder;

  public FunctionalCalls(Language language, LibraryCalls library, UserCalls userCalls) {
    this.language = language;
    this.library = library;
    this.userCalls = userCalls;
    this.callbacks = new BoundCallbacks(language, library);
    this.builder = language.builder();
  }

  /** What a kernel takes that calls a function of the program. */
  public List<Operand> operands(TypedExpr.KernelCall call) {
    return callbacks.operands(call);
  }

  public Value call(TypedExpr.FunctionalCall e) {
    if (e.function().isEmpty()) {
      return new LaplaceCalls(language, library, userCalls, callbacks).call(e);
    }
    return switch (e.name()) {
      case "reduce_sum", "reduce_sum_static" -> reduceSum(e);
      default -> solved(e);
    };
  }

  /** A function whose body in the prelude hands the callback to a kernel. */
  private Value solved(TypedExpr.FunctionalCall e) {
    LibraryFunction f = e.function().orElseThrow();
    List<Value> given = e.arguments().stream().map(language::value).map(builder::settled).toList();
    int own = f.withoutFunction().parameters().size();
    return builder.at(
        e.span(),
        () -> {
          List<Value> rest = given.subList(own, given.size());
          callbacks.bind(f, e.callback(), given.subList(0, own), rest, e.span());
          return library.functional(f, given.subList(0, own), e.type(), e.span());
        });
  }

  private Value reduceSum(TypedExpr.FunctionalCall e) {
    List<Value> given = e.arguments().stream().map(language::value).toList();
    Value slices = builder.settled(given.get(0));
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
    given.subList(2, given.size()).forEach(v -> shared.add(builder.settled(v)));
    ArgumentFrames frames = new ArgumentFrames(builder, Components.leaves(shared));
    frames.pack();
    boolean propto = e.propto() && builder.setting().propto().isPresent();
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
            builder.where(e.span()),
            0));
    boolean autodiff = shared.stream().anyMatch(Value::autodiff);
    return Value.Scalar.of(Exprs.read(result), autodiff);
  }

  /** Adds the kernel: unpacks the frames, takes the slice, and calls the partial sum. */
  private int kernel(
      TypedExpr.FunctionalCall e, ArgumentFrames frames, List<StanType> types, boolean propto) {
    Gathered gathered = builder.gathered;
    String name = gathered.functionNames.fresh("slice_" + e.callback().name());
    Language inner = language.another();
    Builder body = inner.builder();
    body.begin(Setting.PLAIN.withLocalsAutodiff(true));
    List<Var> parameters = new ArrayList<>();
    for (String p : List.of("active", "passive")) {
      parameters.add(body.names.local(p, CoreType.REALS));
    }
    parameters.add(body.names.local("ints", CoreType.INTS));
    parameters.add(body.names.local("lo", CoreType.INT));
    parameters.add(body.names.local("hi", CoreType.INT));
    body.constants.addAll(parameters.subList(3, 5));
    DataFields.bind(body);
    List<Value> values = Components.joined(types, frames.unpack(body, parameters));
    if (propto) {
      body.begin(body.setting().withPropto(frames.propto(body, parameters)));
    }
    Expr lo = Exprs.read(parameters.get(3));
    Expr hi = Exprs.read(parameters.get(4));
    List<Value> arguments = new ArrayList<>();
    arguments.add(part(body, values.get(0), lo, hi));
    arguments.add(Value.Scalar.of(lo, false));
    arguments.add(Value.Scalar.of(hi, false));
    arguments.addAll(values.subList(1, values.size()));
    Value sum = new UserCalls(inner).call(e.callback(), arguments, propto, "");
    body.emit(new Stmt.Return(Optional.of(new Operand.Scalar(sum.scalar()))));
    gathered.functions.put(
        name, new CoreFunction(name, parameters, Optional.of(CoreType.REAL), body.statements()));
    gathered.kernels.add(new SliceKernel(name, Optional.empty()));
    return gathered.kernels.size() - 1;
  }

  /** Elements lo..hi of the sliced argument. */
  private static Value part(Builder body, Value slices, Expr lo, Expr hi) {
    if (slices instanceof Value.Composite composite) {
      return composite.map(v -> part(body, v, lo, hi));
    }
    List<Expr> sizes = new ArrayList<>(slices.sizes());
    Expr count = Exprs.addInt(Exprs.subtractInt(hi, lo), Exprs.integer(1));
    List<Expr> first = new ArrayList<>(sizes.stream().map(s -> Exprs.integer(0)).toList());
    first.set(0, Shapes.zeroBased(lo));
    Expr offset = Shapes.position(slices.type(), sizes, first);
    sizes.set(0, body.frozen(count));
    return body.view(
        slices.stored().orElseThrow(), offset, slices.type(), sizes, slices.autodiff());
  }
}
