package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.bindtime.DataValues;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.bindtime.NewFields;
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
import org.stanj.compiler.core.Variables;

/**
 * Writes loops over all rows of data as loops over the different ones, each term of the target
 * times the number of rows that are the same.
 */
final class RepeatWalk {
  private final DataValues values;
  private final NewFields fields;
  private final List<Level> rows;
  private final RepeatKeys keys;

  /** How many different rows there are. */
  private final Var size;

  /** Of each, the indices of the first row that is the same, by loop. */
  private final List<Var> first = new ArrayList<>();

  /** Of each, how many rows are the same. */
  private final Var weight;

  private final List<RowTest> tests = new ArrayList<>();

  /** Containers with an element for each row, and what takes their place. */
  private final Map<Var, Var> own = new HashMap<>();

  /** Views of data that nothing may need any more. */
  private final Set<Var> views = new HashSet<>();

  private final List<Level> rounds = new ArrayList<>();

  /** The index of the loop that is being written. */
  private Var here;

  /** What the current loop's index stands for. */
  private Map<Var, Expr> index = Map.of();

  private boolean rejecting;
  private boolean possible = true;

  /**
   * @param rows the loops around what adds to the target
   */
  RepeatWalk(DataValues values, NewFields fields, List<Level> rows) {
    this.values = values;
    this.fields = fields;
    this.rows = rows;
    keys = new RepeatKeys(fields, rows);
    size = fields.field("rows", CoreType.INT);
    rows.forEach(l -> first.add(fields.field("first_row", CoreType.INTS)));
    weight = fields.field("row_count", CoreType.REALS);
  }

  List<Level> rows() {
    return rows;
  }

  Map<RepeatKeys.Key, Var> keys() {
    return keys.fields();
  }

  Var size() {
    return size;
  }

  List<Var> first() {
    return first;
  }

  Var weight() {
    return weight;
  }

  List<RowTest> tests() {
    return tests;
  }

