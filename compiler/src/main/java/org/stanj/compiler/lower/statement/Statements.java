package org.stanj.compiler.lower.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.function.FunctionalCalls;
import org.stanj.compiler.lower.function.PackedResults;
import org.stanj.compiler.lower.function.UserCalls;
import org.stanj.compiler.lower.library.Densities;
import org.stanj.compiler.lower.library.LibraryCalls;
import org.stanj.compiler.lower.value.Axes;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.Language;
import org.stanj.compiler.lower.value.Packing;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;

/** Lowers statements; what they mean stands where the builder stands. */
public final class Statements implements TypedStmt.Visitor<Boolean> {
  private final Language language;
  private final LibraryCalls library;
  private final Expressions expressions;
  private final Builder builder;
  private final Declarations declarations;
  private final Assignments assignments;
  private Consumer<TypedStmt.Return> returns = this::plainReturn;

  public Statements(
      Language language, LibraryCalls library, UserCalls userCalls, FunctionalCalls functionals) {
    this.language = language;
    this.library = library;
    this.builder = language.builder();
    Indexing indexing = new Indexing(language);
    this.expressions = new Expressions(language, library, indexing, userCalls, functionals);
    this.assignments = new Assignments(language, library, indexing);
    this.declarations = new Declarations(language, assignments);
  }

  /** Lowers an expression. */
  public Value value(TypedExpr e) {
    return expressions.lower(e);
  }

  public Declarations declarations() {
    return declarations;
  }

  public void lower(TypedStmt s) {
    builder.inStatement(s.span(), () -> s.accept(this));
  }

  /** Lowers a body whose returns are handled by another. */
  public void withReturns(Consumer<TypedStmt.Return> handler, List<TypedStmt> body) {
    Consumer<TypedStmt.Return> before = returns;
    returns = handler;
    body.forEach(this::lower);
    returns = before;
  }

  /** Lowers a library body: its returns are plain. */
  public void plain(List<TypedStmt> body) {
    withReturns(this::plainReturn, body);
  }

  /** Emits what {@code work} makes; containers that it makes on the way are freed after it. */
  private void scoped(Runnable work) {
    List<Stmt> body = builder.collect(work);
    boolean makes = body.stream().anyMatch(Statements::makesContainer);
    if (makes) {
      builder.emit(new Compound.Region(body));
    } else {
      body.forEach(builder::emit);
    }
  }

  private static boolean makesContainer(Stmt s) {
    boolean[] found = {false};
    s.walk(
        t ->
            found[0] |=
                t instanceof Stmt.Declare
                    || t instanceof Stmt.Call
                    || t instanceof Stmt.ParallelSum);
    return found[0];
  }

  @Override
  public Boolean declare(TypedStmt.Declare s) {
    declarations.declare(s.declaration());
    return true;
  }

  @Override
  public Boolean assign(TypedStmt.Assign s) {
    scoped(() -> assignments.assign(s));
    return true;
  }

  @Override
  public Boolean unpack(TypedStmt.Unpack s) {
    scoped(() -> assignments.unpack(s));
    return true;
  }

  @Override
  public Boolean addTarget(TypedStmt.AddTarget s) {
    scoped(() -> addTerms(s.value(), true));
    return true;
  }

  private void addTerms(TypedExpr e, boolean positive) {
    if (e instanceof TypedExpr.Binary b
        && e.type().isScalar()
        && (b.operator() == TypedExpr.BinaryOp.ADD
            || b.operator() == TypedExpr.BinaryOp.SUBTRACT)) {
      addTerms(b.left(), positive);
      addTerms(b.right(), (b.operator() == TypedExpr.BinaryOp.SUBTRACT) != positive);
    } else if (e instanceof TypedExpr.Unary u && u.operator() == TypedExpr.UnaryOp.MINUS) {
      addTerms(u.operand(), !positive);
    } else if (e instanceof TypedExpr.LibraryCall c) {
      addLibraryTerm(c, positive);
    } else {
      addValue(language.value(e), positive);
    }
  }

