package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.analysis.DifferentiatedFunctions;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;

/**
 * Adds to the target at once what is first computed in a variable that only the target receives.
 *
 * <p>Such a variable is set at one place, or at the end of all branches of an {@code If} that the
 * addition to the target follows, and otherwise only added to. What adds to a variable is seen as
 * such from here on ({@link Stmt.Increment}). Additions to the target are reversed where they
 * stand, without saving anything; the order of the sum changes.
 */
public final class Accumulators {
  /** Each round finds what the one before laid open; more levels than this are left as they are. */
  private static final int ROUNDS = 20;

  private final TargetTerms terms;
  private final Set<Var> replaced = new HashSet<>();

  private Accumulators(TargetTerms terms) {
    this.terms = terms;
  }

  public static CoreProgram run(CoreProgram program) {
    Set<String> reached = DifferentiatedFunctions.of(program);
    Set<String> slices = new HashSet<>();
    program.kernels().forEach(k -> slices.add(k.value()));
    Set<String> jobs = jobs(program);
    return program.mapFunctions(
        given -> {
          boolean slice = slices.contains(given.name());
          boolean job = !slice && jobs.contains(given.name());
          CoreFunction f = Increments.run(job ? Tidy.scalars(given) : given);
          return slice || job
              ? function(asTarget(f))
              : reached.contains(f.name()) ? function(f) : f;
        });
  }

  /** Functions with the values of jobs, which are vectors of one element as a rule. */
  private static Set<String> jobs(CoreProgram program) {
    Set<String> jobs = new HashSet<>();
    for (CoreProgram.Callback c : program.callbacks()) {
      if (c.use() == CoreProgram.Callback.Use.JOBS) {
        jobs.addAll(c.methods().values());
      }
    }
    return jobs;
  }

  /** A slice with what it returns as its target: the adjoint of a slice's sum is 1, too. */
  private static CoreFunction asTarget(CoreFunction f) {
    int last = f.body().size() - 1;
    boolean plain =
        last >= 0
            && f.body().get(last) instanceof Stmt.Return r
            && r.value().orElse(null) instanceof Operand.Scalar;
    if (!plain) {
      return f;
    }
    Operand.Scalar sum = (Operand.Scalar) ((Stmt.Return) f.body().get(last)).value().orElseThrow();
    List<Stmt> body = new ArrayList<>();
    body.add(Target.start());
    body.addAll(f.body().subList(0, last));
    body.add(new Stmt.AddTarget(sum.value()));
    body.add(Target.end());
    return f.withBody(body);
  }

  private static CoreFunction function(CoreFunction f) {
    return Target.isRead(f.body()) ? f : f.withBody(sums(f.parameters(), f.body()));
  }

  /** The body, which must not leave early nor read the target, with sums added to the target. */
  private static List<Stmt> sums(List<Var> parameters, List<Stmt> body) {
    List<Stmt> changed = body;
    for (int round = 0; round < ROUNDS; round++) {
      Accumulators pass = new Accumulators(new TargetTerms(parameters, changed));
      pass.find(changed);
      if (pass.replaced.isEmpty()) {
        return changed;
      }
      changed = pass.list(changed);
    }
    return changed;
  }

  private void find(List<Stmt> body) {
    Map<Var, Integer> updatesSince = new HashMap<>();
    for (int i = 0; i < body.size(); i++) {
      Stmt s = body.get(i);
      if (s instanceof Stmt.AddTarget t) {
        Stmt before = i == 0 ? s : body.get(i - 1);
        Linear.forEachTerm(t.value(), 1, (e, factor) -> find(e, before, updatesSince));
      } else if (s instanceof Stmt.Assign a) {
        if (terms.isTerm(a.variable()) && terms.sets(a.variable()) == 1) {
          updatesSince.put(a.variable(), 0);
        }
      } else if (!updatesSince.isEmpty()) {
        s.walk(t -> update(t, updatesSince));
      }
      s.forEachBody(this::find);
    }
  }

  private static void update(Stmt s, Map<Var, Integer> updatesSince) {
    if (s instanceof Stmt.Increment i) {
      updatesSince.computeIfPresent(i.variable(), (v, n) -> n + 1);
    }
  }

  private void find(Expr term, Stmt before, Map<Var, Integer> updatesSince) {
    if (!(term instanceof Expr.Read r) || !terms.isTerm(r.variable())) {
      return;
    }
    Var v = r.variable();
    boolean inList = updatesSince.getOrDefault(v, -1) == terms.updates(v);
    boolean inBranches = terms.updates(v) == 0 && setsAtEnd(before, v) == terms.sets(v);
    if (inList || (before instanceof Compound.If && inBranches)) {
      replaced.add(v);
    }
  }

  /** How many ends of the statement set the variable; -1 if some end does not. */
  private static int setsAtEnd(Stmt s, Var v) {
    if (s instanceof Stmt.Assign a) {
      return a.variable().equals(v) ? 1 : -1;
    }
    if (s instanceof Compound.If i) {
      int yes = setsAtEnd(i.yes(), v);
      int no = setsAtEnd(i.no(), v);
      return yes < 0 || no < 0 ? -1 : yes + no;
    }
    if (s instanceof Compound.Region r) {
      return setsAtEnd(r.body(), v);
    }
    return s instanceof Stmt.Reject ? 0 : -1;
  }

  private static int setsAtEnd(List<Stmt> body, Var v) {
    return body.isEmpty() ? -1 : setsAtEnd(body.get(body.size() - 1), v);
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      int start = out.size();
      if (s instanceof Stmt.Assign a && replaced.contains(a.variable())) {
        term(a.variable(), a.value(), out);
      } else if (s instanceof Stmt.Increment i && replaced.contains(i.variable())) {
        term(i.variable(), i.value(), out);
      } else if (s instanceof Stmt.AddTarget t) {
        Expr rest = Linear.without(t.value(), this::isReplaced);
        if (!Exprs.isReal(rest, 0)) {
          out.add(new Stmt.AddTarget(rest));
        }
      } else {
        out.add(s.mapBodies(this::list));
      }
      Lines.from(start, s.line(), out);
    }
    return out;
  }

  /** Adds to the target what a variable that it replaces is given. */
  private void term(Var v, Expr value, List<Stmt> out) {
    if (!Exprs.isReal(value, 0)) {
      out.add(new Stmt.AddTarget(Exprs.multiply(Exprs.real(terms.factor(v)), value)));
    }
  }

  private boolean isReplaced(Expr e) {
    return e instanceof Expr.Read r && replaced.contains(r.variable());
  }
}
