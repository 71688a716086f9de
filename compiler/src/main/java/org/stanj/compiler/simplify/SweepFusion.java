package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.analysis.Loops;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * A loop of the forward sweep and that of the reverse sweep right behind it become one loop where
 * its iterations are independent: each is differentiated where it stands, and nothing is saved.
 *
 * <p>Differentiation sees this where a loop only adds to the target. Here it is seen of loops that
 * fill containers too, each iteration its own elements, since what both sweeps touch is written by
 * now.
 */
public final class SweepFusion {
  private final Function<CoreFunction, Function<Compound.For, LoopFacts>> facts;

  private final Aliases aliases;

  /** Loops of forward sweeps that stay alone. */
  private final Set<Stmt> refused = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The forward loop of each loop made. */
  private final Map<Compound.For, Stmt> made = new IdentityHashMap<>();

  private SweepFusion(
      CoreFunction f, Function<CoreFunction, Function<Compound.For, LoopFacts>> facts) {
    this.facts = facts;
    aliases = new Aliases(f.body());
  }

  public static CoreProgram run(CoreProgram program) {
    Function<CoreFunction, Function<Compound.For, LoopFacts>> facts = Loops.written(program);
    return program.mapFunctions(f -> new SweepFusion(f, facts).function(f));
  }

  /** Joins all that match, and takes back what turns out to be dependent, until all is well. */
  private CoreFunction function(CoreFunction f) {
    while (true) {
      made.clear();
      CoreFunction joined = f.withBody(list(f.body()));
      if (made.isEmpty()) {
        return f;
      }
      Function<Compound.For, LoopFacts> known = facts.apply(joined);
      int before = refused.size();
      made.forEach(
          (loop, forward) -> {
            if (!known.apply(loop).independent()) {
              refused.add(forward);
            }
          });
      if (refused.size() == before) {
        return joined;
      }
    }
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      Stmt s = body.get(i);
      int next = s instanceof Compound.For f ? behind(f, i + 1, body) : body.size();
      boolean pair =
          next < body.size()
              && body.get(next) instanceof Compound.For r
              && !refused.contains(s)
              && match((Compound.For) s, r);
      if (pair) {
        Compound.For loop = join((Compound.For) s, (Compound.For) body.get(next));
        made.put(loop, s);
        out.addAll(body.subList(i + 1, next));
        out.add(loop);
        i = next;
      } else {
        out.add(s.mapBodies(this::list));
      }
    }
    return out;
  }

  /** The first statement behind a loop that is not a constant for a scalar of others. */
  private static int behind(Compound.For loop, int start, List<Stmt> body) {
    Map<Var, Integer> inside = Occurrences.in(loop);
    int next = start;
    while (next < body.size()
        && body.get(next) instanceof Stmt.Assign a
        && a.value() instanceof Expr.RealLiteral
        && !inside.containsKey(a.variable())) {
      next++;
    }
    return next;
  }

  /** Whether two loops go through the same iterations, the second one backwards. */
  static boolean match(Compound.For forward, Compound.For reverse) {
    return !forward.down()
        && reverse.down()
        && forward.index().equals(reverse.index())
        && forward.from().equals(reverse.from())
        && forward.to().equals(reverse.to());
  }

  private Compound.For join(Compound.For forward, Compound.For reverse) {
    Set<Var> kept = kept(forward, reverse);
    List<Stmt> body = new ArrayList<>(without(kept, forward.body()));
    body.addAll(
        new Again(forward.body(), reverse.body(), aliases).rest(without(kept, reverse.body())));
    return new Compound.For(
        forward.index(),
        forward.from(),
        forward.to(),
        false,
        body,
        LoopFacts.UNKNOWN,
        forward.line());
  }

  /** Scalars that are saved and taken back, and have one value in an iteration. */
  private static Set<Var> kept(Compound.For forward, Compound.For reverse) {
    Definitions values = new Definitions(forward.body());
    Set<Var> taken = new HashSet<>();
    for (Stmt s : reverse.body()) {
      s.walk(
          t -> {
            if (t instanceof Stmt.Pop p) {
              taken.add(p.variable());
            } else {
              Variables.defined(t).forEach(values::add);
            }
          });
    }
    for (List<Stmt> sweep : List.of(forward.body(), reverse.body())) {
      // In an inner loop a variable has many values.
      sweep.forEach(s -> loops(s, taken));
    }
    taken.removeIf(v -> !values.isMadeOnce(v));
    return taken;
  }

  private static void loops(Stmt s, Set<Var> taken) {
    if (s instanceof Compound.For || s instanceof Compound.While) {
      s.walk(t -> taken.removeAll(Variables.defined(t)));
    } else {
      s.forEachBody(b -> b.forEach(t -> loops(t, taken)));
    }
  }

  private static List<Stmt> without(Set<Var> kept, List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      boolean goes =
          (s instanceof Stmt.Pop p && kept.contains(p.variable()))
              || (s instanceof Stmt.Push q
                  && q.value() instanceof Expr.Read r
                  && kept.contains(r.variable()));
      if (!goes) {
        out.add(s.mapBodies(b -> without(kept, b)));
      }
    }
    return out;
  }

  /** What a reverse sweep makes again although it is still there. */
  private static final class Again {
    private final Map<Var, Expr> there = new HashMap<>();
    private final Definitions values;
    private final Set<Var> changed = new HashSet<>();
    private final Aliases aliases;

    Again(List<Stmt> forward, List<Stmt> reverse, Aliases aliases) {
      this.aliases = aliases;
      values = new Definitions(forward);
      for (Stmt s : forward) {
        if (s instanceof Stmt.Assign a) {
          there.put(a.variable(), a.value());
        }
      }
      for (List<Stmt> sweep : List.of(forward, reverse)) {
        sweep.forEach(
            s ->
                s.walk(
                    t ->
                        Variables.elementsWritten(t)
                            .forEach(v -> changed.add(aliases.storage(v)))));
      }
    }

    /** The sweep without that. */
    List<Stmt> rest(List<Stmt> reverse) {
      Set<Var> other = new HashSet<>();
      reverse.forEach(s -> others(s, other));
      List<Stmt> out = new ArrayList<>();
      for (Stmt s : reverse) {
        boolean again =
            s instanceof Stmt.Assign a
                && isThere(a)
                && !other.contains(a.variable())
                && Collections.disjoint(other, Variables.in(a.value()));
        if (!again) {
          s.walk(t -> other.addAll(Variables.defined(t)));
          out.add(s);
        }
      }
      return out;
    }

    /** Scalars that the sweep gives other values than the forward sweep did. */
    private void others(Stmt s, Set<Var> into) {
      if (!(s instanceof Stmt.Assign a && isThere(a))) {
        s.walk(t -> into.addAll(Variables.defined(t)));
      }
    }

    private boolean isThere(Stmt.Assign a) {
      return values.isMadeOnce(a.variable())
          && a.value().equals(there.get(a.variable()))
          && Variables.in(a.value()).stream().allMatch(this::isFixed);
    }

    private boolean isFixed(Var v) {
      return v.isScalar() ? values.isFixed(v) : !changed.contains(aliases.storage(v));
    }
  }
}
