package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.analysis.DataFacts;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.analysis.IntFacts;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Variables;

/**
 * Leaves out checks that are decided: by an earlier check of the same condition, or by what is
 * known of ints. Conditions over variables that change are left alone.
 */
final class DecidedChecks {
  private final Definitions definitions;
  private final Set<Expr> passed = new HashSet<>();
  private final List<Expr> log = new ArrayList<>();
  private final IntFacts ints;

  private DecidedChecks(CoreFunction f, DataFacts data) {
    ints = new IntFacts(f, data);
    definitions = new Definitions(f);
  }

  /**
   * @param data what bind makes sure of
   */
  static CoreFunction run(CoreFunction f, DataFacts data) {
    return f.withBody(new DecidedChecks(f, data).list(f.body()));
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      if (s instanceof Compound.If i && i.isCheck()) {
        check(i, out);
      } else if (s instanceof Compound.If i) {
        out.add(
            new Compound.If(
                i.test(),
                inner(i.yes(), () -> ints.assume(i.test(), true)),
                inner(i.no(), () -> ints.assume(i.test(), false))));
      } else if (s instanceof Compound.For f) {
        out.add(f.mapBodies(b -> inner(b, () -> ints.enter(f))));
      } else {
        out.add(s.mapBodies(b -> inner(b, () -> {})));
      }
    }
    return out;
  }

  /** What a nested list checks holds there only: it may not run. */
  private List<Stmt> inner(List<Stmt> body, Runnable before) {
    int mark = log.size();
    int known = ints.mark();
    before.run();
    List<Stmt> changed = list(body);
    ints.release(known);
    while (log.size() > mark) {
      passed.remove(log.remove(log.size() - 1));
    }
    return changed;
  }

  private void check(Compound.If i, List<Stmt> out) {
    boolean lasting = isLasting(i.test());
    Expr test = lasting && passed.contains(i.test()) ? Exprs.FALSE : ints.simplified(i.test());
    if (Exprs.isInt(test, 0)) {
      return;
    }
    out.add(test == i.test() ? i : new Compound.If(test, i.yes(), i.no()));
    ints.assume(i.test(), false);
    if (lasting && passed.add(i.test())) {
      log.add(i.test());
    }
  }

  private boolean isLasting(Expr test) {
    boolean[] lasting = {true};
    test.walk(
        e -> {
          lasting[0] &=
              !(e instanceof Expr.Load || e instanceof Expr.Apply || e instanceof Expr.HasInit);
          Variables.in(e).forEach(v -> lasting[0] &= definitions.isFixed(v));
        });
    return lasting[0];
  }
}
