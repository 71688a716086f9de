package org.stanj.compiler.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;

/**
 * Where the statements of one core function are gathered: the current list, the values of symbols,
 * and what is known of loop indices.
 */
final class Builder {
  final Shared shared;
  final Names names;

  /** Values of the symbols in scope. */
  final Map<Symbol, Value> values = new HashMap<>();

  /** Ranges of the loop indices in scope. */
  final Map<Var, Linear.Range> ranges = new HashMap<>();

  /** Int variables whose value never changes while they are in scope. */
  final Set<Var> constants = new HashSet<>();

  /** Containers that nothing writes: parameters of functions. */
  final Set<Var> readOnly = new HashSet<>();

  private final Map<Var, Var> viewed = new HashMap<>();

  /** Whether locals count as autodiff (model block, functions of parameters). */
  boolean localsAutodiff;

  /** The flag under which propto calls drop terms; empty where they keep all. */
  Optional<Expr> propto = Optional.empty();

  /** The flag under which Jacobian terms count; empty where they never do. */
  Optional<Expr> jacobian = Optional.empty();

  /** What a function adds to the target, where it gives that back; empty elsewhere. */
  Optional<Var> amount = Optional.empty();

  /** Whether data are being read: then fields are not constant yet. */
  boolean binding;

  /** The propto flag of the library density whose body is being written out. */
  Optional<Expr> inherited = Optional.empty();

  private List<Stmt> out = new ArrayList<>();
  private Optional<Span> site = Optional.empty();
  private Optional<Span> statement = Optional.empty();

  Builder(Shared shared, Names names) {
    this.shared = shared;
    this.names = names;
  }

  void emit(Stmt s) {
    if (s instanceof Stmt.View view) {
      viewed.put(view.variable(), view.of());
    }
    if (s instanceof Compound.If branch && branch.test() instanceof Expr.IntLiteral known) {
      out.addAll(known.value() != 0 ? branch.yes() : branch.no());
      return;
    }
    out.add(s);
  }

  /** The variable that owns the storage which a view names. */
  Var root(Var v) {
    Var of = viewed.get(v);
    return of == null ? v : root(of);
  }

  /** All statements so far at the outermost level. */
  List<Stmt> statements() {
    return out;
  }

  /** The statements that {@code work} emits. */
  List<Stmt> collect(Runnable work) {
    List<Stmt> outer = out;
    List<Stmt> inner = new ArrayList<>();
    out = inner;
    try {
      work.run();
    } finally {
      out = outer;
    }
    return inner;
  }

  /** Runs {@code work}, all of whose places are that of the statement, as messages have them. */
  void inStatement(Span span, Runnable work) {
    Optional<Span> before = statement;
    statement = Optional.of(span);
    work.run();
    statement = before;
  }

  /** Runs {@code work}, which writes out a library function that is called at the span. */
  <T> T at(Span span, Supplier<T> work) {
    Optional<Span> before = site;
    if (site.isEmpty()) {
      site = Optional.of(statement.orElse(span));
    }
    try {
      return work.get();
    } finally {
      site = before;
    }
  }

  /** Whether the body of a library function is being written out. */
  boolean inLibrary() {
    return site.isPresent();
  }

  /** The place that messages name for the span: that of the statement it stands in. */
  String where(Span span) {
    return Places.where(site.or(() -> statement).orElse(span));
  }

  /** The value in an atom: itself, or a new temporary. */
  Expr atom(Expr e) {
    return Exprs.isAtom(e) ? e : temporary("t", e);
  }

  /** A new variable with the value; its name never gets another. */
  Expr temporary(String base, Expr e) {
    Var t = names.local(base, e.kind() == Kind.INT ? CoreType.INT : CoreType.REAL);
    constants.add(t);
    emit(new Stmt.Assign(t, e));
    return Exprs.read(t);
  }

  /** An int expression that keeps its value: itself if it cannot change, or a temporary. */
  Expr frozen(Expr e) {
    boolean[] stable = {true};
    e.walk(
        x -> {
          if (x instanceof Expr.Read r) {
            stable[0] &= constants.contains(r.variable());
          } else if (x instanceof Expr.Load
              || x instanceof Expr.Apply
              || x instanceof Expr.Choose) {
            stable[0] = false;
          }
        });
    return stable[0] && (Exprs.isAtom(e) || isSimple(e)) ? e : temporary("n", e);
  }

  private static boolean isSimple(Expr e) {
    return e instanceof Expr.Operation o
        && o.operands().stream().allMatch(Exprs::isAtom)
        && o.operands().stream().anyMatch(x -> x instanceof Expr.IntLiteral);
  }

  void count(Expr from, Expr to, Consumer<Expr> body) {
    count("i", from, to, i -> body.accept(i));
  }

  /** A loop whose index runs over {@code from..to}. */
  void count(String base, Expr from, Expr to, Consumer<Expr> body) {
    Expr last = frozen(to);
    Expr first = frozen(from);
    Var index = names.local(base, CoreType.INT);
    constants.add(index);
    ranges.put(index, new Linear.Range(first, last));
    List<Stmt> inner = collect(() -> body.accept(Exprs.read(index)));
    emit(new Compound.For(index, first, last, false, inner, LoopFacts.UNKNOWN));
  }

  /** A loop over 0..n-1. */
  void each(Expr n, Consumer<Expr> body) {
    count("i", Exprs.integer(0), Exprs.subtractInt(n, Exprs.integer(1)), body);
  }

