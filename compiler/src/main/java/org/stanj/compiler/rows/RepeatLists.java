package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Effects;
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
final class RepeatLists extends LoopLists {
  /**
   * @param f with the facts of its loops
   */
  RepeatLists(CoreFunction f, NewFields fields) {
    super(f, fields);
  }

  /** Squares have been seen to. */
  @Override
  boolean enters(Compound.If branch) {
    return !CoefficientBound.isTest(branch.test());
  }

  @Override
  boolean suits(Compound.For loop) {
    return loop.facts().reductions().contains(Target.VARIABLE.name());
  }

  /** Tries rows of as many loops as stand in each other, then of fewer. */
  @Override
  Optional<List<Stmt>> instead(Compound.For loop, List<Stmt> old, Effects effects) {
    if (!old.stream().allMatch(s -> isRows(s, loop))) {
      return Optional.empty();
    }
    List<Level> nest = nest(loop);
    for (int depth = nest.size(); depth > 0; depth--) {
      Optional<Stmt> made = tried(nest.subList(0, depth), old);
      if (made.isPresent()) {
        return made.map(List::of);
      }
    }
    return Optional.empty();
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
