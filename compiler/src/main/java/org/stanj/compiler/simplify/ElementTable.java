package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** The values of one function of the elements of a container, and how often they are looked up. */
final class ElementTable {
  private final Var container;
  private final Var flag;
  private final Var values;
  private Expr evaluations = Exprs.ZERO;
  private boolean repeats;
  private boolean always;

  ElementTable(Var container, MotionFacts facts) {
    this.container = container;
    flag = facts.local("tabulated", Kind.INT, false);
    values = facts.local("table", container.type());
    facts.tableFlags.add(flag);
  }

  /**
   * Counts a place where the function is evaluated.
   *
   * @param around the loops around it, outermost first
   * @param known whether an expression can be evaluated before the outermost
   */
  void count(Expr.Load element, List<Compound.For> around, Predicate<Expr> known) {
    Expr product = Exprs.ONE;
    for (Compound.For f : around) {
      if (f == around.get(0) || (known.test(f.from()) && known.test(f.to()))) {
        Expr length = Exprs.toReal(Shifted.length(f.from(), f.to()));
        product = Exprs.multiply(product, length);
      }
    }
    evaluations = Exprs.add(evaluations, product);
    Set<Expr> bases = new HashSet<>();
    for (Expr at : element.at()) {
      Shifted.of(at).base().ifPresent(bases::add);
    }
    List<Expr> indices = around.stream().map(f -> Exprs.read(f.index())).toList();
    if (!bases.containsAll(indices)) {
      repeats = true;
      boolean each = bases.size() == container.type().rank() && indices.containsAll(bases);
      always |= each;
    }
  }

  /** Whether an element may be met more than once: each loop's index is one of its own if not. */
  boolean repeats() {
    return repeats;
  }

  /** When there is a table; empty if there always is. */
  Optional<Expr> condition() {
    if (always) {
      return Optional.empty();
    }
    Expr twice = Exprs.multiply(Exprs.real(2), Exprs.toReal(Exprs.product(dims(container))));
    return Optional.of(Exprs.op(Operator.LESS_EQUAL, twice, evaluations));
  }

  /** Set before the loop if {@link #condition} holds. */
  Expr flag() {
    return Exprs.read(flag);
  }

  /** The value from the table, where there is one. */
  Expr value(List<Expr> at) {
    return new Expr.Load(values, at);
  }

  /**
   * The value from the table, if there is one. There always is where loops go through the whole
   * container, again and again; the number of evaluations decides where indices are data.
   */
  Expr lookUp(List<Expr> at, Expr otherwise) {
    return always ? value(at) : new Expr.Choose(flag(), value(at), otherwise);
  }

  /**
   * What fills the table, if that saves at least half of the evaluations.
   *
   * @param function of the element at {@code place}
   */
  List<Stmt> made(MotionFacts facts, Expr function, Var place, int line) {
    List<Stmt> all = new ArrayList<>();
    List<Expr> sizes = dims(container);
    condition()
        .ifPresent(
            known -> {
              all.add(new Stmt.Assign(flag, known, line));
              sizes.set(0, new Expr.Choose(flag(), sizes.get(0), Exprs.integer(0)));
            });
    all.add(new Stmt.Declare(values, sizes, Stmt.Fill.NONE, line));
    Expr at = Exprs.read(facts.local("element", Kind.INT, false));
    Expr value = function.rewriteBottomUp(x -> x.equals(Exprs.read(place)) ? at : x);
    all.add(fill(((Expr.Read) at).variable(), value, line));
    return all;
  }

  private Stmt fill(Var i, Expr value, int line) {
    Expr last = Exprs.addInt(Exprs.product(dims(values)), Exprs.integer(-1));
    Stmt store = new Stmt.Store(values, List.of(Exprs.read(i)), Exprs.guarded(value), line);
    return new Compound.For(
        i, Exprs.integer(0), last, false, List.of(store), LoopFacts.UNKNOWN, line);
  }

  private static List<Expr> dims(Var container) {
    List<Expr> sizes = new ArrayList<>();
    for (int k = 0; k < container.type().rank(); k++) {
      sizes.add(new Expr.Dim(container, k));
    }
    return sizes;
  }
}
