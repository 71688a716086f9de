package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Moves what is the same in every iteration out of one loop, whose inner loops are done already.
 *
 * <p>Assignments and parts of expressions go before the loop. So do checks; a rejection may then
 * come before another that an earlier iteration would have given. Invariant terms of sums go after
 * it, times the number of iterations.
 */
final class LoopInvariants {
  private final MotionFacts facts;
  private final Effects effects;
  private final Preheader preheader;
  private final InvariantExpressions expressions;
  private final Optional<Trips> trips;
  private final Set<Object> written;
  private final List<Stmt> after = new ArrayList<>();

  private LoopInvariants(MotionFacts facts, Stmt loop) {
    this.facts = facts;
    effects = Effects.of(List.of(loop), facts.aliases, facts.visibleFunctions);
    written = effects.writes();
    preheader = new Preheader(facts, written);
    expressions = new InvariantExpressions(preheader);
    trips =
        loop instanceof Compound.For f && !effects.leaves()
            ? Optional.of(new Trips(f, facts, written))
            : Optional.empty();
  }

  /** The loop with what stands before and after it. */
  static List<Stmt> counted(Compound.For loop, MotionFacts facts) {
    LoopInvariants pass = new LoopInvariants(facts, loop);
    if (pass.trips.isEmpty()) {
      List<Stmt> body = pass.list(loop.body(), Place.SOMETIMES);
      return pass.around(loop.mapBodies(b -> body));
    }
    boolean region = loop.body().size() == 1 && loop.body().get(0) instanceof Compound.Region;
    List<Stmt> body = region ? ((Compound.Region) loop.body().get(0)).body() : loop.body();
    List<Stmt> changed = pass.list(body, Place.ALWAYS);
    List<Stmt> kept = pass.withoutContainers(changed);
    if ((region || kept != changed) && kept.stream().anyMatch(LoopInvariants::makesRoom)) {
      kept = List.of(new Compound.Region(kept));
    }
    return pass.around(loop, kept, pass.trips.get());
  }

  /** Moves containers that are the same in each iteration, and then what depends on them. */
  private List<Stmt> withoutContainers(List<Stmt> body) {
    List<Stmt> rest = new ArrayList<>();
    flatten(body, rest);
    List<Stmt> moved = InvariantContainers.of(rest, facts, preheader, written);
    if (moved.isEmpty()) {
      return body;
    }
    preheader.moveContainers(moved, InvariantContainers.settled(moved, facts));
    rest.removeIf(s -> moved.stream().anyMatch(m -> m == s));
    return withoutContainers(list(rest, Place.ALWAYS));
  }

  private static void flatten(List<Stmt> body, List<Stmt> into) {
    for (Stmt s : body) {
      if (s instanceof Compound.Region r) {
        flatten(r.body(), into);
      } else {
        into.add(s);
      }
    }
  }

  /** The loop with what stands before it; nothing is known of how often its body runs. */
  static List<Stmt> repeated(Compound.While loop, MotionFacts facts) {
    LoopInvariants pass = new LoopInvariants(facts, loop);
    Expr test = pass.expressions.rewrite(loop.test(), Place.SOMETIMES);
    return pass.around(new Compound.While(test, pass.list(loop.body(), Place.SOMETIMES)));
  }

  private static boolean makesRoom(Stmt s) {
    return s instanceof Stmt.Declare
        || s instanceof Stmt.Call
        || s instanceof Stmt.Kernel
        || s instanceof Stmt.ParallelSum;
  }

  private List<Stmt> around(Stmt loop) {
    List<Stmt> all = new ArrayList<>(preheader.before());
    all.add(loop);
    return all;
  }

