package org.stanj.compiler.bindtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.simplify.InvariantTerms;

/**
 * Walks through the loops of a function whose bounds are data, the outermost of them with all that
 * it holds being a nest.
 */
final class DataLoops {
  /** How often a statement of the nest runs. */
  private enum Place {
    ALWAYS,
    /** In all iterations or in none, as the conditions in {@code tests} say. */
    REGULAR,
    SOMETIMES
  }

  private final CoreFunction f;
  private final NewFields fields;
  private final DataValues values;
  private final boolean mayAdd;
  private Optional<Nest> nest = Optional.empty();
  private Place place = Place.ALWAYS;
  private Expr tests = Exprs.TRUE;

  /**
   * @param mayAdd whether sums in the target may be taken in another order
   */
  DataLoops(CoreFunction f, NewFields fields, boolean mayAdd) {
    this.f = f;
    this.fields = fields;
    this.mayAdd = mayAdd;
    values = new DataValues(f);
  }

  CoreFunction run() {
    return f.withBody(list(f.body()));
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
    fields.at(s);
    if (s instanceof Compound.For l) {
      loop(l, out);
    } else if (s instanceof Compound.While) {
      out.add(outside(s));
    } else if (s instanceof Compound.If i && nest.isPresent()) {
      branch(i, out);
    } else if (s instanceof Stmt.AddTarget t && nest.isPresent()) {
      addTarget(t, out);
    } else if (s instanceof Compound.Once || s instanceof Stmt.Reject) {
      out.add(s);
    } else {
      out.add(s.mapExpressions(this::taken).mapBodies(this::list));
    }
  }

  private Expr taken(Expr e) {
    return nest.isPresent() ? nest.get().taken(e, values) : e;
  }

  /** A statement whose bodies run who knows how often. */
  private Stmt outside(Stmt s) {
    Optional<Nest> before = nest;
    nest = Optional.empty();
    Stmt changed = s.mapBodies(this::list);
    nest = before;
    return changed;
  }

  private void loop(Compound.For l, List<Stmt> out) {
    Optional<Expr> from = values.closed(l.from());
    Optional<Expr> to = values.closed(l.to());
    if (from.isEmpty() || to.isEmpty()) {
      out.add(outside(l));
    } else if (nest.isPresent()) {
      out.add(inner(l, new Level(l.index(), from.get(), to.get())));
    } else {
      outermost(l, new Level(l.index(), from.get(), to.get()), out);
    }
  }

  private void outermost(Compound.For l, Level level, List<Stmt> out) {
    Place before = place;
    Expr testsBefore = tests;
    Nest own = new Nest(fields);
    nest = Optional.of(own);
    place = mayAdd && !leaves(l) ? Place.ALWAYS : Place.SOMETIMES;
    tests = Exprs.TRUE;
    Stmt changed = inner(l, level);
    nest = Optional.empty();
    place = before;
    tests = testsBefore;
    out.add(changed);
    out.addAll(own.after());
  }

  private static boolean leaves(Stmt s) {
    boolean[] found = {false};
    s.walk(t -> found[0] |= Exits.isExit(t));
    return found[0];
  }

  private Stmt inner(Compound.For l, Level level) {
    int mark = values.mark();
    values.index(l.index());
    nest.orElseThrow().enter(level);
    Stmt changed = l.mapBodies(this::list);
    nest.orElseThrow().leave();
    values.release(mark);
    return changed;
  }

  private void addTarget(Stmt.AddTarget t, List<Stmt> out) {
    if (place == Place.SOMETIMES) {
      out.add(t.mapExpressions(this::taken));
      return;
    }
    InvariantTerms terms = InvariantTerms.of(t.value(), e -> values.closed(e).isPresent());
    terms.fixed().ifPresent(e -> nest.orElseThrow().add(values.closed(e).orElseThrow(), tests));
    terms.rest().ifPresent(e -> out.add(new Stmt.AddTarget(taken(e))));
  }

  private void branch(Compound.If i, List<Stmt> out) {
    Place before = place;
    Expr testsBefore = tests;
    Expr test = taken(i.test());
    boolean regular = place != Place.SOMETIMES && isOption(i.test());
    place = regular ? Place.REGULAR : Place.SOMETIMES;
    tests = Exprs.and(testsBefore, i.test());
    List<Stmt> yes = list(i.yes());
    tests = Exprs.and(testsBefore, Exprs.not(i.test()));
    List<Stmt> no = list(i.no());
    place = before;
    tests = testsBefore;
    if (!yes.isEmpty() || !no.isEmpty()) {
      out.add(new Compound.If(test, yes, no));
    }
  }

  /** Whether the condition depends on nothing but parameters of the function. */
  private boolean isOption(Expr test) {
    boolean[] option = {true};
    test.walk(
        e ->
            option[0] &=
                !(e instanceof Expr.Load || e instanceof Expr.Dim || e instanceof Expr.Apply)
                    && !(e instanceof Expr.Read r && !isParameter(r.variable())));
    return option[0];
  }

  private boolean isParameter(Var v) {
    return f.parameters().contains(v) && values.isFixed(v);
  }
}