  private void addLibraryTerm(TypedExpr.LibraryCall c, boolean positive) {
    boolean sum = c.function().name().equals("sum") && c.arguments().size() == 1;
    boolean log = Densities.isDistribution(c.function()) && !c.function().name().endsWith("_cdf");
    if (sum) {
      addValue(language.value(c.arguments().get(0)), positive);
    } else if (log) {
      List<Value> arguments = c.arguments().stream().map(language::value).toList();
      library.addDensity(
          c.function(), arguments, c.propto(), c.span(), term -> add(term, positive));
    } else {
      addValue(language.value(c), positive);
    }
  }

  private void addValue(Value value, boolean positive) {
    builder.elements(value, (at, e) -> add(Exprs.toReal(e), positive));
  }

  private void add(Expr term, boolean positive) {
    builder.emit(new Stmt.AddTarget(positive ? term : Exprs.negate(term)));
  }

  @Override
  public Boolean truncated(TypedStmt.Truncated s) {
    scoped(
        () -> {
          addTerms(s.density(), true);
          Value y = builder.forced(language.value(s.variable()));
          Expr outside = outside(s, y);
          Expr impossible = Exprs.real(Double.NEGATIVE_INFINITY);
          builder.emit(
              new Compound.If(
                  outside,
                  List.of(new Stmt.AddTarget(impossible)),
                  builder.collect(() -> subtractMass(s))));
        });
    return true;
  }

  /** Whether any outcome is outside the bounds. */
  private Expr outside(TypedStmt.Truncated s, Value y) {
    Optional<Expr> below = s.lower().map(language::scalar).map(builder::atom);
    Optional<Expr> above = s.upper().map(language::scalar).map(builder::atom);
    if (y.isScalar()) {
      return outside(y.scalar(), below, above);
    }
    Var found = builder.names.local("outside", CoreType.INT);
    builder.emit(new Stmt.Assign(found, Exprs.FALSE));
    builder.elements(
        y,
        (at, e) ->
            builder.emit(
                new Compound.If(
                    outside(builder.atom(e), below, above),
                    List.of(new Stmt.Assign(found, Exprs.TRUE)),
                    List.of())));
    return Exprs.read(found);
  }

  private static Expr outside(Expr outcome, Optional<Expr> below, Optional<Expr> above) {
    Expr x = Exprs.toReal(outcome);
    return Exprs.or(
        below.map(b -> Exprs.op(Operator.LESS, x, Exprs.toReal(b))).orElse(Exprs.FALSE),
        above.map(b -> Exprs.op(Operator.LESS, Exprs.toReal(b), x)).orElse(Exprs.FALSE));
  }

  private void subtractMass(TypedStmt.Truncated s) {
    if (s.each().isEmpty()) {
      add(language.scalar(s.normaliser()), false);
      return;
    }
    TypedStmt.Truncated.Each each = s.each().get();
    each.values()
        .forEach((symbol, e) -> builder.values.put(symbol, builder.stored(language.value(e))));
    Value first = builder.values.get(each.values().keySet().iterator().next());
    builder.count(
        "element",
        Exprs.integer(1),
        first.sizes().get(0),
        i -> {
          builder.values.put(each.index(), Value.Scalar.of(i, false));
          add(language.scalar(s.normaliser()), false);
        });
  }

  @Override
  public Boolean addJacobian(TypedStmt.AddJacobian s) {
    if (builder.setting().jacobian().isEmpty()) {
      return true;
    }
    List<Stmt> body = builder.collect(() -> addValue(language.value(s.value()), true));
    if (Exprs.isInt(builder.setting().jacobian().get(), 1)) {
      body.forEach(builder::emit);
    } else {
      builder.emit(new Compound.If(builder.setting().jacobian().get(), body, List.of()));
    }
    return true;
  }

  @Override
  public Boolean voidCall(TypedStmt.VoidCall s) {
    scoped(() -> language.value(s.call()));
    return true;
  }