  private List<Stmt> around(Compound.For loop, List<Stmt> kept, Trips counts) {
    List<Stmt> inside = new ArrayList<>(preheader.late());
    boolean conditional = !inside.isEmpty();
    Expr any = conditional || !after.isEmpty() ? counts.any() : Exprs.TRUE;
    Stmt changed = counts.loop(loop, kept);
    if (!kept.isEmpty()) {
      inside.add(changed);
    }
    List<Stmt> all = new ArrayList<>(counts.saved());
    all.addAll(preheader.before());
    if (conditional) {
      inside.addAll(after);
      boolean room = preheader.late().stream().anyMatch(LoopInvariants::makesRoom);
      when(any, room ? List.of(new Compound.Region(inside)) : inside, all);
    } else {
      all.addAll(inside);
      when(any, after, all);
    }
    return all;
  }

  private static void when(Expr test, List<Stmt> body, List<Stmt> out) {
    if (Exprs.isInt(test, 1)) {
      out.addAll(body);
    } else if (!body.isEmpty() && !Exprs.isInt(test, 0)) {
      boolean one = body.size() == 1 && body.get(0) instanceof Compound.If i && i.no().isEmpty();
      if (one) {
        Compound.If i = (Compound.If) body.get(0);
        out.add(new Compound.If(Exprs.and(test, i.test()), i.yes(), List.of()));
      } else {
        out.add(new Compound.If(test, body, List.of()));
      }
    }
  }

  private List<Stmt> list(List<Stmt> body, Place place) {
    List<Stmt> kept = new ArrayList<>();
    for (Stmt s : body) {
      int start = kept.size();
      int startAfter = after.size();
      preheader.nextStatement();
      preheader.on(s.line());
      statement(s, place, kept);
      Lines.from(start, s.line(), kept);
      Lines.from(startAfter, s.line(), after);
    }
    return kept;
  }

  private void statement(Stmt s, Place place, List<Stmt> kept) {
    if (s instanceof Stmt.Assign a) {
      assign(a, place, kept);
    } else if (s instanceof Stmt.Increment i) {
      increment(i, place, kept);
    } else if (s instanceof Stmt.AddTarget t) {
      addTarget(t, place, kept);
    } else if (s instanceof Compound.If i) {
      branch(i, place, kept);
    } else if (s instanceof Compound.Region r) {
      kept.add(r.mapBodies(b -> list(b, place)));
    } else if (s instanceof Compound.For f && place.always() && isRepeated(f)) {
      after.add(RepeatedSums.times(trips.orElseThrow().count(), f));
    } else if (s instanceof Compound.For || s instanceof Compound.While) {
      keep(s, kept);
    } else {
      keep(s.mapExpressions(e -> expressions.rewrite(e, place)), kept);
    }
  }

  private boolean isRepeated(Compound.For f) {
    return trips.isPresent()
        && !facts.readsTarget
        && new RepeatedSums(facts, effects, written).isRepeated(f);
  }

  /** Keeps a statement as it is; if it may protect what comes after it, that stays too. */
  private void keep(Stmt s, List<Stmt> kept) {
    kept.add(s);
    Effects own = Effects.of(List.of(s), facts.aliases, facts.visibleFunctions);
    if (own.visible() || own.leaves() || protects(s)) {
      preheader.keepOrder();
    }
  }

  /** Whether a rejection in it may depend on nothing but invariants. */
  private boolean protects(Stmt s) {
    if (s instanceof Compound.If i && i.isCheck()) {
      return preheader.traits(i.test()).invariant();
    }
    boolean[] found = {s instanceof Stmt.Reject || s instanceof Compound.Once};
    s.forEachBody(body -> body.forEach(t -> found[0] |= protects(t)));
    return found[0];
  }

  private void assign(Stmt.Assign a, Place place, List<Stmt> kept) {
    if (preheader.move(a, place)) {
      return;
    }
    Stmt.Assign changed = new Stmt.Assign(a.variable(), expressions.rewrite(a.value(), place));
    preheader.nextStatement();
    if (!preheader.move(changed, place)) {
      kept.add(changed);
    }
  }