  /** The statements over different rows; empty if there are some that cannot be written so. */
  Optional<List<Stmt>> written(List<Stmt> old) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : old) {
      if (s instanceof Stmt.Declare d) {
        own(d, out);
      }
    }
    for (Stmt s : old) {
      if (s instanceof Compound.For l) {
        index = new HashMap<>();
        out.add(outer(l, 0));
      } else {
        possible &= s instanceof Stmt.Declare;
      }
      values.passed(s);
    }
    out = Unread.without(out);
    Set<Var> mentioned = new HashSet<>();
    out.forEach(s -> s.walk(t -> mentions(t, mentioned)));
    keys.keep(mentioned);
    boolean all = possible && keys.isPossible() && views.stream().noneMatch(mentioned::contains);
    return all ? Optional.of(Fresh.copy(out, own, fields)) : Optional.empty();
  }

  private void own(Stmt.Declare d, List<Stmt> out) {
    CoreType type = d.variable().type();
    int rank = type.rank() - rows.size() + 1;
    possible &= rank > 0 && (rows.size() == 1 || rank == 1);
    if (possible) {
      CoreType less = rows.size() == 1 ? type : new CoreType(type.kind(), rank, false);
      own.put(d.variable(), fields.local(d.variable().name(), less));
      List<Expr> sizes = new ArrayList<>(List.of(Exprs.read(size)));
      sizes.addAll(d.sizes().subList(rows.size(), d.sizes().size()));
      out.add(new Stmt.Declare(d.variable(), sizes, d.fill(), d.line()));
    }
  }

  private static void mentions(Stmt s, Set<Var> into) {
    into.addAll(Variables.containersRead(s));
    s.forEachExpression(e -> Variables.forEach(e, into::add));
  }

  /** The loop over what is left of the rows of some loops. */
  private Stmt outer(Compound.For l, int depth) {
    if (!isSame(l, depth)) {
      possible = false;
      return l;
    }
    here = fields.local("row", CoreType.INT);
    int mark = values.mark();
    values.index(l.index());
    Stmt made;
    if (depth + 1 < rows.size()) {
      made = between(l.body(), depth + 1);
    } else {
      Expr last = Exprs.subtractInt(Exprs.read(size), Exprs.integer(1));
      List<Stmt> body = list(l.body());
      made =
          new Compound.For(here, Exprs.integer(0), last, false, body, LoopFacts.UNKNOWN, l.line());
    }
    values.release(mark);
    return made;
  }

  /** The one loop in the body of another, with checks of data before it. */
  private Stmt between(List<Stmt> body, int depth) {
    for (Stmt s : body.subList(0, body.size() - 1)) {
      Optional<Expr> data =
          s instanceof Compound.If i && i.isCheck() ? values.closed(i.test()) : Optional.empty();
      possible &= data.isPresent();
      data.ifPresent(d -> test(d, rows.subList(0, depth)));
    }
    Stmt last = body.get(body.size() - 1);
    if (last instanceof Compound.For l) {
      return outer(l, depth);
    }
    possible = false;
    return last;
  }

  private void test(Expr wrong, List<Level> levels) {
    Expr holds = Indices.replaced(Exprs.not(wrong), index);
    tests.add(new RowTest(levels, holds));
  }

  /** Whether a loop goes through the same rows; notes what its index stands for. */
  private boolean isSame(Compound.For l, int depth) {
    Optional<Expr> from = values.closed(l.from());
    Optional<Expr> to = values.closed(l.to());
    if (from.isEmpty() || to.isEmpty() || l.down()) {
      return false;
    }
    Level level = rows.get(depth);
    Optional<Integer> first =
        LinearIndex.difference(Indices.replaced(from.get(), index), level.from());
    Optional<Integer> last = LinearIndex.difference(Indices.replaced(to.get(), index), level.to());
    Expr shift = Exprs.integer(first.orElse(0));
    index.put(l.index(), Exprs.addInt(Exprs.read(level.index()), shift));
    if (depth == 0 && !first.equals(last)) {
      Expr all = Exprs.subtractInt(level.to(), level.from());
      Expr own = Exprs.subtractInt(to.get(), from.get());
      tests.add(new RowTest(List.of(), Exprs.op(Operator.EQUAL_INT, all, own)));
    }
    return first.isPresent() && (depth == 0 || first.equals(last));
  }

  private List<Stmt> list(List<Stmt> body) {
    int mark = values.mark();
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      statement(s, out);
      values.passed(s);
    }
    values.release(mark);
    return out;
  }

  private void statement(Stmt s, List<Stmt> out) {
    if (s instanceof Compound.If i) {
      branch(i, out);
    } else if (s instanceof Compound.For l) {
      inner(l, out);
    } else if (s instanceof Stmt.AddTarget t) {
      Expr count = Exprs.load(weight, Exprs.read(here));
      out.add(new Stmt.AddTarget(Exprs.multiply(count, left(t.value())), t.line()));
    } else if (s instanceof Stmt.Store t) {
      out.add(new Stmt.Store(t.container(), at(t.container(), t.at()), left(t.value()), t.line()));
    } else if (s instanceof Stmt.View v && v.of().storage() == Var.Storage.FIELD) {
      views.add(v.variable());
    } else if (s instanceof Stmt.Reject) {
      rejecting = true;
      out.add(simple(s));
      rejecting = false;
    } else {
      boolean other =
          s instanceof Stmt.Assign
              || s instanceof Stmt.Increment
              || s instanceof Stmt.Declare
              || s instanceof Stmt.View
              || s instanceof Stmt.Kernel
              || s instanceof Stmt.FillAll
              || s instanceof Compound.Region;
      possible &= other;
      out.add(simple(s));
    }
  }

  /** A statement of which only expressions change; it names no container with a row's element. */
  private Stmt simple(Stmt s) {
    Variables.containersRead(s).forEach(v -> possible &= !own.containsKey(v));
    Variables.elementsWritten(s).forEach(v -> possible &= !own.containsKey(v));
    for (Operand o : Variables.operands(s)) {
      possible &= !(o instanceof Operand.Function);
    }
    return s.mapExpressions(this::left).mapBodies(this::list);
  }

  private void branch(Compound.If i, List<Stmt> out) {
    Optional<Expr> data = values.closed(i.test());
    if (i.isCheck() && data.isPresent()) {
      List<Level> all = new ArrayList<>(rows);
      all.addAll(rounds);
      test(data.get(), all);
    } else {
      out.add(new Compound.If(left(i.test()), list(i.yes()), list(i.no())));
    }
  }

  private void inner(Compound.For l, List<Stmt> out) {
    Optional<Expr> from = values.closed(l.from());
    Optional<Expr> to = values.closed(l.to());
    boolean same = from.isPresent() && to.isPresent() && !differs(from.get()) && !differs(to.get());
    possible &= same;
    if (!possible) {
      return;
    }
    int mark = values.mark();
    values.index(l.index());
    rounds.add(new Level(l.index(), from.get(), to.get()));
    out.add(l.mapBodies(this::list));
    rounds.remove(rounds.size() - 1);
    values.release(mark);
  }

  private boolean differs(Expr data) {
    return Variables.in(data).stream().anyMatch(index::containsKey);
  }

  /** The expression in one of the rows that are left. */
  private Expr left(Expr e) {
    Optional<Expr> data = values.closed(e);
    if (data.isPresent()) {
      return differs(data.get()) ? key(Indices.replaced(data.get(), index)) : e;
    }
    if (e instanceof Expr.Load l) {
      return new Expr.Load(l.container(), at(l.container(), l.at()));
    }
    possible &= !(e instanceof Expr.Dim d && own.containsKey(d.container()));
    return e.mapChildren(this::left);
  }

  private Expr key(Expr value) {
    Expr row = Exprs.read(here);
    if (!rejecting) {
      return keys.load(value, rounds, row);
    }
    Map<Var, Expr> firsts = new HashMap<>();
    for (int d = 0; d < rows.size(); d++) {
      firsts.put(rows.get(d).index(), Exprs.load(first.get(d), row));
    }
    return Indices.replaced(value, firsts);
  }

  private List<Expr> at(Var container, List<Expr> given) {
    if (!own.containsKey(container)) {
      return given.stream().map(this::left).toList();
    }
    possible &= given.size() == container.type().rank();
    List<Expr> out = new ArrayList<>(List.of(Exprs.read(here)));
    for (int d = 0; d < given.size(); d++) {
      if (d >= rows.size()) {
        out.add(left(given.get(d)));
      } else {
        possible &= isRow(given.get(d), rows.get(d));
      }
    }
    return out;
  }

  /** Whether an index of a container, from 0, is that of the current row. */
  private boolean isRow(Expr at, Level level) {
    Optional<Expr> data = values.closed(at).map(d -> Indices.replaced(d, index));
    Expr row = Exprs.subtractInt(Exprs.read(level.index()), level.from());
    return data.isPresent() && LinearIndex.same(data.get(), row);
  }
}
