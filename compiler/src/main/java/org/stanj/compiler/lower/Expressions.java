package org.stanj.compiler.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;

/** Lowers expressions to values. */
final class Expressions implements TypedExpr.Visitor<Value> {
  /** The log density so far, where a program reads it. */
  static final Var TARGET = Var.local("target", CoreType.REAL);

  private final Lowerer lowerer;
  private final Builder builder;

  Expressions(Lowerer lowerer) {
    this.lowerer = lowerer;
    this.builder = lowerer.builder;
  }

  Value lower(TypedExpr e) {
    return e.accept(this);
  }

  /** A scalar expression. */
  Expr scalar(TypedExpr e) {
    return lower(e).scalar();
  }

  @Override
  public Value intConstant(TypedExpr.IntConstant e) {
    return Value.Scalar.of(Exprs.integer(e.value()), false);
  }

  @Override
  public Value realConstant(TypedExpr.RealConstant e) {
    return Value.Scalar.of(Exprs.real(e.value()), false);
  }

  @Override
  public Value reference(TypedExpr.Reference e) {
    Value value = builder.values.get(e.symbol());
    if (value == null) {
      throw new IllegalStateException("no value for " + e.symbol());
    }
    return value;
  }

  @Override
  public Value promote(TypedExpr.Promote e) {
    Value value = lower(e.value());
    if (value.isScalar()) {
      return new Value.Scalar(e.type(), Exprs.toReal(value.scalar()), false);
    }
    return value.type().isInt() ? Arithmetic.map(value, e.type(), Exprs::toReal) : value;
  }

  @Override
  public Value unary(TypedExpr.Unary e) {
    Value a = lower(e.operand());
    return switch (e.operator()) {
      case PLUS -> a;
      case TRANSPOSE -> transpose(a, e.type());
      case NOT ->
          Value.Scalar.of(
              a.kind() == Kind.INT
                  ? Exprs.not(a.scalar())
                  : Exprs.op(org.stanj.compiler.core.Operator.EQUAL, a.scalar(), Exprs.ZERO),
              false);
      case MINUS ->
          a.isScalar()
              ? new Value.Scalar(e.type(), minus(a.scalar()), a.autodiff())
              : Arithmetic.map(a, e.type(), Expressions::minus);
    };
  }

  private static Expr minus(Expr e) {
    return e.kind() == Kind.REAL
        ? Exprs.negate(e)
        : e instanceof Expr.IntLiteral i
            ? Exprs.integer(-i.value())
            : Exprs.op(org.stanj.compiler.core.Operator.NEGATE_INT, e);
  }

  /** Rows as columns; of a vector only the type changes. */
  static Value transpose(Value a, StanType type) {
    if (a.stored().isPresent() && a.type().rank() == 1) {
      return new Value.Stored(type, a.stored().get(), a.sizes(), a.autodiff());
    }
    if (a.type().rank() == 1) {
      return new Value.Delayed(
          type, a.autodiff(), a.sizes(), a.reads(), a.cheap(), a::at, Optional.empty());
    }
    return new Value.Delayed(
        type,
        a.autodiff(),
        List.of(a.sizes().get(1), a.sizes().get(0)),
        a.reads(),
        a.cheap(),
        index -> a.at(List.of(index.get(1), index.get(0))),
        Optional.empty());
  }

  @Override
  public Value binary(TypedExpr.Binary e) {
    if (e.operator() == TypedExpr.BinaryOp.AND || e.operator() == TypedExpr.BinaryOp.OR) {
      return logical(e);
    }
    Value a = lower(e.left());
    Value b = lower(e.right());
    return lowerer.arithmetic.binary(e.operator(), a, b, e.type(), e.span());
  }

  /** Short-circuit: the right side's statements run only where its value is needed. */
  private Value logical(TypedExpr.Binary e) {
    boolean and = e.operator() == TypedExpr.BinaryOp.AND;
    Expr left = scalar(e.left());
    Expr[] right = new Expr[1];
    List<Stmt> work = builder.collect(() -> right[0] = scalar(e.right()));
    if (work.isEmpty()) {
      return Value.Scalar.of(and ? Exprs.and(left, right[0]) : Exprs.or(left, right[0]), false);
    }
    Var result = builder.names.local("test", CoreType.INT);
    builder.emit(new Stmt.Assign(result, and ? Exprs.FALSE : Exprs.TRUE));
    List<Stmt> body = new ArrayList<>(work);
    body.add(new Stmt.Assign(result, Exprs.not(Exprs.not(right[0]))));
    builder.emit(new Stmt.If(and ? left : Exprs.not(left), body, List.of()));
    return Value.Scalar.of(Exprs.read(result), false);
  }

