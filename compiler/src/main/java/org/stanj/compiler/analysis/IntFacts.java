package org.stanj.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Var;

/**
 * What is known of ints at the place that a traversal of a function has reached: ranges of the
 * loops around it, checks that were passed, sizes, and bounds of data.
 *
 * <p>A fact says that a sum of multiples of unchanging ints is not negative. Sums are taken as if
 * ints had no largest value.
 */
public final class IntFacts {
  private static final int DEPTH = 6;
  private static final int STEPS = 60;

  private final IntValues values;
  private final DataFacts data;
  private final Map<Expr, List<LinearIndex>> facts = new HashMap<>();
  private final List<List<LinearIndex>> log = new ArrayList<>();
  private int steps;

  /**
   * @param data what bind makes sure of; not used in bind itself
   */
  public IntFacts(CoreFunction f, DataFacts data) {
    this.data = f.name().equals(Entries.BIND) ? DataFacts.none() : data;
    values = new IntValues(f, this.data.sizes());
    this.data.scalars().forEach(e -> assume(e, true));
    log.clear();
  }

  public int mark() {
    return log.size();
  }

  /** Forgets what was learned since the mark. */
  public void release(int mark) {
    while (log.size() > mark) {
      List<LinearIndex> list = log.remove(log.size() - 1);
      list.remove(list.size() - 1);
    }
  }

  /** Notes that the place is in the body of a loop. */
  public void enter(Compound.For loop) {
    Expr index = Exprs.read(loop.index());
    assume(Exprs.op(Operator.LESS_EQUAL_INT, loop.from(), index), true);
    assume(Exprs.op(Operator.LESS_EQUAL_INT, index, loop.to()), true);
  }

  /** Notes that a condition holds, or does not. */
  public void assume(Expr test, boolean holds) {
    said(test, holds, this::add);
  }

  /** Visits the facts that follow from a condition that holds, or does not. */
  private void said(Expr test, boolean holds, Consumer<LinearIndex> found) {
    if (Exprs.isOperation(test, Operator.NOT)) {
      said(Exprs.operand(test, 0), !holds, found);
    } else if (Exprs.isOperation(test, holds ? Operator.AND : Operator.OR)) {
      ((Expr.Operation) test).operands().forEach(e -> said(e, holds, found));
    } else if (test instanceof Expr.Operation o && o.operands().size() == 2) {
      compared(o, holds, found);
    }
  }

  private void compared(Expr.Operation o, boolean holds, Consumer<LinearIndex> found) {
    Expr a = o.operands().get(0);
    Expr b = o.operands().get(1);
    switch (o.operator()) {
      case LESS_INT -> difference(holds ? b : a, holds ? a : b, holds ? 1 : 0).ifPresent(found);
      case LESS_EQUAL_INT ->
          difference(holds ? b : a, holds ? a : b, holds ? 0 : 1).ifPresent(found);
      case EQUAL_INT, NOT_EQUAL_INT -> {
        if (holds == (o.operator() == Operator.EQUAL_INT)) {
          difference(b, a, 0).ifPresent(found);
          difference(a, b, 0).ifPresent(found);
        }
      }
      default -> {}
    }
  }

  /** {@code greater - less - by}. */
  private Optional<LinearIndex> difference(Expr greater, Expr less, int by) {
    Optional<LinearIndex> a = values.linear(greater);
    Optional<LinearIndex> b = values.linear(less);
    return a.isPresent() && b.isPresent()
        ? Optional.of(a.get().plus(b.get(), -1).plus(new LinearIndex(Map.of(), by), -1))
        : Optional.empty();
  }

  private void add(LinearIndex fact) {
    for (Expr atom : fact.terms().keySet()) {
      List<LinearIndex> all = facts.computeIfAbsent(atom, k -> new ArrayList<>());
      all.add(fact);
      log.add(all);
    }
  }

  /** Whether the load is known to be in range. */
  public boolean inRange(Expr.Load load) {
    List<Expr> at = load.at();
    List<Expr> sizes = values.sizes(load.container()).orElse(List.of());
    if (at.size() == 1 && sizes.size() > 1) {
      sizes = List.of(Exprs.product(sizes));
    }
    boolean all = sizes.size() == at.size();
    for (int d = 0; all && d < at.size(); d++) {
      all = isLess(at.get(d), sizes.get(d), 1) && isLess(Exprs.integer(0), at.get(d), 0);
    }
    return all;
  }

  /** Whether two containers are known to have the same sizes. */
  public boolean haveSameSizes(Var a, Var b) {
    Optional<List<Expr>> ofA = values.sizes(a);
    Optional<List<Expr>> ofB = values.sizes(b);
    boolean same = ofA.isPresent() && ofB.isPresent() && ofA.get().size() == ofB.get().size();
    for (int d = 0; same && d < ofA.get().size(); d++) {
      same = areSame(ofA.get().get(d), ofB.get().get(d));
    }
    return same;
  }

