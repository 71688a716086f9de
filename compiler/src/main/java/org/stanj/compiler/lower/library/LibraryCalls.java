package org.stanj.compiler.lower.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Primitive;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.library.LibraryFunction.Form;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.SameSizes;
import org.stanj.compiler.lower.value.Shapes;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.AssignedSymbols;
import org.stanj.compiler.typed.NestedBodies;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedExpr.BinaryOp;
import org.stanj.compiler.typed.TypedStmt;
import org.stanj.compiler.typed.UserFunction;

/**
 * Calls of library functions: primitives, elementwise functions, and bodies written out in place.
 */
public final class LibraryCalls {
  private final Language language;
  final Builder builder;
  final ArgumentChecks checks;
  final Arithmetic arithmetic;
  final ComplexArithmetic complex;
  final Builtins builtins;
  private final Densities densities;
  private final Generators generators;

  /** A result with an element for each of the arguments', scalars standing for all. */
  private static final String BROADCAST = "reals";

  public LibraryCalls(Language language) {
    this.language = language;
    this.builder = language.builder();
    this.checks = new ArgumentChecks(builder);
    this.arithmetic = new Arithmetic(builder, this);
    this.complex = new ComplexArithmetic(this);
    this.builtins = new Builtins(this);
    this.densities = new Densities(language, this);
    this.generators = new Generators(this);
  }

  /** The checks that headers ask for. */
  public ArgumentChecks checks() {
    return checks;
  }

  /** An operator on the values of its operands: of both real or both complex values. */
  public Value binary(BinaryOp operator, Value a, Value b, StanType type, Span span) {
    return a instanceof Value.Composite x && b instanceof Value.Composite y
        ? complex.binary(operator, x, y, type, span)
        : arithmetic.binary(operator, a, b, type, span);
  }

  /** Adds a density to a sum, term by term. */
  public void addDensity(
      LibraryFunction f, List<Value> arguments, boolean propto, Span span, Consumer<Expr> sum) {
    densities.addTo(f, arguments, propto, span, sum);
  }

  /** A call whose function the checker has found. */
  public Value call(
      LibraryFunction f, List<Value> arguments, boolean propto, StanType type, Span span) {
    return builder.at(span, () -> dispatch(f, ordered(f, arguments), propto, type, span));
  }

  /** Constants first, where the order is free. */
  private static List<Value> ordered(LibraryFunction f, List<Value> arguments) {
    boolean constantLast =
        f.commutes() && arguments.get(0).autodiff() && !arguments.get(1).autodiff();
    return constantLast ? List.of(arguments.get(1), arguments.get(0)) : arguments;
  }

  private Value dispatch(
      LibraryFunction f, List<Value> arguments, boolean propto, StanType type, Span span) {
    if (f.form() == Form.BUILTIN) {
      return builtins.call(f, arguments, type, span);
    }
    if (f.generator()) {
      return generators.call(f, arguments, type, span);
    }
    if (Densities.isDistribution(f)) {
      return densities.value(f, arguments, propto, span);
    }
    if (f.transform() && arguments.get(0).type().isArray()) {
      return new TransformedArrays(this, builder).call(f, arguments, type, span);
    }
    boolean mapped = f.elementwise() || f.result().equals(BROADCAST);
    boolean elementwise = mapped && arguments.stream().anyMatch(a -> !a.sizes().isEmpty());
    if (elementwise && CompositeBuiltins.concerns(arguments, type)) {
      return complex.mapped(f, arguments, type, span);
    }
    return elementwise ? mapped(f, arguments, type, span) : once(f, arguments, type, span);
  }

  /** Calls a library function by name, for operators. */
  public Value call(String name, List<Value> arguments, StanType type, Span span) {
    LibraryFunction f =
        builder.gathered.library.named(name).stream()
            .filter(g -> accepts(g, arguments))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the prelude has no fitting " + name));
    return call(f, arguments, false, type, span);
  }

