package org.stanj.compiler.simplify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Tells of some loads that they are in range: sizes of containers and ranges of loop indices. */
final class Ranges {
  private final Map<Var, List<Expr>> sizes;
  private final Map<Var, Compound.For> loops = new HashMap<>();

  private Ranges(Map<Var, List<Expr>> sizes) {
    this.sizes = sizes;
  }

  /**
   * The ranges of a function.
   *
   * @param bind the function that makes the fields
   * @param fixed whether a variable is written at most once
   */
  static Ranges of(CoreFunction f, Optional<CoreFunction> bind, Predicate<Var> fixed) {
    Map<Var, List<Expr>> sizes = new HashMap<>();
    bind.ifPresent(b -> fields(b, sizes));
    f.body().forEach(s -> s.walk(t -> note(t, fixed, sizes)));
    return new Ranges(sizes);
  }

  private static void fields(CoreFunction bind, Map<Var, List<Expr>> sizes) {
    Map<Var, Integer> definitions = new HashMap<>();
    bind.body().forEach(s -> s.walk(t -> count(t, definitions)));
    Predicate<Var> fixed =
        v -> v.storage() == Var.Storage.FIELD && definitions.getOrDefault(v, 0) == 1;
    bind.body().forEach(s -> s.walk(t -> note(t, fixed, sizes)));
  }

  /** Counts what gives scalars values and containers sizes. */
  private static void count(Stmt s, Map<Var, Integer> definitions) {
    for (Var v : Variables.defined(s)) {
      if (v.isScalar() || !(s instanceof Stmt.ReadData)) {
        definitions.merge(v, 1, Integer::sum);
      }
    }
  }

  private static void note(Stmt s, Predicate<Var> fixed, Map<Var, List<Expr>> sizes) {
    if (s instanceof Stmt.Declare d && fixed.test(d.variable()) && areFixed(d.sizes(), fixed)) {
      sizes.put(d.variable(), d.sizes());
    } else if (s instanceof Stmt.View v && fixed.test(v.variable()) && areFixed(v.sizes(), fixed)) {
      sizes.put(v.variable(), v.sizes());
    }
  }

  private static boolean areFixed(List<Expr> sizes, Predicate<Var> fixed) {
    boolean[] all = {true};
    sizes.forEach(
        e ->
            e.walk(
                x ->
                    all[0] &=
                        !(x instanceof Expr.Load)
                            && !(x instanceof Expr.Read r && !fixed.test(r.variable()))
                            && !(x instanceof Expr.Dim d && !fixed.test(d.container()))));
    return all[0];
  }

  void enter(Compound.For loop) {
    loops.put(loop.index(), loop);
  }

  void leave(Compound.For loop) {
    loops.remove(loop.index());
  }

  /** Whether the load is known to be in range wherever its index has a value. */
  boolean inRange(Expr.Load load) {
    List<Expr> known = sizes.get(load.container());
    if (known == null || known.size() != load.at().size()) {
      return false;
    }
    boolean all = true;
    for (int d = 0; d < known.size(); d++) {
      Shifted size = Shifted.of(known.get(d));
      all &= least(load.at().get(d)) >= 0 && greatest(load.at().get(d)).isLess(size);
    }
    return all;
  }

  private Optional<Compound.For> loopOf(Shifted at) {
    return at.base().map(e -> e instanceof Expr.Read r ? loops.get(r.variable()) : null);
  }

  private long least(Expr index) {
    Shifted at = Shifted.of(index);
    Shifted least = loopOf(at).map(l -> Shifted.of(l.from()).plus(at.by())).orElse(at);
    return least.base().isEmpty() ? least.by() : Long.MIN_VALUE;
  }

  private Shifted greatest(Expr index) {
    Shifted at = Shifted.of(index);
    return loopOf(at).map(l -> Shifted.of(l.to()).plus(at.by())).orElse(at);
  }
}
