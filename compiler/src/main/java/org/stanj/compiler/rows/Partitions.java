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
 * Loops over rows that do one thing or another, as data say, and that have an inner loop there: two
 * loops, each over the rows that do the same, which bind lists. Then rows can run beside each
 * other.
 *
 * <p>The rows of one list are rejected before those of the other. A row whose condition cannot be
 * computed is on the second list; what is said of it stands before the branch.
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
    int at = rows ? branch(l) : -1;
    if (at < 0) {
      out.add(l);
      return;
    }
    Compound.If branch = (Compound.If) l.body().get(at);
    Expr test = test(l, at).orElseThrow();
    Var yes = fields.field("rows_with", CoreType.INTS);
    Var no = fields.field("rows_without", CoreType.INTS);
    fill(new Level(l.index(), from.get(), to.get()), test, yes, no);
    out.add(over(yes, l, at, branch.yes()));
    out.add(over(no, l, at, branch.no()));
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

  /** The position of the only branch on data with an inner loop; −1 if there is none. */
  private int branch(Compound.For l) {
    int found = -1;
    for (int i = 0; i < l.body().size(); i++) {
      boolean inner = l.body().get(i) instanceof Compound.If f && (loops(f.yes()) || loops(f.no()));
      if (inner && (found >= 0 || test(l, i).isEmpty())) {
        return -1;
      }
      found = inner ? i : found;
    }
    return found;
  }

  private static boolean loops(List<Stmt> body) {
    boolean[] found = {false};
    body.forEach(s -> s.walk(t -> found[0] |= t instanceof Compound.For));
    return found[0];
  }

  /** What the branch asks of data, if it asks nothing else. */
  private Optional<Expr> test(Compound.For l, int at) {
    int mark = values.mark();
    values.index(l.index());
    l.body().subList(0, at).forEach(values::passed);
    Optional<Expr> test = values.closed(((Compound.If) l.body().get(at)).test());
    values.release(mark);
    return test;
  }

  /** The loop over the rows of a list, with one side of its branch. */
  private Stmt over(Var list, Compound.For l, int at, List<Stmt> side) {
    Var row = fields.local("row", CoreType.INT);
    Var index = fields.local(l.index().name(), CoreType.INT);
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Assign(index, Exprs.load(list, Exprs.read(row)), l.line()));
    List<Stmt> all = new ArrayList<>(l.body().subList(0, at));
    all.addAll(side);
    all.addAll(l.body().subList(at + 1, l.body().size()));
    body.addAll(Fresh.copy(all, l.index(), index, fields));
    Expr last = Exprs.subtractInt(new Expr.Dim(list, 0), Exprs.integer(1));
    return new Compound.For(row, Exprs.integer(0), last, false, body, LoopFacts.UNKNOWN, l.line());
  }

  /** Has bind list the rows. */
  private void fill(Level level, Expr test, Var yes, Var no) {
    BindLoops loops = new BindLoops(fields);
    Expr holds = Exprs.and(Guards.of(test), test);
    Var count = fields.local("count", CoreType.INT);
    Var other = fields.local("other", CoreType.INT);
    fields.fill(new Stmt.Assign(count, Exprs.integer(0)));
    fields.fill(new Stmt.Assign(other, Exprs.integer(0)));
    fields.fill(
        loops.around(
            List.of(level), List.of(new Compound.If(holds, more(count), more(other))), List.of()));
    fields.fill(new Stmt.Declare(yes, List.of(Exprs.read(count)), Stmt.Fill.NONE));
    fields.fill(new Stmt.Declare(no, List.of(Exprs.read(other)), Stmt.Fill.NONE));
    fields.fill(new Stmt.Assign(count, Exprs.integer(0)));
    fields.fill(new Stmt.Assign(other, Exprs.integer(0)));
    Expr index = Exprs.read(level.index());
    List<Stmt> with =
        List.of(new Stmt.Store(yes, List.of(Exprs.read(count)), index), more(count).get(0));
    List<Stmt> without =
        List.of(new Stmt.Store(no, List.of(Exprs.read(other)), index), more(other).get(0));
    fields.fill(
        loops.around(List.of(level), List.of(new Compound.If(holds, with, without)), List.of()));
  }

  private static List<Stmt> more(Var count) {
    return List.of(new Stmt.Assign(count, Exprs.addInt(Exprs.read(count), Exprs.integer(1))));
  }
}
