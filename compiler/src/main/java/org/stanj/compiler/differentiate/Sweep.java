package org.stanj.compiler.differentiate;

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
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Stmt.Assign;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Both sweeps of one list of statements: what runs forward, what runs in reverse, and the adjoints
 * of the temporaries made in it.
 *
 * <p>A list is <em>kept</em> if its values are still in their variables when its reverse runs: the
 * body of a function, or an iteration whose reverse follows at once. Otherwise what the reverse
 * needs is saved at the end of the forward list or computed again at the start of the reverse.
 */
final class Sweep {
  private final Optional<Sweep> outer;
  private final Optional<Stmt> around;
  private final boolean kept;
  private final Names names;

  private final List<Stmt> prefix = new ArrayList<>();
  private final List<Stmt> forward = new ArrayList<>();
  private final List<Stmt> reverse = new ArrayList<>();

  /** Stands before the reverse list, after what is restored: adjoints of containers made here. */
  private final List<Stmt> reversePrefix = new ArrayList<>();

  private boolean reversing;
  private int line;

  /** What made a value, and whether to make it again rather than save it. */
  private record Made(Stmt by, boolean again) {}

  /** What made each value here, in order: assignments, views, containers. */
  private final Map<Var, Made> made = new LinkedHashMap<>();

  private final Set<Var> needed = new LinkedHashSet<>();

  /** Adjoints of temporaries so far: absent is zero. */
  private final Map<Var, Expr> adjoints = new HashMap<>();

  /** Temporaries whose adjoint is added up in a variable. */
  private final Map<Var, Var> accumulators = new HashMap<>();

  /** Variables whose adjoint is known to be zero where the reverse stands. */
  private final Set<Var> zeroed = new HashSet<>();

  /**
   * @param around the statement in whose body the list stands; empty for a function's
   */
  Sweep(Optional<Sweep> outer, Optional<Stmt> around, boolean kept, Names names) {
    this.outer = outer;
    this.around = around;
    this.kept = kept;
    this.names = names;
  }

  /** Whether this list and all around it are kept. */
  boolean allKept() {
    return kept && outer.map(Sweep::allKept).orElse(true);
  }

  boolean kept() {
    return kept;
  }

  Optional<Stmt> around() {
    return around;
  }

  /** What is written from here on stands on the line of the program. */
  void on(int statement) {
    line = statement;
  }

  void forward(Stmt s) {
    forward.add(Lines.at(line, s));
  }

  /** Leaves a place in the forward list; returns its position. */
  int leaveHole() {
    forward.add(new Compound.Region(List.of()));
    return forward.size() - 1;
  }

  void fillHole(int at, Stmt s) {
    forward.set(at, Lines.at(Math.abs(line), s));
  }

  /** A statement before all others of the forward list. */
  void first(Stmt s) {
    prefix.add(s);
  }

  /** Records what made a value, so that it can be saved or made again. */
  void made(Var v, Stmt by, boolean again) {
    made.put(v, new Made(by, again));
  }

  void startReverse() {
    reversing = true;
  }

  /** A statement of the reverse list; the values it reads are marked as needed. */
  void reverse(Stmt s) {
    needs(s);
    reverse.add(Lines.at(line, s));
  }

  /**
   * The same for a statement around what inner sweeps have written, which have marked what they
   * need: looking through it again at each level takes quadratic time.
   */
  void reverseAround(Stmt s) {
    s.forEachExpression(e -> Variables.in(e).forEach(this::need));
    reverse.add(Lines.at(line, s));
  }

  /** A statement at the start of the reverse list. */
  void reverseFirst(Stmt s) {
    needs(s);
    reversePrefix.add(Lines.at(line, s));
  }

  private void needs(Stmt s) {
    Needs.of(s).forEach(this::need);
  }

  void need(Var v) {
    if (made.containsKey(v)) {
      if (!kept) {
        needed.add(v);
      }
    } else {
      outer.ifPresent(o -> o.need(v));
    }
  }

  /** Whether the value was made in this list or one around it. */
  boolean knows(Var v) {
    return made.containsKey(v) || outer.map(o -> o.knows(v)).orElse(false);
  }

  /** Adds to the adjoint of a temporary made here or further out. */
  void add(Var t, Expr amount, Sweep from) {
    if (!made.containsKey(t) && outer.isPresent()) {
      outer.get().add(t, amount, from);
      return;
    }
    if (from == this && !accumulators.containsKey(t)) {
      Expr before = adjoints.get(t);
      adjoints.put(t, before == null ? from.atom(amount) : from.atom(Exprs.add(before, amount)));
      return;
    }
    Var sum = accumulators.computeIfAbsent(t, this::accumulator);
    from.reverse(new Stmt.Increment(sum, amount));
  }

  /** A variable that adds up the adjoint, starting with what there is so far. */
  private Var accumulator(Var t) {
    Var sum = names.local("d_" + t.name(), CoreType.REAL);
    Expr before = adjoints.getOrDefault(t, Exprs.ZERO);
    if (reversing) {
      reverse(new Assign(sum, before));
    } else {
      prefix.add(new Assign(sum, before));
    }
    adjoints.put(t, Exprs.read(sum));
    return sum;
  }

  /** The adjoint of a temporary made here; empty if nothing depends on it. */
  Optional<Expr> adjoint(Var t) {
    return Optional.ofNullable(adjoints.get(t));
  }

  /** An atom with the value, named in the reverse list. */
  Expr atom(Expr e) {
    if (Exprs.isAtom(e)) {
      return e;
    }
    Var v = names.local("a", CoreType.REAL);
    reverse(new Assign(v, e));
    return Exprs.read(v);
  }

  /** Marks the adjoint of a variable as zero from here on in the reverse list. */
  void zero(Var v) {
    zeroed.add(v);
  }

  /** Forgets zeros; returns whether this one was. */
  boolean takeZero(Var v) {
    return zeroed.remove(v);
  }

  void forgetZeros() {
    zeroed.clear();
  }

  /** Decides what to save and what to compute again; call once the reverse list is complete. */
  Lists finish() {
    if (kept) {
      return new Lists(joined(prefix, forward), joined(reversePrefix, reverse));
    }
    List<Var> order = new ArrayList<>(made.keySet());
    List<Stmt> saves = new ArrayList<>();
    List<Stmt> restores = new ArrayList<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      Var v = order.get(i);
      if (needed.contains(v)) {
        restore(v, made.get(v), saves, restores);
      }
    }
    List<Stmt> ahead = joined(joined(prefix, forward), saves);
    List<Stmt> pops = new ArrayList<>();
    List<Stmt> again = new ArrayList<>();
    for (Stmt s : restores) {
      if (s instanceof Stmt.Pop || s instanceof Stmt.PopContainer) {
        pops.add(s);
      } else {
        again.add(0, s);
      }
    }
    return new Lists(ahead, joined(joined(pops, again), joined(reversePrefix, reverse)));
  }

  private void restore(Var v, Made value, List<Stmt> saves, List<Stmt> restores) {
    if (value.again()) {
      needs(value.by());
      restores.add(value.by());
    } else if (v.isScalar()) {
      saves.add(0, new Stmt.Push(Exprs.read(v)));
      restores.add(new Stmt.Pop(v));
    } else {
      saves.add(0, new Stmt.PushContainer(v));
      restores.add(new Stmt.PopContainer(v));
    }
  }

  private static List<Stmt> joined(List<Stmt> a, List<Stmt> b) {
    List<Stmt> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }

  /** The finished sweeps. */
  record Lists(List<Stmt> forward, List<Stmt> reverse) {}
}
