package org.stanj.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Whether the iterations of one loop are independent: none reads what another writes, and none
 * writes what another writes, but for sums that all add to.
 */
final class LoopCheck {
  private static final int CALL = 20;

  private final Compound.For loop;
  private final Parts parts;
  private final Occurrences occurrences;
  private final Lifetimes lifetimes;
  private final Set<String> visible;
  private final boolean hiddenTarget;
  private final Map<Var, Integer> inside;
  private final Set<String> reductions = new LinkedHashSet<>();

  /** Containers made in the loop: each iteration has its own. */
  private final Set<Var> made = new HashSet<>();

  /** All names that the loop gives to containers. */
  private final Set<Var> named = new HashSet<>();

  private final Set<Var> written = new LinkedHashSet<>();
  private final Map<Var, List<Optional<Parts.Slice>>> accesses = new HashMap<>();
  private final Set<Var> scattered = new LinkedHashSet<>();

  /** Which elements of its own an iteration adds to. */
  private final Map<Var, List<Optional<Parts.Slice>>> grown = new LinkedHashMap<>();

  private Optional<String> reason = Optional.empty();
  private int cost;

  /** What is known of the function that holds the loop. */
  record Around(Parts parts, Occurrences occurrences, Lifetimes lifetimes, Set<String> visible) {
    static Around of(CoreFunction f, Set<String> visible) {
      return new Around(new Parts(f), new Occurrences(f), new Lifetimes(f), visible);
    }
  }

  LoopCheck(Compound.For loop, Around around, boolean hiddenTarget) {
    this.hiddenTarget = hiddenTarget;
    this.loop = loop;
    this.parts = around.parts();
    this.occurrences = around.occurrences();
    this.lifetimes = around.lifetimes();
    this.visible = around.visible();
    this.inside = Occurrences.in(loop);
  }

  LoopFacts facts() {
    loop.body().forEach(s -> s.walk(this::made));
    loop.body().forEach(s -> s.walk(this::look));
    scalars();
    containers();
    return new LoopFacts(
        reason.isEmpty(),
        reason.orElse(""),
        List.copyOf(reductions),
        Math.max(1, cost),
        LoopFacts.Way.PLAIN);
  }

  private void depends(String why) {
    reason = reason.or(() -> Optional.of(why));
  }

  private void made(Stmt s) {
    Variables.defined(s).stream().filter(v -> !v.isScalar()).forEach(named::add);
    boolean makes = s instanceof Stmt.Declare || s instanceof Stmt.Call || s instanceof Stmt.Kernel;
    if (makes) {
      Variables.defined(s).stream().filter(v -> !v.isScalar()).forEach(made::add);
    }
  }

  private void look(Stmt s) {
    effects(s);
    s.forEachExpression(e -> e.walk(this::expression));
    if (s instanceof Stmt.Store t) {
      store(t);
    } else if (s instanceof Stmt.Accumulate t) {
      scatter(t.container(), t.at());
    } else if (!(s instanceof Stmt.Declare || s instanceof Stmt.View)) {
      Variables.elementsWritten(s).forEach(v -> write(v, List.of()));
      Variables.containersRead(s).forEach(v -> access(v, List.of()));
    }
  }

  private void effects(Stmt s) {
    boolean random = s instanceof Stmt.Kernel k && k.method().random();
    if (s instanceof Stmt.Print) {
      depends("it prints");
    } else if (random || s instanceof Stmt.ReadData) {
      depends("it draws random numbers or reads data");
    } else if (Exits.isExit(s)) {
      depends("it may end early");
    } else if (s instanceof Stmt.AddTarget) {
      reductions.add(Target.VARIABLE.name());
    }
    for (String f : Variables.functionsCalled(s)) {
      cost += CALL;
      if (visible.contains(f)) {
        depends("it calls " + f + ", which prints or adds to the target");
      }
    }
    cost += s instanceof Stmt.Kernel ? CALL : s instanceof Stmt.Increment ? 2 : 1;
  }

  private void expression(Expr e) {
    cost += e instanceof Expr.Apply ? CALL : e instanceof Expr.Operation ? 1 : 0;
    if (e instanceof Expr.Load l) {
      access(l.container(), l.at());
    } else if (hiddenTarget && Target.isReadBy(e)) {
      depends("it reads the target");
    } else if (e instanceof Expr.Apply a && a.primitive().random()) {
      depends("it draws random numbers");
    }
  }