  private void increment(Stmt.Increment i, Place place, List<Stmt> kept) {
    Var v = i.variable();
    Optional<Expr> rest = Optional.of(i.value());
    if (isSum(v) && place.isRegular() && trips.isPresent()) {
      InvariantTerms terms = InvariantTerms.of(i.value(), e -> preheader.traits(e).invariant());
      rest = terms.rest();
      terms
          .fixed()
          .map(e -> Exprs.multiply(trips.get().count(), e))
          .ifPresent(e -> add(new Stmt.Increment(v, e), place));
    }
    rest.ifPresent(e -> kept.add(new Stmt.Increment(v, expressions.rewrite(e, place))));
  }

  /** Whether the loop adds to the real at one place, and neither reads nor writes it elsewhere. */
  private boolean isSum(Var v) {
    return effects.timesRead(v) == 1 && effects.timesWritten(v) == 1;
  }

  private void addTarget(Stmt.AddTarget t, Place place, List<Stmt> kept) {
    Optional<Expr> rest = Optional.of(t.value());
    if (place.isRegular() && trips.isPresent() && !facts.readsTarget) {
      InvariantTerms terms = InvariantTerms.of(t.value(), e -> preheader.traits(e).invariant());
      rest = terms.rest();
      terms
          .fixed()
          .map(e -> place.always() ? sum(e) : e)
          .map(e -> Exprs.multiply(trips.get().count(), e))
          .ifPresent(e -> add(new Stmt.AddTarget(e), place));
    }
    rest.ifPresent(e -> kept.add(new Stmt.AddTarget(expressions.rewrite(e, place))));
  }

  /** A sum of invariants whose terms are taken from before the loop if they are known there. */
  private Expr sum(Expr e) {
    boolean operation =
        Exprs.isOperation(e, Operator.ADD)
            || Exprs.isOperation(e, Operator.SUBTRACT)
            || Exprs.isOperation(e, Operator.NEGATE);
    return operation ? e.mapChildren(this::sum) : expressions.rewrite(e, Place.ALWAYS);
  }

  private void add(Stmt s, Place place) {
    if (place.test().isEmpty()) {
      after.add(s);
    } else {
      after.add(new Compound.If(place.test().get(), List.of(s), List.of()));
    }
  }

  private void branch(Compound.If i, Place place, List<Stmt> kept) {
    if (i.isCheck()) {
      check(i, place, kept);
      return;
    }
    Expr test = expressions.rewrite(i.test(), place);
    preheader.nextStatement();
    boolean regular = place.isRegular() && preheader.mayMove(test, place);
    Place yesPlace = regular ? place.where(test) : Place.SOMETIMES;
    Place noPlace = regular ? place.where(Exprs.not(test)) : Place.SOMETIMES;
    List<Stmt> yes = list(i.yes(), yesPlace);
    List<Stmt> no = list(i.no(), noPlace);
    if (!yes.isEmpty() || !no.isEmpty()) {
      kept.add(new Compound.If(test, yes, no));
    }
  }

  private void check(Compound.If i, Place place, List<Stmt> kept) {
    Stmt.Reject reject = (Stmt.Reject) i.yes().get(0);
    boolean[] invariant = {preheader.traits(i.test()).invariant()};
    boolean[] late = {preheader.traits(i.test()).late()};
    for (Operand o : reject.parts()) {
      if (o instanceof Operand.Scalar s) {
        invariant[0] &= preheader.traits(s.value()).invariant();
        late[0] |= preheader.traits(s.value()).late();
      } else if (o instanceof Operand.Container) {
        invariant[0] = false;
      }
    }
    if (invariant[0] && place.always() && preheader.isOrderly() && trips.isPresent()) {
      preheader.moveCheck(i, late[0], trips.get());
    } else if (invariant[0]) {
      keep(i, kept);
    } else {
      kept.add(i.mapExpressions(e -> expressions.rewrite(e, place)));
    }
  }
}
