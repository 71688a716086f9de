package org.stanj.compiler.bindtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * A nest of loops over data: the values that bind keeps for each of its iterations, and the sums
 * over all of them.
 */
final class Nest {
  /** Fields with a value for each iteration: each takes the memory of a data variable. */
  private static final int MOST_FIELDS = 4;

  /** So many values are kept even if they are more than the data that they are made of. */
  private static final double FEW_VALUES = 1 << 16;

  private final NewFields fields;
  private final BindLoops loops;
  private final List<Level> levels = new ArrayList<>();
  private final Map<Expr, Expr> known = new HashMap<>();

  /** Sums by the condition under which they are added to the target. */
  private final Map<Expr, Var> sums = new LinkedHashMap<>();

  Nest(NewFields fields) {
    this.fields = fields;
    loops = new BindLoops(fields);
  }

  void enter(Level level) {
    levels.add(level);
  }

  void leave() {
    levels.remove(levels.size() - 1);
  }

  /** Adds a term of the current iteration to a sum that bind computes. */
  void add(Expr term, Expr test) {
    Var sum = sums.get(test);
    if (sum == null) {
      sum = fields.field("data_sum", CoreType.REAL);
      sums.put(test, sum);
      fields.fill(new Stmt.Assign(sum, Exprs.ZERO));
    }
    Expr total = Exprs.read(sum);
    Stmt lost = new Stmt.Assign(sum, Exprs.real(Double.NaN));
    Stmt more = new Stmt.Assign(sum, Exprs.op(Operator.ADD, total, term));
    Stmt added = BindLoops.when(Guards.of(term), more, List.of(lost));
    fields.fill(loops.around(levels, List.of(added), List.of(lost)));
  }

  /** What is to follow the nest in the log density. */
  List<Stmt> after() {
    List<Stmt> after = new ArrayList<>();
    sums.forEach(
        (test, sum) -> {
          Stmt add = new Stmt.AddTarget(Exprs.read(sum));
          after.add(Exprs.isInt(test, 1) ? add : new Compound.If(test, List.of(add), List.of()));
        });
    return after;
  }

  /** The expression with its costly parts that depend on data alone loaded from fields. */
  Expr taken(Expr e, DataValues values) {
    if (!isCostly(e)) {
      return e;
    }
    Optional<Expr> closed = e.kind() == Kind.REAL ? values.closed(e) : Optional.empty();
    Optional<Expr> kept = closed.flatMap(this::kept);
    return kept.isPresent() ? kept.get() : e.mapChildren(child -> taken(child, values));
  }

  private static boolean isCostly(Expr e) {
    boolean[] found = {false};
    e.walk(x -> found[0] |= x instanceof Expr.Apply a && !a.primitive().method().equals("abs"));
    return found[0];
  }

  private Optional<Expr> kept(Expr value) {
    Expr before = known.get(value);
    if (before != null) {
      return Optional.of(before);
    }
    List<Level> used =
        levels.stream().filter(l -> Variables.in(value).contains(l.index())).toList();
    if (known.size() >= MOST_FIELDS || used.isEmpty() || !isRectangle(used)) {
      return Optional.empty();
    }
    Expr load = fits(value, used) ? field(value, used, Exprs.TRUE) : fieldIfSmall(value, used);
    known.put(value, load);
    return Optional.of(load);
  }

  /** The value from a field for some tens of thousands of iterations, else as it is. */
  private Expr fieldIfSmall(Expr value, List<Level> used) {
    Expr values = Exprs.ONE;
    for (Level l : used) {
      values = Exprs.multiply(values, Exprs.toReal(l.length()));
    }
    Var small = fields.field("few_values", CoreType.INT);
    Expr few = Exprs.op(Operator.LESS_EQUAL, values, Exprs.real(FEW_VALUES));
    fields.fill(new Stmt.Assign(small, few));
    return new Expr.Choose(Exprs.read(small), field(value, used, Exprs.read(small)), value);
  }

  /** An element of a field with the value for each iteration, filled under a condition. */
  private Expr field(Expr value, List<Level> used, Expr condition) {
    Var field = fields.field("data_values", new CoreType(Kind.REAL, used.size(), false));
    List<Expr> at = new ArrayList<>();
    List<Expr> sizes = new ArrayList<>();
    for (Level l : used) {
      at.add(Exprs.subtractInt(Exprs.read(l.index()), l.from()));
      boolean always = Exprs.isInt(condition, 1);
      Expr length = l.length();
      sizes.add(always ? length : new Expr.Choose(condition, length, Exprs.integer(0)));
    }
    fields.fill(new Stmt.Declare(field, sizes, Stmt.Fill.UNSET));
    Stmt store = new Stmt.Store(field, at, value);
    Stmt stored = BindLoops.when(Guards.of(value), store, List.of());
    Stmt all = loops.around(used, List.of(stored), List.of());
    fields.fill(BindLoops.when(condition, all, List.of()));
    return new Expr.Load(field, at);
  }

  /** Whether the bounds of the loops are the same in all iterations, and load nothing. */
  private static boolean isRectangle(List<Level> used) {
    boolean[] fixed = {true};
    for (Level l : used) {
      for (Expr bound : List.of(l.from(), l.to())) {
        bound.walk(
            e ->
                fixed[0] &=
                    !(e instanceof Expr.Load)
                        && !(e instanceof Expr.Read r
                            && r.variable().storage() == Var.Storage.LOCAL));
      }
    }
    return fixed[0];
  }

  /** Whether there are about as many values as elements of data that they are made of. */
  private static boolean fits(Expr value, List<Level> used) {
    boolean[] found = {used.size() == 1};
    value.walk(x -> found[0] |= x instanceof Expr.Load l && isSpread(l, used));
    return found[0];
  }

  /** Whether each loop moves through a dimension of its own. */
  private static boolean isSpread(Expr.Load l, List<Level> used) {
    List<Expr> at = new ArrayList<>(l.at());
    boolean all = true;
    for (Level level : used) {
      Optional<Expr> own =
          at.stream()
              .filter(e -> Variables.in(e).contains(level.index()))
              .filter(e -> Variables.in(e).stream().filter(v -> isIndex(v, used)).count() == 1)
              .findFirst();
      own.ifPresent(at::remove);
      all &= own.isPresent();
    }
    return all;
  }

  private static boolean isIndex(Var v, List<Level> used) {
    return used.stream().anyMatch(l -> l.index().equals(v));
  }
}