  /** Whether all dimensions of the containers are known to be the same. */
  public boolean haveOneSize(List<Var> containers) {
    List<Expr> all = new ArrayList<>();
    boolean known = true;
    for (Var v : containers) {
      Optional<List<Expr>> sizes = values.sizes(v);
      sizes.ifPresent(all::addAll);
      known &= sizes.isPresent();
    }
    return known && all.stream().allMatch(e -> areSame(e, all.get(0)));
  }

  private boolean areSame(Expr a, Expr b) {
    return difference(a, b, 0).filter(d -> d.terms().isEmpty() && d.constant() == 0).isPresent();
  }

  /** Whether {@code a + by <= b} is known. */
  private boolean isLess(Expr a, Expr b, int by) {
    steps = STEPS;
    return difference(b, a, by).filter(d -> holds(d, DEPTH)).isPresent();
  }

  /** The condition without the parts that are decided; a literal if all are. */
  public Expr simplified(Expr test) {
    if (!(test instanceof Expr.Operation o)) {
      return test;
    }
    return switch (o.operator()) {
      case NOT -> {
        Expr inner = simplified(o.operands().get(0));
        yield inner == o.operands().get(0) ? test : Exprs.not(inner);
      }
      case AND, OR -> joined(o);
      case LESS_INT, LESS_EQUAL_INT, EQUAL_INT, NOT_EQUAL_INT -> comparison(o);
      default -> test;
    };
  }

  private Expr joined(Expr.Operation o) {
    Expr a = simplified(o.operands().get(0));
    Expr b = simplified(o.operands().get(1));
    if (a == o.operands().get(0) && b == o.operands().get(1)) {
      return o;
    }
    boolean and = o.operator() == Operator.AND;
    if (Exprs.isInt(b, and ? 0 : 1)) {
      return b;
    }
    return and ? Exprs.and(a, b) : Exprs.or(a, b);
  }

  private Expr comparison(Expr.Operation o) {
    Expr a = o.operands().get(0);
    Expr b = o.operands().get(1);
    return switch (o.operator()) {
      case LESS_INT -> decided(o, isLess(a, b, 1), isLess(b, a, 0));
      case LESS_EQUAL_INT -> decided(o, isLess(a, b, 0), isLess(b, a, 1));
      case EQUAL_INT -> decided(o, isEqual(a, b), isLess(a, b, 1) || isLess(b, a, 1));
      default -> decided(o, isLess(a, b, 1) || isLess(b, a, 1), isEqual(a, b));
    };
  }

  private boolean isEqual(Expr a, Expr b) {
    return isLess(a, b, 0) && isLess(b, a, 0);
  }

  private static Expr decided(Expr test, boolean yes, boolean no) {
    return yes ? Exprs.TRUE : no ? Exprs.FALSE : test;
  }

  /** Whether the sum is known not to be negative: it is a sum of facts and a constant from 0. */
  private boolean holds(LinearIndex sum, int depth) {
    if (sum.terms().isEmpty()) {
      return sum.constant() >= 0;
    }
    if (depth == 0) {
      return false;
    }
    Expr atom = null;
    List<LinearIndex> fewest = List.of();
    for (Map.Entry<Expr, Long> term : sum.terms().entrySet()) {
      List<LinearIndex> usable = usable(term.getKey(), term.getValue());
      boolean element = term.getKey() instanceof Expr.Load && !(atom instanceof Expr.Load);
      if (atom == null || element || usable.size() < fewest.size()) {
        atom = term.getKey();
        fewest = usable;
      }
    }
    boolean found = false;
    for (int i = 0; i < fewest.size() && !found && --steps > 0; i++) {
      long by = sum.terms().get(atom) / fewest.get(i).terms().get(atom);
      found = holds(sum.plus(fewest.get(i), -by), depth - 1);
    }
    return found;
  }

  /** Facts that can take away a term, the latest first. */
  private List<LinearIndex> usable(Expr atom, long factor) {
    List<LinearIndex> all = new ArrayList<>();
    for (LinearIndex fact : known(atom)) {
      long by = fact.terms().get(atom);
      if (factor % by == 0 && factor / by > 0) {
        all.add(0, fact);
      }
    }
    return all;
  }

  private List<LinearIndex> known(Expr atom) {
    List<LinearIndex> here = facts.getOrDefault(atom, List.of());
    if (atom instanceof Expr.Dim) {
      List<LinearIndex> all = new ArrayList<>(here);
      all.add(new LinearIndex(Map.of(atom, 1L), 0));
      return all;
    }
    if (!(atom instanceof Expr.Load l)) {
      return here;
    }
    List<LinearIndex> all = new ArrayList<>(here);
    for (Expr condition : data.elements(values.field(l.container()))) {
      all.addAll(ofElement(condition, atom));
    }
    return all;
  }

  /** What a condition on all elements says of one. */
  private List<LinearIndex> ofElement(Expr condition, Expr element) {
    List<LinearIndex> found = new ArrayList<>();
    said(
        condition.rewriteBottomUp(
            x -> x instanceof Expr.Read r && r.variable().equals(DataFacts.ELEMENT) ? element : x),
        true,
        found::add);
    return found;
  }
}