  private static boolean accepts(LibraryFunction f, List<Value> arguments) {
    if (f.parameters().size() != arguments.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      String header = f.parameters().get(i).type();
      StanType type = arguments.get(i).type();
      boolean fits =
          header.equals(type.toString())
              || (header.equals("real") && type.equals(StanType.INT))
              || (f.parameters().get(i).flat() && !type.isScalar());
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** A scalar library function by name. */
  Expr scalar(String name, List<Expr> arguments, Span span) {
    List<Value> values = new ArrayList<>();
    arguments.forEach(a -> values.add(Value.Scalar.of(a, true)));
    return call(name, values, StanType.REAL, span).scalar();
  }

  /** An elementwise function over containers of one shape, scalars standing for all elements. */
  private Value mapped(LibraryFunction f, List<Value> arguments, StanType type, Span span) {
    List<Value> forced = new ArrayList<>();
    Optional<Value> shape = Optional.empty();
    for (Value a : arguments) {
      if (a.isScalar()) {
        forced.add(builder.forced(a));
        continue;
      }
      if (shape.isPresent()) {
        SameSizes.check(builder, SameSizes.Sides.ELEMENTWISE, shape.get(), a, span);
      }
      shape = shape.isPresent() ? shape : Optional.of(a);
      forced.add(a);
    }
    boolean autodiff = arguments.stream().anyMatch(Value::autodiff);
    Set<Var> reads = new java.util.HashSet<>();
    forced.forEach(a -> reads.addAll(a.reads()));
    boolean flat = forced.stream().allMatch(Value::hasFlat);
    return new Value.Delayed(
        type,
        autodiff,
        shape.orElseThrow().sizes(),
        reads,
        false,
        index -> element(f, forced, a -> a.at(a.isScalar() ? List.of() : index), span),
        flat ? Optional.of(i -> element(f, forced, a -> a.flat(i), span)) : Optional.empty());
  }

  private Expr element(
      LibraryFunction f,
      List<Value> arguments,
      java.util.function.Function<Value, Expr> pick,
      Span span) {
    List<Value> scalars = new ArrayList<>();
    for (Value a : arguments) {
      scalars.add(Value.Scalar.of(pick.apply(a), a.autodiff()));
    }
    StanType type = f.result().equals("int") ? StanType.INT : StanType.REAL;
    return builder.at(span, () -> once(f, scalars, type, span)).scalar();
  }

  /** One evaluation: of a primitive, or of a body with its parameters bound. */
  public Value once(LibraryFunction f, List<Value> arguments, StanType type, Span span) {
    if (f.form() == Form.PRIMITIVE) {
      checkArguments(f, arguments, span);
      return primitive(f, arguments, span);
    }
    List<Value> seen = seenByBody(f, arguments);
    checkArguments(f, seen, span);
    boolean drops = f.name().endsWith("_constrain");
    return builder.under(
        drops ? builder.setting().withoutJacobian() : builder.setting(),
        () -> retyped(writtenOut(builder.gathered.library.body(f), seen), type, arguments, f));
  }

  /**
   * A call of a function that takes a function of the program, which the builder knows by its name
   * in the header.
   *
   * @param arguments those that the header names
   */
  public Value functional(LibraryFunction f, List<Value> arguments, StanType type, Span span) {
    LibraryFunction own = f.withoutFunction();
    List<Value> seen = seenByBody(own, arguments);
    checkArguments(own, seen, span);
    return retyped(writtenOut(builder.gathered.library.body(f), seen), type, arguments, own);
  }

  private Value primitive(LibraryFunction f, List<Value> arguments, Span span) {
    builder.gathered.library.remember(f);
    List<Expr> operands = new ArrayList<>();
    Primitive primitive = f.primitive().orElseThrow();
    List<Kind> kinds = primitive.parameters();
    for (int i = 0; i < arguments.size(); i++) {
      Expr e = arguments.get(i).scalar();
      operands.add(kinds.get(i) == Kind.REAL ? Exprs.toReal(e) : e);
    }
    boolean autodiff = arguments.stream().anyMatch(Value::autodiff);
    Expr.Apply apply =
        new Expr.Apply(primitive, operands, primitive.rejects() ? builder.where(span) : "");
    return Value.Scalar.of(ConstantCalls.folded(apply), autodiff);
  }

  /** The arguments under the types that a body sees. */
  List<Value> seenByBody(LibraryFunction f, List<Value> arguments) {
    List<Value> seen = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String header = f.parameters().get(i).type();
      Value a = arguments.get(i);
      if (a.isScalar()) {
        boolean real = !header.equals("int") && !header.equals("ints");
        Expr e = builder.atom(real ? Exprs.toReal(a.scalar()) : a.scalar());
        seen.add(new Value.Scalar(real ? StanType.REAL : StanType.INT, e, a.autodiff()));
      } else if (f.parameters().get(i).flat() || header.equals("vectors")) {
        seen.add(builder.forced(Shapes.asVector(builder, a)));
      } else {
        seen.add(builder.forced(a));
      }
    }
    return seen;
  }

  /** Checks that stand in the header, in argument order. */
  void checkArguments(LibraryFunction f, List<Value> arguments, Span span) {
    for (int i = 0; i < arguments.size(); i++) {
      LibraryFunction.Parameter p = f.parameters().get(i);
      if (p.check().isEmpty() || arguments.get(i) instanceof Value.Composite) {
        continue;
      }
      Value a = arguments.get(i);
      if (a.isScalar()) {
        checks.scalar(
            new ArgumentChecks.Site(f, p, span),
            a.scalar(),
            Optional.empty(),
            bindings(f, arguments));
      } else {
        checks.container(new ArgumentChecks.Site(f, p, span), a, bindings(f, arguments));
      }
    }
  }

  static ArgumentChecks.Bindings bindings(LibraryFunction f, List<Value> arguments) {
    return name -> {
      for (int i = 0; i < f.parameters().size(); i++) {
        if (f.parameters().get(i).name().equals(name) && arguments.get(i).isScalar()) {
          return Optional.of(arguments.get(i).scalar());
        }
      }
      return Optional.empty();
    };
  }

  private Value retyped(Value value, StanType type, List<Value> arguments, LibraryFunction f) {
    if (value.type().equals(type) || value.isScalar() || value instanceof Value.Composite) {
      return value;
    }
    List<Expr> sizes = value.sizes();
    if (f.result().startsWith("like ")) {
      String name = f.result().substring(5).trim();
      for (int i = 0; i < f.parameters().size(); i++) {
        sizes = f.parameters().get(i).name().equals(name) ? arguments.get(i).sizes() : sizes;
      }
    }
    return Shapes.reshaped(builder, value, type, sizes);
  }

  /** The body with its parameters bound, written out where the builder stands. */
  Value writtenOut(UserFunction body, List<Value> arguments) {
    List<Value> outer = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      outer.add(builder.values.get(body.parameters().get(i)));
      builder.values.put(body.parameters().get(i), arguments.get(i));
    }
    boolean autodiff = arguments.stream().anyMatch(Value::autodiff);
    try {
      return builder.under(
          builder.setting().withLocalsAutodiff(autodiff), () -> statementsOf(body));
    } finally {
      for (int i = 0; i < arguments.size(); i++) {
        if (outer.get(i) != null) {
          builder.values.put(body.parameters().get(i), outer.get(i));
        }
      }
    }
  }

