package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.bindtime.DataValues;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;

/** Looks for loops over rows of data in all lists of a function that run at most once. */
final class RepeatLists {
  private final CoreFunction f;
  private final NewFields fields;
  private final DataValues values;
  private final Producers producers;

  /**
   * @param f with the facts of its loops
   */
  RepeatLists(CoreFunction f, NewFields fields) {
    this.f = f;
    this.fields = fields;
    values = new DataValues(f);
    producers = new Producers(f);
  }

  CoreFunction run() {
    return f.withBody(list(f.body()));
  }

  private List<Stmt> list(List<Stmt> body) {
    int mark = values.mark();
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      fields.at(s);
      boolean nests =
          s instanceof Compound.If i && !CoefficientBound.isTest(i.test())
              || s instanceof Compound.Region
              || s instanceof Compound.Profile;
      out.add(nests ? s.mapBodies(this::list) : s);
      if (s instanceof Compound.For l && l.facts().reductions().contains(Target.VARIABLE.name())) {
        different(l, out);
      }
      values.passed(s);
    }
    values.release(mark);
    return out;
  }

  /** Replaces the last statement and those that work for it. */
  private void different(Compound.For loop, List<Stmt> out) {
    Optional<List<Integer>> needed = producers.of(out);
    if (needed.isEmpty()) {
      return;
    }
    List<Stmt> old = needed.get().stream().map(out::get).toList();
    Effects effects = producers.effects(old);
    if (effects.leaves() || effects.visible() || !old.stream().allMatch(s -> isRows(s, loop))) {
      return;
    }
    List<Level> nest = nest(loop);
    for (int depth = nest.size(); depth > 0; depth--) {
      Optional<Stmt> made = tried(nest.subList(0, depth), old);
      if (made.isPresent()) {
        List<Stmt> others = Producers.others(out, needed.get());
        out.clear();
        out.addAll(others);
        out.add(made.get());
        return;
      }
    }
  }

  private Optional<Stmt> tried(List<Level> rows, List<Stmt> old) {
    NewFields attempt = fields.attempt();
    RepeatWalk walk = new RepeatWalk(values, attempt, rows);
    int mark = values.mark();
    Optional<List<Stmt>> made = walk.written(old);
    values.release(mark);
    if (made.isEmpty()) {
      return Optional.empty();
    }
    new DifferentRows(attempt, walk).fill();
    fields.add(attempt);
    Expr some = Exprs.op(Operator.LESS_INT, Exprs.integer(0), Exprs.read(walk.size()));
    return Optional.of(new Compound.If(some, List.of(new Compound.Region(made.get())), old));
  }

  /**
   * The loop and those in it, each the last statement of the one before, as far as they are
   * independent.
   */
  private List<Level> nest(Compound.For loop) {
    List<Level> nest = new ArrayList<>();
    int mark = values.mark();
    Stmt s = loop;
    while (s instanceof Compound.For l && l.facts().independent()) {
      Optional<Expr> from = values.closed(l.from());
      Optional<Expr> to = values.closed(l.to());
      if (from.isEmpty() || to.isEmpty()) {
        break;
      }
      nest.add(new Level(l.index(), from.get(), to.get()));
      values.index(l.index());
      s = l.body().isEmpty() ? l : l.body().get(l.body().size() - 1);
    }
    values.release(mark);
    return nest;
  }

  /** Whether the iterations of a loop know nothing of each other. */
  private static boolean isRows(Stmt s, Compound.For last) {
    if (!(s instanceof Compound.For l)) {
      return true;
    }
    LoopFacts facts = l.facts();
    Set<String> sums = l == last ? Set.of(Target.VARIABLE.name()) : Set.of();
    return facts.independent() && sums.containsAll(facts.reductions());
  }
}
