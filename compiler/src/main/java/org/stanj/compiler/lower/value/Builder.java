package org.stanj.compiler.lower.value;

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
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Lines;
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
public final class Builder {
  public final Gathered gathered;
  public final Names names;

  /** Values of the symbols in scope. */
  public final Map<Symbol, Value> values = new HashMap<>();

  /** Ranges of the loop indices in scope. */
  public final Map<Var, LinearIndex.Range> ranges = new HashMap<>();

  /** Int variables whose value never changes while they are in scope. */
  public final Set<Var> constants = new HashSet<>();

  /** Containers that nothing writes: parameters of functions. */
  public final Set<Var> readOnly = new HashSet<>();

  private final Map<Var, Var> viewed = new HashMap<>();

  private Setting setting = Setting.PLAIN;
  private List<Stmt> out = new ArrayList<>();
  private Optional<Span> site = Optional.empty();
  private Optional<Span> statement = Optional.empty();

  public Builder(Gathered gathered, Names names) {
    this.gathered = gathered;
    this.names = names;
  }

  public Setting setting() {
    return setting;
  }

  /** Says where the function stands, before any of it is lowered. */
  public void begin(Setting initial) {
    setting = initial;
  }

  /** Runs {@code work} in another setting. */
  public <T> T under(Setting inner, Supplier<T> work) {
    Setting outer = setting;
    setting = inner;
    try {
      return work.get();
    } finally {
      setting = outer;
    }
  }

  /** Runs {@code work} in another setting. */
  public void under(Setting inner, Runnable work) {
    under(
        inner,
        () -> {
          work.run();
          return true;
        });
  }

  public void emit(Stmt s) {
    if (s instanceof Stmt.View view) {
      viewed.put(view.variable(), view.of());
    }
    if (s instanceof Compound.If branch && branch.test() instanceof Expr.IntLiteral known) {
      out.addAll(known.value() != 0 ? branch.yes() : branch.no());
      return;
    }
    out.add(Lines.at(line(), s));
  }

  /** The line that statements get; 0 where none is being lowered. */
  private int line() {
    return site.or(() -> statement).map(gathered.lines::of).orElse(0);
  }

  /** The variable that owns the storage which a view names. */
  public Var root(Var v) {
    Var of = viewed.get(v);
    return of == null ? v : root(of);
  }

  /** All statements so far at the outermost level. */
  public List<Stmt> statements() {
    return out;
  }

  /** The statements that {@code work} emits. */
  public List<Stmt> collect(Runnable work) {
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
  public void inStatement(Span span, Runnable work) {
    Optional<Span> before = statement;
    statement = Optional.of(span);
    work.run();
    statement = before;
  }

  /** Runs {@code work}, which writes out a library function that is called at the span. */
  public <T> T at(Span span, Supplier<T> work) {
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
  public boolean inLibrary() {
    return site.isPresent();
  }

  /** The place that messages name for the span: that of the statement it stands in. */
  public String where(Span span) {
    return MessagePlaces.where(site.or(() -> statement).orElse(span));
  }

  /** The value in an atom: itself, or a new temporary. */
  public Expr atom(Expr e) {
    return Exprs.isAtom(e) ? e : temporary("t", e);
  }

  /** A new variable with the value; its name never gets another. */
  public Expr temporary(String base, Expr e) {
    Var t = names.local(base, e.kind() == Kind.INT ? CoreType.INT : CoreType.REAL);
    constants.add(t);
    emit(new Stmt.Assign(t, e));
    return Exprs.read(t);
  }

  /** An int expression that keeps its value: itself if it cannot change, or a temporary. */
  public Expr frozen(Expr e) {
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
  public void count(String base, Expr from, Expr to, Consumer<Expr> body) {
    Expr last = frozen(to);
    Expr first = frozen(from);
    Var index = names.local(base, CoreType.INT);
    constants.add(index);
    ranges.put(index, new LinearIndex.Range(first, last));
    List<Stmt> inner = collect(() -> body.accept(Exprs.read(index)));
    emit(new Compound.For(index, first, last, false, inner, LoopFacts.UNKNOWN));
  }

  /** A loop over 0..n-1. */
  public void each(Expr n, Consumer<Expr> body) {
    count("i", Exprs.integer(0), Exprs.subtractInt(n, Exprs.integer(1)), body);
  }

  public void branch(Expr test, Runnable yes) {
    List<Stmt> body = collect(yes);
    if (!body.isEmpty()) {
      emit(new Compound.If(test, body, List.of()));
    }
  }

  /** Throws where the test holds. */
  public void rejectIf(Expr test, Stmt.RejectKind kind, List<Operand> parts, String where) {
    emit(new Compound.If(test, List.of(new Stmt.Reject(kind, parts, where)), List.of()));
  }

  /** A new container variable of the type, declared with the sizes. */
  public Value.Stored declare(
      String base, StanType type, List<Expr> sizes, boolean autodiff, Stmt.Fill fill) {
    Var variable = names.local(base, Value.coreType(type));
    List<Expr> fixed = sizes.stream().map(this::frozen).toList();
    emit(new Stmt.Declare(variable, fixed, fill));
    return new Value.Stored(type, variable, fixed, autodiff);
  }

  /** A part of a stored container without copying, from a flat position on. */
  public Value.Stored view(Var of, Expr offset, StanType type, List<Expr> sizes, boolean autodiff) {
    Var view = names.local(of.name() + "_part", Value.coreType(type));
    List<Expr> fixed = sizes.stream().map(this::frozen).toList();
    emit(new Stmt.View(view, of, frozen(offset), fixed));
    return new Value.Stored(type, view, fixed, autodiff);
  }

  /** The value as a stored container: itself, or a new one that it is written to. */
  public Value.Stored stored(Value value) {
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
  public Value held(Var variable, StanType type, boolean autodiff) {
    return variable.isScalar()
        ? new Value.Scalar(type, Exprs.read(variable), autodiff)
        : new Value.Stored(type, variable, Shapes.dims(variable), autodiff);
  }

  /** The value, stored unless its elements are cheap to ask for. */
  public Value cheap(Value value) {
    if (value instanceof Value.Composite composite) {
      return composite.map(this::cheap);
    }
    return value.cheap() || value.isScalar() ? value : stored(value);
  }

  /** The value, in atoms and stored containers. */
  public Value settled(Value v) {
    if (v instanceof Value.Composite composite) {
      return composite.map(this::settled);
    }
    return v.isScalar() ? forced(v) : stored(v);
  }

  /** The value, with elements that are cheap to ask for. */
  public Value forced(Value value) {
    if (value instanceof Value.Composite composite) {
      return composite.map(this::forced);
    }
    if (value.isScalar()) {
      return new Value.Scalar(value.type(), atom(value.scalar()), value.autodiff());
    }
    return value.cheap() ? value : stored(value);
  }

  /** Writes all elements; sizes agree. */
  public void write(Value.Stored to, Value from) {
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
  public interface ElementAction {
    void accept(List<Expr> at, Expr element);
  }

  /** Loops over all elements, in storage order where the value allows it. */
  public void elements(Value value, ElementAction action) {
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
  public Expr sum(Value value, Function<Expr, Expr> term) {
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
