package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Var;

/**
 * Expressions with the temporary that holds each, as long as it holds it. What must be forgotten
 * when a variable or an element changes is found by an index, not by looking through all.
 */
final class CommonTerms {
  /** Common terms up to which nested lists see those around them. */
  private static final int SHARED = 64;

  private final Predicate<Var> fixed;
  private final Map<Expr, Expr> names = new HashMap<>();

  /** Expressions by the variables in them that may change; some may be forgotten already. */
  private final Map<Var, List<Expr>> readers = new HashMap<>();

  /** Expressions that read elements; some may be forgotten already. */
  private final List<Expr> loading = new ArrayList<>();

  /**
   * @param fixed which variables never change
   */
  CommonTerms(Predicate<Var> fixed) {
    this.fixed = fixed;
  }

  /** None, for what follows a statement that may change anything. */
  CommonTerms none() {
    return new CommonTerms(fixed);
  }

  /** What a nested list may use; nothing of many, since copying these takes quadratic time. */
  CommonTerms inherited() {
    CommonTerms inner = none();
    if (names.size() <= SHARED) {
      names.forEach(inner::put);
    }
    return inner;
  }

  Optional<Expr> get(Expr e) {
    return Optional.ofNullable(names.get(e));
  }

  void put(Expr e, Expr name) {
    if (names.put(e, name) == null) {
      boolean[] loads = {false};
      e.walk(
          x -> {
            loads[0] |= x instanceof Expr.Load;
            if (x instanceof Expr.Read r && !fixed.test(r.variable())) {
              readers.computeIfAbsent(r.variable(), k -> new ArrayList<>()).add(e);
            }
          });
      if (loads[0]) {
        loading.add(e);
      }
    }
  }

  /** A variable has changed. */
  void forgetReads(Var v) {
    List<Expr> stale = readers.remove(v);
    if (stale != null) {
      stale.forEach(names::remove);
    }
  }

  /** An element has changed: forgets what was read from containers, also inside of terms. */
  void forgetLoads() {
    loading.forEach(names::remove);
    loading.clear();
  }
}
