package org.stanj.compiler.lower.statement;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.function.FunctionalCalls;
import org.stanj.compiler.lower.function.UserCalls;
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DelayedValues;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;

/** Lowers expressions to values. */
final class Expressions implements TypedExpr.Visitor<Value> {
  private final Language language;
  private final LibraryCalls library;
  private final Indexing indexing;
  private final UserCalls userCalls;
  private final FunctionalCalls functionals;
  private final Builder builder;

  Expressions(
      Language language,
      LibraryCalls library,
      Indexing indexing,
      UserCalls userCalls,
      FunctionalCalls functionals) {
    this.language = language;
    this.library = library;
    this.indexing = indexing;
    this.userCalls = userCalls;
    this.functionals = functionals;
    this.builder = language.builder();
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
  public Value imaginaryConstant(TypedExpr.ImaginaryConstant e) {
    Value real = Value.Scalar.of(Exprs.ZERO, false);
    Value imaginary = Value.Scalar.of(Exprs.real(e.value()), false);
    return new Value.Composite(StanType.COMPLEX, List.of(real, imaginary));
  }

  @Override
  public Value tupleLiteral(TypedExpr.TupleLiteral e) {
    return new Value.Composite(e.type(), e.members().stream().map(this::lower).toList());
  }

  @Override
  public Value projection(TypedExpr.Projection e) {
    return ((Value.Composite) lower(e.base())).components().get(e.member());
  }

  @Override
  public Value reference(TypedExpr.Reference e) {
    Value value = builder.values.get(e.symbol());
    if (value != null) {
      return value;
    }
    if (!e.type().isScalar()) {
      throw new IllegalStateException("no value for " + e.symbol());
    }
    // Read in its own declaration, of which a warning has told.
    Expr unset = e.type().isInt() ? Exprs.integer(Integer.MIN_VALUE) : Exprs.real(Double.NaN);
    return Value.Scalar.of(unset, false);
  }

  @Override
  public Value promote(TypedExpr.Promote e) {
    return DelayedValues.promoted(lower(e.value()), e.type());
  }

  @Override
  public Value unary(TypedExpr.Unary e) {
    return unary(e.operator(), lower(e.operand()), e.type());
  }

  private Value unary(TypedExpr.UnaryOp operator, Value a, StanType type) {
    if (a instanceof Value.Composite c) {
      StanType part = type.realPart();
      List<Value> parts = c.components().stream().map(v -> unary(operator, v, part)).toList();
      return new Value.Composite(type, parts);
    }
    return switch (operator) {
      case PLUS -> a;
      case TRANSPOSE -> DelayedValues.transpose(a, type);
      case NOT ->
          Value.Scalar.of(
              a.kind() == Kind.INT
                  ? Exprs.not(a.scalar())
                  : Exprs.op(org.stanj.compiler.core.Operator.EQUAL, a.scalar(), Exprs.ZERO),
              false);
      case MINUS ->
          a.isScalar()
              ? new Value.Scalar(type, minus(a.scalar()), a.autodiff())
              : DelayedValues.map(a, type, Expressions::minus);
    };
  }

  private static Expr minus(Expr e) {
    return e.kind() == Kind.REAL
        ? Exprs.negate(e)
        : e instanceof Expr.IntLiteral i
            ? Exprs.integer(-i.value())
            : Exprs.op(org.stanj.compiler.core.Operator.NEGATE_INT, e);
  }

  @Override
  public Value binary(TypedExpr.Binary e) {
    if (e.operator() == TypedExpr.BinaryOp.AND || e.operator() == TypedExpr.BinaryOp.OR) {
      return logical(e);
    }
    Value a = lower(e.left());
    Value b = lower(e.right());
    return library.binary(e.operator(), a, b, e.type(), e.span());
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
    builder.emit(new Compound.If(and ? left : Exprs.not(left), body, List.of()));
    return Value.Scalar.of(Exprs.read(result), false);
  }

  @Override
  public Value conditional(TypedExpr.Conditional e) {
    Expr test = scalar(e.test());
    Value[] arms = new Value[2];
    Expr[] results = new Expr[2];
    if (!e.type().isScalar() || e.type().isComplex()) {
      return named(e, builder.atom(test));
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
    builder.emit(new Compound.If(test, yes, no));
    return new Value.Scalar(e.type(), Exprs.read(result), autodiff);
  }

  /** A choice between containers or composites: each arm names or assigns what it gives. */
  private Value named(TypedExpr.Conditional e, Expr test) {
    List<StanType> types = Components.leaves(e.type());
    List<Var> results =
        types.stream().map(t -> builder.names.local("choice", Value.coreType(t))).toList();
    boolean[] autodiff = {false};
    List<Stmt> yes = builder.collect(() -> autodiff[0] |= nameArm(e.yes(), results));
    List<Stmt> no = builder.collect(() -> autodiff[0] |= nameArm(e.no(), results));
    builder.emit(new Compound.If(test, yes, no));
    List<Value> leaves = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      leaves.add(builder.held(results.get(i), types.get(i), autodiff[0]));
    }
    return Components.join(e.type(), leaves);
  }

  private boolean nameArm(TypedExpr arm, List<Var> results) {
    Value value = lower(arm);
    List<Value> leaves = Components.leaves(value);
    for (int i = 0; i < results.size(); i++) {
      Var result = results.get(i);
      if (result.isScalar()) {
        Expr e = leaves.get(i).scalar();
        builder.emit(
            new Stmt.Assign(result, result.type().kind() == Kind.INT ? e : Exprs.toReal(e)));
      } else {
        Var of = builder.stored(leaves.get(i)).stored().orElseThrow();
        builder.emit(org.stanj.compiler.core.Exits.wholeView(result, of));
      }
    }
    return value.autodiff();
  }

  @Override
  public Value indexed(TypedExpr.Indexed e) {
    return indexing.read(lower(e.base()), e.indices(), e.type(), subject(e.base(), e.span()));
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
    return library.call(e.function(), arguments, e.propto(), e.type(), e.span());
  }

  @Override
  public Value kernelCall(TypedExpr.KernelCall e) {
    return library.kernel(e);
  }

  @Override
  public Value userCall(TypedExpr.UserCall e) {
    return userCalls.call(e);
  }

  @Override
  public Value functionalCall(TypedExpr.FunctionalCall e) {
    return functionals.call(e);
  }

  @Override
  public Value arrayLiteral(TypedExpr.ArrayLiteral e) {
    return literal(lowered(e.elements()), e.type());
  }

  @Override
  public Value rowLiteral(TypedExpr.RowLiteral e) {
    return literal(lowered(e.elements()), e.type());
  }

  private List<Value> lowered(List<TypedExpr> elements) {
    return elements.stream().map(this::lower).map(builder::forced).toList();
  }

  /** Elements or rows written into a new container. */
  private Value literal(List<Value> values, StanType type) {
    if (type.isComposite()) {
      List<StanType> types = Components.types(type);
      List<Value> components = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        int which = i;
        List<Value> column =
            values.stream().map(v -> ((Value.Composite) v).components().get(which)).toList();
        components.add(literal(column, types.get(i)));
      }
      return new Value.Composite(type, components);
    }
    boolean autodiff = values.stream().anyMatch(Value::autodiff);
    List<Expr> sizes = new ArrayList<>(List.of(Exprs.integer(values.size())));
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
        DelayedValues.whole(value),
        (at, element) -> {
          List<Expr> index = new ArrayList<>(List.of(Exprs.integer(i)));
          index.addAll(at);
          builder.emit(
              new Stmt.Store(target, index, type.isInt() ? element : Exprs.toReal(element)));
        });
  }

  @Override
  public Value target(TypedExpr.Target e) {
    return Value.Scalar.of(Exprs.read(Target.VARIABLE), true);
  }
}
