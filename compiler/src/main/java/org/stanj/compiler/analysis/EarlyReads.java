package org.stanj.compiler.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Finds the scalars that statements may read before they have given them a value. What is given a
 * value under a condition has it wherever the same condition holds again.
 */
public final class EarlyReads {
  private final Set<Var> early = new LinkedHashSet<>();
  private final Definitions definitions;

  /** A condition, and how it came out. */
  private record Outcome(Var test, boolean holds) {}

  /**
   * What has a value.
   *
   * @param always without any condition
   * @param under where all of some conditions hold
   */
  private record Known(Set<Var> always, Map<Set<Outcome>, Set<Var>> under) {
    static Known of(Set<Var> always) {
      return new Known(new HashSet<>(always), new HashMap<>());
    }

    /** What is known where a condition holds. */
    Known where(Outcome outcome) {
      Known inside = of(always);
      under.forEach(
          (outcomes, variables) -> {
            Set<Outcome> rest = new HashSet<>(outcomes);
            rest.remove(outcome);
            inside.add(rest, variables);
          });
      return inside;
    }

    void add(Set<Outcome> outcomes, Set<Var> variables) {
      if (outcomes.isEmpty()) {
        always.addAll(variables);
      } else {
        under.computeIfAbsent(outcomes, k -> new HashSet<>()).addAll(variables);
      }
    }

    /** Takes over what is known at the end of a branch. */
    void takeFrom(Known branch, Outcome outcome) {
      Set<Outcome> one = Set.of(outcome);
      Set<Var> more = new HashSet<>(branch.always);
      more.removeAll(always);
      add(one, more);
      branch.under.forEach(
          (outcomes, variables) -> {
            Set<Outcome> all = new HashSet<>(outcomes);
            all.addAll(one);
            add(all, variables);
          });
    }
  }

  private EarlyReads(List<Stmt> body) {
    definitions = new Definitions(body);
    list(body, Known.of(Set.of()));
  }

  /**
   * Those of statements before which no scalar has a value, whether or not they assign to them at
   * all.
   */
  public static Set<Var> in(List<Stmt> body) {
    return new EarlyReads(body).early;
  }

  private void list(List<Stmt> body, Known known) {
    body.forEach(s -> statement(s, known));
  }

  private void statement(Stmt s, Known known) {
    s.forEachExpression(
        e -> Variables.in(e).stream().filter(v -> !known.always().contains(v)).forEach(early::add));
    if (s instanceof Compound.If i) {
      branch(i, known);
    } else if (s instanceof Compound.For f) {
      Known round = Known.of(known.always());
      round.always().add(f.index());
      list(f.body(), round);
    } else if (s instanceof Compound.While w) {
      list(w.body(), Known.of(Set.of()));
    } else {
      s.forEachBody(b -> list(b, known));
      known.always().addAll(Variables.defined(s));
    }
  }

  private void branch(Compound.If i, Known known) {
    boolean fixed = i.test() instanceof Expr.Read r && definitions.isFixed(r.variable());
    if (!fixed) {
      Known yes = Known.of(known.always());
      Known no = Known.of(known.always());
      list(i.yes(), yes);
      list(i.no(), no);
      yes.always().retainAll(no.always());
      known.always().addAll(yes.always());
      return;
    }
    Var test = ((Expr.Read) i.test()).variable();
    Outcome holds = new Outcome(test, true);
    Outcome fails = new Outcome(test, false);
    Known yes = known.where(holds);
    Known no = known.where(fails);
    list(i.yes(), yes);
    list(i.no(), no);
    known.takeFrom(yes, holds);
    known.takeFrom(no, fails);
    Set<Var> both = new HashSet<>(yes.always());
    both.retainAll(no.always());
    known.always().addAll(both);
  }
}