  @Override
  public Boolean branch(TypedStmt.If s) {
    Expr test = truth(language.value(s.test()));
    List<Stmt> yes = builder.collect(() -> s.yes().forEach(this::lower));
    List<Stmt> no = builder.collect(() -> s.no().forEach(this::lower));
    builder.emit(new Compound.If(test, yes, no));
    return true;
  }

  private static Expr truth(Value v) {
    Expr e = v.scalar();
    return v.type().isInt() ? e : Exprs.op(Operator.NOT_EQUAL, e, Exprs.ZERO);
  }

  @Override
  public Boolean repeat(TypedStmt.While s) {
    Expr[] test = new Expr[1];
    List<Stmt> before = builder.collect(() -> test[0] = truth(language.value(s.test())));
    List<Stmt> body = builder.collect(() -> s.body().forEach(this::lower));
    if (before.isEmpty()) {
      builder.emit(new Compound.While(test[0], List.of(region(body))));
    } else {
      List<Stmt> whole = new ArrayList<>(before);
      whole.add(new Compound.If(Exprs.not(test[0]), List.of(new Stmt.Break()), List.of()));
      whole.addAll(body);
      builder.emit(new Compound.While(Exprs.TRUE, List.of(region(whole))));
    }
    return true;
  }

  /** A loop body, freeing the containers of each iteration. */
  private static Stmt region(List<Stmt> body) {
    return new Compound.Region(body);
  }

  private static List<Stmt> iteration(List<Stmt> body) {
    return body.stream().anyMatch(Statements::makesContainer) ? List.of(region(body)) : body;
  }

  @Override
  public Boolean loop(TypedStmt.For s) {
    Expr from = language.scalar(s.from());
    Expr to = language.scalar(s.to());
    Expr first = builder.frozen(from);
    Expr last = builder.frozen(to);
    Var index = builder.names.local(s.index().name(), CoreType.INT);
    builder.constants.add(index);
    builder.ranges.put(index, new LinearIndex.Range(first, last));
    builder.values.put(s.index(), Value.Scalar.of(Exprs.read(index), false));
    List<Stmt> body = builder.collect(() -> s.body().forEach(this::lower));
    builder.emit(new Compound.For(index, first, last, false, iteration(body), LoopFacts.UNKNOWN));
    return true;
  }

  @Override
  public Boolean forEach(TypedStmt.ForEach s) {
    Value over = steady(builder.forced(language.value(s.container())));
    boolean inMatrix = !over.type().isArray() && over.type().rank() > 1;
    if (inMatrix) {
      Value flat = flat(over);
      builder.count(
          "e",
          Exprs.integer(0),
          Exprs.subtractInt(Components.leaves(flat).get(0).count(), Exprs.integer(1)),
          i -> each(s, atFlat(flat, i, s.element().type())));
    } else {
      builder.count(
          "e",
          Exprs.integer(0),
          Exprs.subtractInt(over.sizes().get(0), Exprs.integer(1)),
          i -> each(s, builder.forced(Axes.element(builder, over, i, s.element().type()))));
    }
    return true;
  }

  /** The value with elements that the loop's body does not change. */
  private Value steady(Value container) {
    if (container instanceof Value.Composite composite) {
      return composite.map(this::steady);
    }
    boolean changes =
        container.stored().isPresent()
            && !container.stored().get().storage().equals(Var.Storage.FIELD);
    return changes ? snapshot(container) : container;
  }

  private Value flat(Value matrix) {
    if (matrix instanceof Value.Composite composite) {
      return composite.map(this::flat);
    }
    return matrix.hasFlat() ? matrix : builder.stored(matrix);
  }

  private Value atFlat(Value matrix, Expr position, StanType type) {
    if (matrix instanceof Value.Composite c) {
      List<Value> parts =
          c.components().stream().map(v -> atFlat(v, position, type.realPart())).toList();
      return new Value.Composite(type, parts);
    }
    return Value.Scalar.of(builder.atom(matrix.flat(position)), matrix.autodiff());
  }