  @Override
  public Value conditional(TypedExpr.Conditional e) {
    Expr test = scalar(e.test());
    Value[] arms = new Value[2];
    Expr[] results = new Expr[2];
    boolean scalars = e.type().isScalar();
    if (!scalars) {
      return containerChoice(e, builder.atom(test));
    }
    List<Stmt> yes = builder.collect(() -> results[0] = (arms[0] = lower(e.yes())).scalar());
    List<Stmt> no = builder.collect(() -> results[1] = (arms[1] = lower(e.no())).scalar());
    boolean autodiff = arms[0].autodiff() || arms[1].autodiff();
    for (int i = 0; i < 2; i++) {
      results[i] = e.type().isInt() ? results[i] : Exprs.toReal(results[i]);
    }
    if (yes.isEmpty() && no.isEmpty()) {
      return new Value.Scalar(e.type(), new Expr.Choose(test, results[0], results[1]), autodiff);
    }
    Var result = builder.names.local("choice", Value.coreType(e.type()));
    yes.add(new Stmt.Assign(result, results[0]));
    no.add(new Stmt.Assign(result, results[1]));
    builder.emit(new Stmt.If(test, yes, no));
    return new Value.Scalar(e.type(), Exprs.read(result), autodiff);
  }

  private Value containerChoice(TypedExpr.Conditional e, Expr test) {
    Var result = builder.names.local("choice", Value.coreType(e.type()));
    boolean[] autodiff = {false};
    List<Stmt> yes = builder.collect(() -> autodiff[0] |= nameArm(e.yes(), result));
    List<Stmt> no = builder.collect(() -> autodiff[0] |= nameArm(e.no(), result));
    builder.emit(new Stmt.If(test, yes, no));
    return new Value.Stored(e.type(), result, Shapes.dims(result), autodiff[0]);
  }

  private boolean nameArm(TypedExpr arm, Var result) {
    Value value = lower(arm);
    Var of = builder.stored(value).stored().orElseThrow();
    builder.emit(org.stanj.compiler.core.Exits.wholeView(result, of));
    return value.autodiff();
  }

  @Override
  public Value indexed(TypedExpr.Indexed e) {
    return lowerer.indexing.read(
        lower(e.base()), e.indices(), e.type(), subject(e.base(), e.span()));
  }

  /** The variable that is indexed, and how many indices it has already. */
  private static Indexing.Subject subject(TypedExpr base, Span span) {
    int before = 0;
    TypedExpr root = base;
    while (root instanceof TypedExpr.Indexed inner) {
      before += inner.indices().size();
      root = inner.base();
    }
    String name = root instanceof TypedExpr.Reference r ? r.symbol().name() : "";
    return new Indexing.Subject(name, before, span);
  }

  @Override
  public Value libraryCall(TypedExpr.LibraryCall e) {
    List<Value> arguments = e.arguments().stream().map(this::lower).toList();
    return lowerer.library.call(e.function(), arguments, e.propto(), e.type(), e.span());
  }

  @Override
  public Value kernelCall(TypedExpr.KernelCall e) {
    return lowerer.library.kernel(e);
  }

  @Override
  public Value userCall(TypedExpr.UserCall e) {
    return lowerer.userCalls.call(e);
  }

  @Override
  public Value functionalCall(TypedExpr.FunctionalCall e) {
    return lowerer.functionals.call(e);
  }

  @Override
  public Value arrayLiteral(TypedExpr.ArrayLiteral e) {
    return literal(e.elements(), e.type());
  }

  @Override
  public Value rowLiteral(TypedExpr.RowLiteral e) {
    return literal(e.elements(), e.type());
  }

  /** Elements or rows written into a new container. */
  private Value literal(List<TypedExpr> elements, StanType type) {
    List<Value> values = elements.stream().map(this::lower).map(builder::forced).toList();
    boolean autodiff = values.stream().anyMatch(Value::autodiff);
    List<Expr> sizes = new ArrayList<>(List.of(Exprs.integer(values.size())));
    Set<Var> reads = new HashSet<>();
    values.forEach(v -> reads.addAll(v.reads()));
    if (!values.isEmpty()) {
      sizes.addAll(values.get(0).sizes());
    }
    while (sizes.size() < type.rank()) {
      sizes.add(Exprs.integer(0));
    }
    Value.Stored result = builder.declare("literal", type, sizes, autodiff, Stmt.Fill.NONE);
    Var target = result.stored().orElseThrow();
    for (int i = 0; i < values.size(); i++) {
      place(target, i, values.get(i), type);
    }
    return result;
  }

  private void place(Var target, int i, Value value, StanType type) {
    builder.elements(
        whole(value),
        (at, element) -> {
          List<Expr> index = new ArrayList<>(List.of(Exprs.integer(i)));
          index.addAll(at);
          builder.emit(
              new Stmt.Store(target, index, type.isInt() ? element : Exprs.toReal(element)));
        });
  }

  /** The value under full indices, where a flat position would not do. */
  static Value whole(Value value) {
    if (value.type().rank() < 2) {
      return value;
    }
    return new Value.Delayed(
        value.type(),
        value.autodiff(),
        value.sizes(),
        value.reads(),
        value.cheap(),
        value::at,
        Optional.empty());
  }

  @Override
  public Value target(TypedExpr.Target e) {
    return Value.Scalar.of(Exprs.read(TARGET), true);
  }
}