  void branch(Expr test, Runnable yes) {
    List<Stmt> body = collect(yes);
    if (!body.isEmpty()) {
      emit(new Compound.If(test, body, List.of()));
    }
  }

  /** Throws where the test holds. */
  void rejectIf(Expr test, Stmt.RejectKind kind, List<Operand> parts, String where) {
    emit(new Compound.If(test, List.of(new Stmt.Reject(kind, parts, where)), List.of()));
  }

  /** A new container variable of the type, declared with the sizes. */
  Value.Stored declare(
      String base, StanType type, List<Expr> sizes, boolean autodiff, Stmt.Fill fill) {
    Var variable = names.local(base, Value.coreType(type));
    List<Expr> fixed = sizes.stream().map(this::frozen).toList();
    emit(new Stmt.Declare(variable, fixed, fill));
    return new Value.Stored(type, variable, fixed, autodiff);
  }

  /** A part of a stored container without copying, from a flat position on. */
  Value.Stored view(Var of, Expr offset, StanType type, List<Expr> sizes, boolean autodiff) {
    Var view = names.local(of.name() + "_part", Value.coreType(type));
    List<Expr> fixed = sizes.stream().map(this::frozen).toList();
    emit(new Stmt.View(view, of, frozen(offset), fixed));
    return new Value.Stored(type, view, fixed, autodiff);
  }

  /** The value as a stored container: itself, or a new one that it is written to. */
  Value.Stored stored(Value value) {
    if (value instanceof Value.Stored stored) {
      return stored;
    }
    if (value instanceof Value.Part part) {
      return part.view();
    }
    Value.Stored copy = declare("c", value.type(), value.sizes(), value.autodiff(), Stmt.Fill.NONE);
    write(copy, value);
    return copy;
  }

  /** What a variable holds that gets its value once, as a call's result does. */
  Value held(Var variable, StanType type, boolean autodiff) {
    return variable.isScalar()
        ? new Value.Scalar(type, Exprs.read(variable), autodiff)
        : new Value.Stored(type, variable, Shapes.dims(variable), autodiff);
  }

  /** The value, stored unless its elements are cheap to ask for. */
  Value cheap(Value value) {
    if (value instanceof Value.Composite composite) {
      return composite.map(this::cheap);
    }
    return value.cheap() || value.isScalar() ? value : stored(value);
  }

  /** The value, with elements that are cheap to ask for. */
  Value forced(Value value) {
    if (value instanceof Value.Composite composite) {
      return composite.map(this::forced);
    }
    if (value.isScalar()) {
      return new Value.Scalar(value.type(), atom(value.scalar()), value.autodiff());
    }
    return value.cheap() ? value : stored(value);
  }

  /** Writes all elements; sizes agree. */
  void write(Value.Stored to, Value from) {
    Var target = to.stored().orElseThrow();
    if (from.stored().isPresent() && from.kind() == to.kind()) {
      emit(new Stmt.Copy(target, from.stored().get()));
      return;
    }
    elements(
        from,
        (at, element) ->
            emit(
                new Stmt.Store(
                    target, at, to.kind() == Kind.REAL ? Exprs.toReal(element) : element)));
  }

  /** What to do with an element and the index (flat or full) it stands at. */
  interface ElementAction {
    void accept(List<Expr> at, Expr element);
  }

  /** Loops over all elements, in storage order where the value allows it. */
  void elements(Value value, ElementAction action) {
    if (value.isScalar()) {
      action.accept(List.of(), value.scalar());
    } else if (value.hasFlat()) {
      each(value.count(), i -> action.accept(List.of(i), value.flat(i)));
    } else {
      nested(value, new ArrayList<>(), index -> action.accept(index, value.at(index)));
    }
  }

  /** Nested loops over all indices: arrays outermost, matrices by columns. */
  private void nested(Value value, List<Expr> index, Consumer<List<Expr>> body) {
    int rank = value.sizes().size();
    int depth = index.size();
    boolean matrix = value.type().base() == StanType.Base.MATRIX;
    if (depth == rank) {
      body.accept(List.copyOf(index));
    } else if (matrix && depth == rank - 2) {
      each(
          value.sizes().get(rank - 1),
          c ->
              each(
                  value.sizes().get(rank - 2),
                  r -> {
                    index.add(r);
                    index.add(c);
                    body.accept(List.copyOf(index));
                    index.remove(rank - 1);
                    index.remove(rank - 2);
                  }));
    } else {
      each(
          value.sizes().get(depth),
          i -> {
            index.add(i);
            nested(value, index, body);
            index.remove(depth);
          });
    }
  }

  /** Sum of a function of the elements. */
  Expr sum(Value value, Function<Expr, Expr> term) {
    Var total = names.local("sum", value.kind() == Kind.INT ? CoreType.INT : CoreType.REAL);
    boolean ints = value.kind() == Kind.INT;
    emit(new Stmt.Assign(total, ints ? Exprs.integer(0) : Exprs.ZERO));
    elements(
        value,
        (at, element) -> {
          Expr next = term.apply(element);
          Expr sum =
              ints ? Exprs.addInt(Exprs.read(total), next) : Exprs.add(Exprs.read(total), next);
          emit(new Stmt.Assign(total, sum));
        });
    return Exprs.read(total);
  }
}
