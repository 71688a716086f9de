package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Adjoints of what an iteration makes and uses up become variables of the iteration: they are zero
 * when it starts, as every iteration leaves them zero, so they are set to zero there and not before
 * the loop. Nothing is handed on then, the iterations are seen to be independent, and the first
 * addition to such an adjoint folds away.
 */
public final class IterationAdjoints {
  private final Occurrences occurrences;

  /** Variables that are set to zero once, outside all loops and branches, before anything else. */
  private final Set<Var> zeros = new LinkedHashSet<>();

  private final Set<Var> moved = new HashSet<>();

  private IterationAdjoints(CoreFunction f) {
    occurrences = new Occurrences(f);
    for (Stmt s : f.body()) {
      if (isZero(s)) {
        zeros.add(((Stmt.Assign) s).variable());
      }
    }
  }

  public static CoreProgram run(CoreProgram program) {
    return program.mapFunctions(
        f -> {
          IterationAdjoints pass = new IterationAdjoints(f);
          return pass.zeros.isEmpty() ? f : f.withBody(pass.top(f.body()));
        });
  }

  private static boolean isZero(Stmt s) {
    return s instanceof Stmt.Assign a && a.variable().isReal() && Exprs.isReal(a.value(), 0);
  }

  private List<Stmt> top(List<Stmt> body) {
    List<Stmt> changed = list(body);
    return changed.stream()
        .filter(s -> !(isZero(s) && moved.contains(((Stmt.Assign) s).variable())))
        .toList();
  }

  private List<Stmt> list(List<Stmt> body) {
    return body.stream().map(this::statement).toList();
  }

  private Stmt statement(Stmt s) {
    if (!(s instanceof Compound.For f)) {
      return s.mapBodies(this::list);
    }
    Map<Var, Integer> inside = Occurrences.in(f);
    List<Stmt> body = new ArrayList<>();
    for (Var v : zeros) {
      if (inside.containsKey(v) && onlyZeroOutside(v, inside) && new Ends(v).zero(f.body())) {
        moved.add(v);
        body.add(new Stmt.Assign(v, Exprs.ZERO));
      }
    }
    body.addAll(list(f.body()));
    return new Compound.For(f.index(), f.from(), f.to(), f.down(), body, f.facts(), f.line());
  }

  /** Whether all that is left outside is the one assignment of zero. */
  private boolean onlyZeroOutside(Var v, Map<Var, Integer> inside) {
    return !moved.contains(v) && occurrences.count(v) == inside.get(v) + 1;
  }

  /** Follows one variable through an iteration. */
  private static final class Ends {
    private final Var variable;

    /** Assignments to scalars in the iteration. */
    private final Map<Var, Integer> assigned = new HashMap<>();

    private boolean known = true;

    Ends(Var variable) {
      this.variable = variable;
    }

    /** Whether it is zero at the end of statements if it is so at their start. */
    boolean zero(List<Stmt> body) {
      body.forEach(
          s ->
              s.walk(
                  t -> {
                    Variables.defined(t).forEach(v -> assigned.merge(v, 1, Integer::sum));
                  }));
      return list(body, Set.of()).isEmpty() && known;
    }

    /** A condition, and how it came out. */
    private record Outcome(Expr test, boolean holds) {}

    /**
     * @param before conditions, each set of which may have left it other than zero
     */
    private Set<Set<Outcome>> list(List<Stmt> body, Set<Set<Outcome>> before) {
      Set<Set<Outcome>> state = before;
      for (Stmt s : body) {
        state = statement(s, state);
      }
      return state;
    }

    private Set<Set<Outcome>> statement(Stmt s, Set<Set<Outcome>> before) {
      if (assigns(s)) {
        return isZero(s) ? Set.of() : Set.of(Set.of());
      }
      if (s instanceof Compound.If i) {
        Set<Set<Outcome>> after = new HashSet<>(branch(i.test(), true, i.yes(), before));
        after.addAll(branch(i.test(), false, i.no(), before));
        return after;
      }
      if (s instanceof Compound.Region r) {
        return list(r.body(), before);
      }
      boolean[] touched = {false};
      s.forEachBody(b -> b.forEach(t -> t.walk(x -> touched[0] |= assigns(x))));
      known &= !(s instanceof Stmt.Break || s instanceof Stmt.Continue);
      return touched[0] ? Set.of(Set.of()) : before;
    }

    private boolean assigns(Stmt s) {
      return (s instanceof Stmt.Assign a && a.variable().equals(variable))
          || (s instanceof Stmt.Increment i && i.variable().equals(variable));
    }

    private Set<Set<Outcome>> branch(
        Expr test, boolean holds, List<Stmt> body, Set<Set<Outcome>> before) {
      Outcome other = new Outcome(test, !holds);
      boolean fixed = isFixed(test);
      Set<Set<Outcome>> possible = new HashSet<>();
      before.stream().filter(o -> !fixed || !o.contains(other)).forEach(possible::add);
      Set<Set<Outcome>> after = new HashSet<>();
      for (Set<Outcome> o : list(body, possible)) {
        Set<Outcome> more = new HashSet<>(o);
        if (fixed) {
          more.add(new Outcome(test, holds));
        }
        after.add(more);
      }
      return after;
    }

    /** Whether a condition is the same wherever it stands in the iteration. */
    private boolean isFixed(Expr test) {
      return test instanceof Expr.Read r && assigned.getOrDefault(r.variable(), 0) <= 1;
    }
  }
}
