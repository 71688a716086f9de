package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Leaves out checks that an earlier one has decided: of the same condition, or of a size that an
 * earlier check found to be larger still. Conditions over variables that change are left alone.
 */
final class RepeatedChecks {
  private final Map<Var, Integer> definitions = new HashMap<>();
  private final Set<Expr> passed = new HashSet<>();
  private final Map<Expr, Integer> least = new HashMap<>();

  /** What became known, in order, with what was known of the size before. */
  private final List<Known> log = new ArrayList<>();

  private record Known(Expr test, Optional<Integer> before) {}

  private RepeatedChecks(CoreFunction f) {
    f.parameters().forEach(p -> definitions.merge(p, 1, Integer::sum));
    f.body()
        .forEach(
            s ->
                s.walk(
                    t -> Variables.defined(t).forEach(v -> definitions.merge(v, 1, Integer::sum))));
  }

  static CoreFunction run(CoreFunction f) {
    return f.withBody(new RepeatedChecks(f).list(f.body()));
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      if (s instanceof Compound.If i && isCheck(i) && isLasting(i.test())) {
        if (!isDecided(i.test())) {
          out.add(s);
          remember(i.test());
        }
      } else {
        out.add(s.mapBodies(this::inner));
      }
    }
    return out;
  }

  /** What a nested list checks holds there only: it may not run. */
  private List<Stmt> inner(List<Stmt> body) {
    int mark = log.size();
    List<Stmt> changed = list(body);
    while (log.size() > mark) {
      forget(log.remove(log.size() - 1));
    }
    return changed;
  }

  private void forget(Known known) {
    passed.remove(known.test());
    known.before().ifPresent(n -> least.put(Exprs.operand(known.test(), 0), n));
  }

  private static boolean isCheck(Compound.If i) {
    return i.no().isEmpty() && i.yes().size() == 1 && i.yes().get(0) instanceof Stmt.Reject;
  }

  private boolean isLasting(Expr test) {
    boolean[] lasting = {true};
    test.walk(
        e -> {
          lasting[0] &=
              !(e instanceof Expr.Load || e instanceof Expr.Apply || e instanceof Expr.HasInit);
          Variables.in(e).forEach(v -> lasting[0] &= definitions.getOrDefault(v, 0) <= 1);
        });
    return lasting[0];
  }

  private boolean isDecided(Expr test) {
    if (passed.contains(test)) {
      return true;
    }
    return Exprs.isOperation(test, Operator.LESS_INT)
        && Exprs.operand(test, 1) instanceof Expr.IntLiteral n
        && least.getOrDefault(Exprs.operand(test, 0), Integer.MIN_VALUE) >= n.value();
  }

  private void remember(Expr test) {
    passed.add(test);
    if (Exprs.isOperation(test, Operator.LESS_INT)
        && Exprs.operand(test, 1) instanceof Expr.IntLiteral n) {
      Expr size = Exprs.operand(test, 0);
      int before = least.getOrDefault(size, Integer.MIN_VALUE);
      log.add(new Known(test, Optional.of(before)));
      least.put(size, Math.max(before, n.value()));
    } else {
      log.add(new Known(test, Optional.empty()));
    }
  }
}
