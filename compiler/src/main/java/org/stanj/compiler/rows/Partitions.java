package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.bindtime.BindLoops;
import org.stanj.compiler.bindtime.DataValues;
import org.stanj.compiler.bindtime.DensityChange;
import org.stanj.compiler.bindtime.Guards;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Loops over rows that do one thing or another, as data say, and that call functions or have an
 * inner loop there: a loop over the rows of each kind, which bind lists. Then rows can run beside
 * each other.
 *
 * <p>The rows of one list are rejected before those of the next. A row whose condition cannot be
 * computed counts as one for which it is false; what is said of it stands before the branch.
 */
public final class Partitions {
  private final NewFields fields;
  private final DataValues values;

  private Partitions(CoreFunction density, NewFields fields) {
    this.fields = fields;
    values = new DataValues(density);
  }

  public static CoreProgram run(CoreProgram program) {
    NewFields fields = new NewFields(program);
    return DensityChange.of(
        program,
        fields,
        f -> Target.isRead(f.body()) ? f : f.withBody(new Partitions(f, fields).list(f.body())));
  }

  private List<Stmt> list(List<Stmt> body) {
    int mark = values.mark();
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      fields.at(s);
      if (s instanceof Compound.For l) {
        loop(l, out);
      } else if (s instanceof Compound.While) {
        out.add(s);
      } else {
        out.add(s.mapBodies(this::list));
      }
      values.passed(s);
    }
    values.release(mark);
    return out;
  }

  private void loop(Compound.For l, List<Stmt> out) {
    Optional<Expr> from = values.closed(l.from());
    Optional<Expr> to = values.closed(l.to());
    LoopFacts facts = l.facts();
    boolean rows =
        from.isPresent()
            && to.isPresent()
            && !l.down()
            && facts.independent()
            && facts.reductions().equals(List.of(Target.VARIABLE.name()))
            && keepsToItself(l);
    if (!rows || branch(l) < 0) {
      out.add(l);
      return;
    }
    parts(new Level(l.index(), from.get(), to.get()), l, Exprs.TRUE, out);
  }

  /**
   * The loops over the rows of a kind.
   *
   * @param kind what holds for them
   * @param l without the branches that ask for that
   */
  private void parts(Level all, Compound.For l, Expr kind, List<Stmt> out) {
    int at = branch(l);
    if (at >= 0) {
      Compound.If branch = (Compound.If) l.body().get(at);
      Expr test = test(l, at).orElseThrow();
      Expr holds = Exprs.and(Guards.of(test), test);
      parts(all, with(l, at, branch.yes()), Exprs.and(kind, holds), out);
      parts(all, with(l, at, branch.no()), Exprs.and(kind, Exprs.not(holds)), out);
    } else if (!l.body().isEmpty()) {
      Var list = fields.field("rows_of_kind", CoreType.INTS);
      fill(all, kind, list);
      out.add(over(list, l));
    }
  }

  /** The loop with one side of a branch in its place. */
  private static Compound.For with(Compound.For l, int at, List<Stmt> side) {
    List<Stmt> body = new ArrayList<>(l.body().subList(0, at));
    body.addAll(side);
    body.addAll(l.body().subList(at + 1, l.body().size()));
    return new Compound.For(l.index(), l.from(), l.to(), l.down(), body, l.facts(), l.line());
  }

  /** Whether the loop writes no elements but those of containers that an iteration makes. */
  private static boolean keepsToItself(Compound.For l) {
    Set<Var> made = new HashSet<>();
    Set<Var> written = new HashSet<>();
    l.walk(
        s -> {
          made.addAll(Variables.defined(s));
          written.addAll(Variables.elementsWritten(s));
        });
    return made.containsAll(written);
  }

  /** The position of the only branch on data with much to do; −1 if there is none. */
  private int branch(Compound.For l) {
    int found = -1;
    for (int i = 0; i < l.body().size(); i++) {
      boolean inner = l.body().get(i) instanceof Compound.If f && (large(f.yes()) || large(f.no()));
      if (inner && (found >= 0 || test(l, i).isEmpty())) {
        return -1;
      }
      found = inner ? i : found;
    }
    return found;
  }

  /** Whether rows of one kind are worth a loop of their own: they call functions or have loops. */
  private static boolean large(List<Stmt> side) {
    boolean[] found = {false};
    side.forEach(
        s ->
            s.walk(
                t -> {
                  found[0] |= t instanceof Compound.For;
                  t.forEachExpression(e -> found[0] |= calls(e));
                }));
    return found[0];
  }

  private static boolean calls(Expr e) {
    return e instanceof Expr.Apply || e.children().stream().anyMatch(Partitions::calls);
  }

  /** What the branch asks of the data of a row, if it asks nothing else. */
  private Optional<Expr> test(Compound.For l, int at) {
    int mark = values.mark();
    values.index(l.index());
    l.body().subList(0, at).forEach(values::passed);
    Optional<Expr> test = values.closed(((Compound.If) l.body().get(at)).test());
    values.release(mark);
    return test.filter(t -> Variables.in(t).contains(l.index()));
  }

  /** The loop over the rows of a list. */
  private Stmt over(Var list, Compound.For l) {
    Var row = fields.local("row", CoreType.INT);
    Var index = fields.local(l.index().name(), CoreType.INT);
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Assign(index, Exprs.load(list, Exprs.read(row)), l.line()));
    body.addAll(Fresh.copy(l.body(), l.index(), index, fields));
    Expr last = Exprs.subtractInt(new Expr.Dim(list, 0), Exprs.integer(1));
    return new Compound.For(row, Exprs.integer(0), last, false, body, LoopFacts.UNKNOWN, l.line());
  }

  /** Has bind list the rows. */
  private void fill(Level all, Expr kind, Var list) {
    BindLoops loops = new BindLoops(fields);
    Var count = fields.local("count", CoreType.INT);
    Stmt none = new Stmt.Assign(count, Exprs.integer(0));
    fields.fill(none);
    fields.fill(
        loops.around(
            List.of(all), List.of(new Compound.If(kind, more(count), List.of())), List.of()));
    fields.fill(new Stmt.Declare(list, List.of(Exprs.read(count)), Stmt.Fill.NONE));
    fields.fill(none);
    Stmt store = new Stmt.Store(list, List.of(Exprs.read(count)), Exprs.read(all.index()));
    List<Stmt> add = List.of(store, more(count).get(0));
    fields.fill(
        loops.around(List.of(all), List.of(new Compound.If(kind, add, List.of())), List.of()));
  }

  private static List<Stmt> more(Var count) {
    return List.of(new Stmt.Assign(count, Exprs.addInt(Exprs.read(count), Exprs.integer(1))));
  }
}