  /** The loop runs over the value that the container had at its start. */
  private Value snapshot(Value container) {
    boolean parameter = builder.readOnly.contains(container.stored().orElseThrow());
    if (parameter) {
      return container;
    }
    Value.Stored copy =
        builder.declare(
            "each", container.type(), container.sizes(), container.autodiff(), Stmt.Fill.NONE);
    builder.write(copy, container);
    return copy;
  }

  private void each(TypedStmt.ForEach s, Value element) {
    Value bound = element;
    if (element instanceof Value.Composite composite) {
      bound = composite.map(builder::forced);
    } else if (element.isScalar()) {
      bound =
          new Value.Scalar(
              s.element().type(),
              builder.temporary(s.element().name(), element.scalar()),
              element.autodiff());
    }
    builder.values.put(s.element(), bound);
    s.body().forEach(this::lower);
  }

  @Override
  public Boolean block(TypedStmt.Block s) {
    s.body().forEach(this::lower);
    return true;
  }

  @Override
  public Boolean profile(TypedStmt.Profile s) {
    List<Stmt> body = builder.collect(() -> s.body().forEach(this::lower));
    builder.emit(new Compound.Profile(s.name(), body));
    return true;
  }

  @Override
  public Boolean leave(TypedStmt.Break s) {
    builder.emit(new Stmt.Break());
    return true;
  }

  @Override
  public Boolean next(TypedStmt.Continue s) {
    builder.emit(new Stmt.Continue());
    return true;
  }

  @Override
  public Boolean giveBack(TypedStmt.Return s) {
    returns.accept(s);
    return true;
  }

  private void plainReturn(TypedStmt.Return s) {
    if (builder.setting().amount().isPresent() && !builder.inLibrary()) {
      Optional<Value> value = s.value().map(language::value);
      Operand packed = new PackedResults(builder).pack(builder.setting().amount().get(), value);
      builder.emit(new Stmt.Return(Optional.of(packed)));
      return;
    }
    if (s.value().isEmpty()) {
      builder.emit(new Stmt.Return(Optional.empty()));
      return;
    }
    Value value = language.value(s.value().get());
    Value single =
        value instanceof Value.Composite composite ? Packing.packed(builder, composite) : value;
    builder.emit(new Stmt.Return(Optional.of(operand(single))));
  }

  private Operand operand(Value value) {
    if (value.isScalar()) {
      boolean real = value.type().equals(StanType.REAL);
      return new Operand.Scalar(real ? Exprs.toReal(value.scalar()) : value.scalar());
    }
    return new Operand.Container(builder.stored(value).stored().orElseThrow());
  }

  @Override
  public Boolean message(TypedStmt.Message s) {
    scoped(() -> emitMessage(s));
    return true;
  }

  private void emitMessage(TypedStmt.Message s) {
    List<Operand> parts = new ArrayList<>();
    for (TypedStmt.Part part : s.parts()) {
      if (part instanceof TypedStmt.Part.Text t) {
        parts.add(new Operand.Text(t.text()));
      } else if (part instanceof TypedStmt.Part.Value v) {
        parts.add(shown(language.value(v.value())));
      }
    }
    String where = builder.where(s.span());
    builder.emit(
        switch (s.messageKind()) {
          case PRINT -> new Stmt.Print(parts);
          case REJECT -> new Stmt.Reject(Stmt.RejectKind.DOMAIN, parts, where);
          case FATAL_ERROR -> new Stmt.Reject(fatal(), parts, where);
        });
  }

  private Operand shown(Value value) {
    if (value instanceof Value.Composite composite) {
      Var packed = Packing.packed(builder, composite).stored().orElseThrow();
      return new Operand.Container(packed, Packing.form(value.type()));
    }
    return operand(value);
  }

  /** The library says {@code fatal_error} of sizes that do not match. */
  private Stmt.RejectKind fatal() {
    return builder.inLibrary() ? Stmt.RejectKind.SIZE : Stmt.RejectKind.FATAL;
  }
}