  private Value statementsOf(UserFunction body) {
    List<TypedStmt> statements = body.body();
    int n = statements.size();
    AssignedSymbols.in(statements, builder.gathered.assigned);
    boolean simple =
        n > 0
            && statements.get(n - 1) instanceof TypedStmt.Return
            && statements.subList(0, n - 1).stream().noneMatch(NestedBodies::returns);
    if (simple) {
      statements.subList(0, n - 1).forEach(language::statement);
      TypedExpr value = ((TypedStmt.Return) statements.get(n - 1)).value().orElseThrow();
      return language.value(value);
    }
    return withExits(body);
  }

  /** A body with early returns: these become assignments to a result variable. */
  private Value withExits(UserFunction body) {
    boolean none = body.result().equals(StanType.VOID);
    Optional<Var> result =
        none
            ? Optional.empty()
            : Optional.of(builder.names.local("result", Value.coreType(body.result())));
    List<Stmt> raw = builder.collect(() -> language.body(body.body()));
    Exits.normalise(raw, result, builder.names).forEach(builder::emit);
    if (none) {
      return Value.Scalar.of(Exprs.integer(0), false);
    }
    Var v = result.get();
    if (v.isScalar()) {
      return new Value.Scalar(body.result(), Exprs.read(v), builder.setting().localsAutodiff());
    }
    return new Value.Stored(body.result(), v, Shapes.dims(v), builder.setting().localsAutodiff());
  }

  /** A kernel call in a body. */
  public Value kernel(TypedExpr.KernelCall call) {
    KernelMethod method = call.kernel().method();
    List<Operand> operands = new ArrayList<>();
    boolean autodiff = false;
    if (method.calls()) {
      operands.addAll(language.callbackOperands(call));
    } else {
      for (TypedExpr argument : call.arguments()) {
        Value value = language.value(argument);
        autodiff |= value.autodiff();
        operands.add(operand(value));
      }
    }
    String name = method.traces() ? "trace" : "r";
    Optional<Var> result = method.result().map(type -> builder.names.local(name, type));
    result.filter(Var::isScalar).ifPresent(builder.constants::add);
    builder.emit(new Stmt.Kernel(result, method, operands, builder.where(call.span())));
    if (method.makes()) {
      builder.readOnly.add(result.orElseThrow());
      return builder.held(result.get(), call.type(), builder.setting().localsAutodiff());
    }
    Expr value = result.filter(Var::isScalar).map(Exprs::read).orElse(Exprs.integer(0));
    return Value.Scalar.of(value, autodiff);
  }

  public Operand operand(Value value) {
    return value.isScalar()
        ? new Operand.Scalar(value.scalar())
        : new Operand.Container(builder.stored(value).stored().orElseThrow());
  }

  /** The derivative of a primitive, written out over atoms; empty if zero. */
  public Optional<Expr> derivative(
      LibraryFunction f, String parameter, List<Expr> arguments, Expr result, Span span) {
    Optional<TypedExpr> text = builder.gathered.library.derivative(f, parameter);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Subexpressions.forEach(
        text.get(),
        e -> {
          if (e instanceof TypedExpr.Reference r) {
            bind(r.symbol(), f, arguments, result);
          }
        });
    return Optional.of(builder.at(span, () -> language.value(text.get())).scalar());
  }

  private void bind(Symbol symbol, LibraryFunction f, List<Expr> arguments, Expr result) {
    if (symbol.name().equals("result")) {
      builder.values.put(symbol, Value.Scalar.of(result, true));
      return;
    }
    for (int i = 0; i < f.parameters().size(); i++) {
      if (f.parameters().get(i).name().equals(symbol.name())) {
        builder.values.put(symbol, Value.Scalar.of(arguments.get(i), true));
      }
    }
  }
}