  /** An element, or an element that grows by something. */
  private void store(Stmt.Store t) {
    boolean adds =
        Exprs.isOperation(t.value(), Operator.ADD)
            && Exprs.operand(t.value(), 0) instanceof Expr.Load l
            && l.container().equals(t.container())
            && l.at().equals(t.at());
    if (adds && own(t.container(), t.at()).isEmpty()) {
      scatter(t.container(), t.at());
    } else {
      write(t.container(), t.at());
    }
  }

  private void scatter(Var container, List<Expr> at) {
    Optional<Parts.Slice> own = own(container, at);
    Optional<Var> shared = storage(container).filter(v -> !made.contains(v));
    if (own.isPresent()) {
      shared.ifPresent(v -> grown.computeIfAbsent(v, k -> new ArrayList<>()).add(own));
    } else {
      shared.ifPresent(scattered::add);
    }
  }

  private void write(Var container, List<Expr> at) {
    storage(container).filter(v -> !made.contains(v)).ifPresent(written::add);
    access(container, at);
  }

  private void access(Var container, List<Expr> at) {
    storage(container)
        .filter(v -> !made.contains(v))
        .ifPresent(
            v -> accesses.computeIfAbsent(v, k -> new ArrayList<>()).add(own(container, at)));
  }

  private Optional<Parts.Slice> own(Var container, List<Expr> at) {
    return parts.own(container, at, loop.index(), named::contains);
  }

  private Optional<Var> storage(Var container) {
    Optional<Var> storage = parts.storage(container);
    if (storage.isEmpty()) {
      depends(container.name() + " may stand for several containers");
    }
    return storage;
  }

  private void containers() {
    for (Var v : made) {
      if (occurrences.leaves(v, inside)) {
        depends(v.name() + " is used behind the loop");
      }
    }
    grown.forEach(this::sumOrOwn);
    for (Var v : written) {
      List<Optional<Parts.Slice>> all = accesses.get(v);
      boolean own = all.get(0).isPresent() && all.stream().allMatch(all.get(0)::equals);
      if (!own) {
        depends("iterations may touch the same elements of " + v.name());
      }
    }
    for (Var v : scattered) {
      // The load of the sum itself is the only other access.
      long others = accesses.getOrDefault(v, List.of()).size();
      if (written.contains(v) || others > additions(v)) {
        depends("it adds to elements of " + v.name() + " and uses them");
      } else {
        reductions.add(v.name() + "[]");
      }
    }
  }

  /**
   * What iterations do nothing with but add to is a sum, whose elements they may share; else the
   * elements that they add to are theirs.
   */
  private void sumOrOwn(Var v, List<Optional<Parts.Slice>> slices) {
    boolean shares = scattered.contains(v) || !slices.stream().allMatch(slices.get(0)::equals);
    if (shares && !written.contains(v) && !accesses.containsKey(v)) {
      scattered.add(v);
    } else {
      written.add(v);
      accesses.computeIfAbsent(v, k -> new ArrayList<>()).addAll(slices);
    }
  }

  /** Loads that stand in statements that add to an element. */
  private long additions(Var v) {
    int[] count = {0};
    loop.body()
        .forEach(
            s ->
                s.walk(
                    t ->
                        count[0] +=
                            t instanceof Stmt.Store store
                                    && parts
                                        .storage(store.container())
                                        .filter(v::equals)
                                        .isPresent()
                                ? 1
                                : 0));
    return count[0];
  }

  private void scalars() {
    Set<Var> sums = new HashSet<>();
    Set<Var> assigned = new LinkedHashSet<>();
    Map<Var, Integer> additions = new HashMap<>();
    for (Stmt s : loop.body()) {
      s.walk(
          t -> {
            Variables.defined(t).stream().filter(Var::isScalar).forEach(assigned::add);
            if (t instanceof Stmt.Increment i) {
              additions.merge(i.variable(), 2, Integer::sum);
            }
          });
    }
    for (Var v : assigned) {
      if (additions.getOrDefault(v, 0).equals(inside.get(v))) {
        sums.add(v);
        reductions.add(v.name());
      }
    }
    assigned.removeAll(sums);
    Set<Var> early = EarlyReads.in(loop.body());
    for (Var v : assigned) {
      if (early.contains(v)) {
        depends(v.name() + " is handed from one iteration to the next");
      } else if (occurrences.leaves(v, inside) && lifetimes.leaves(loop, v)) {
        depends(v.name() + " is used outside the loop");
      }
    }
  }
}
