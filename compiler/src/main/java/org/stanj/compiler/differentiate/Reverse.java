package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.analysis.Activity;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Compound.Profile.Part;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Stmt.Assign;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Writes the forward and the reverse sweep of one function body.
 *
 * <p>A statement that only adds to the target is reversed where it stands ({@link #mayFuse}): the
 * adjoint of the target is known beforehand. All else is reversed after the whole forward sweep.
 */
final class Reverse {
  final Activity flow;
  final Writes writes;
  final Names names;
  final Derivatives derivatives;

  /** The adjoint of the target: 1, or what the caller of this function gives. */
  final Expr seed;

  private final Map<Var, Integer> definitions;
  private final Recompute recompute;
  private final Map<Var, Var> containerAdjoints = new HashMap<>();
  private final Map<Var, Var> scalarAdjoints = new HashMap<>();
  private final Sweep whole;
  private final Operations operations;
  private final Calls calls;

  /** Whether both sweeps of what is being written run in one place. */
  private boolean together;

  Reverse(
      List<Stmt> body,
      Activity flow,
      Names names,
      Derivatives derivatives,
      VjpNames functions,
      Expr seed) {
    this.flow = flow;
    this.names = names;
    this.derivatives = derivatives;
    this.seed = seed;
    this.writes = new Writes(body, flow);
    this.definitions = Temporaries.definitions(body);
    this.recompute = new Recompute(writes, definitions);
    this.whole = new Sweep(Optional.empty(), Optional.empty(), true, names);
    this.operations = new Operations(this);
    this.calls = new Calls(this, functions);
  }

  /** Names the container that receives the adjoint of a parameter. */
  void adjointOf(Var parameter, Var adjoint) {
    containerAdjoints.put(parameter, adjoint);
  }

  /** Both sweeps, one after the other; {@code atTurn} stands between them. */
  List<Stmt> sweeps(List<Stmt> body, List<Stmt> atTurn) {
    List<Runnable> back = forward(body, whole);
    whole.startReverse();
    atTurn.forEach(whole::reverse);
    turn(back);
    Sweep.Lists lists = whole.finish();
    List<Stmt> all = new ArrayList<>(lists.forward());
    all.addAll(lists.reverse());
    return all;
  }

  private static void turn(List<Runnable> back) {
    for (int i = back.size() - 1; i >= 0; i--) {
      back.get(i).run();
    }
  }

  /** Emits the forward code; returns what emits the reverse code, to be run backwards. */
  private List<Runnable> forward(List<Stmt> body, Sweep sweep) {
    List<Runnable> back = new ArrayList<>();
    for (Stmt s : body) {
      int start = back.size();
      sweep.on(s.line());
      statement(s, sweep, back);
      for (int i = start; i < back.size(); i++) {
        back.set(i, onLine(together ? s.line() : -s.line(), back.get(i), sweep));
      }
    }
    return back;
  }

  private static Runnable onLine(int line, Runnable reverse, Sweep sweep) {
    return () -> {
      sweep.on(line);
      reverse.run();
    };
  }

  private void statement(Stmt s, Sweep sweep, List<Runnable> back) {
    if (mayFuse(s, sweep)) {
      fused(s, sweep);
    } else if (s instanceof Compound.Region r) {
      back.addAll(forward(r.body(), sweep));
    } else if (s instanceof Compound.If i) {
      branch(i, sweep, back);
      leaving(s, sweep);
    } else if (s instanceof Compound.For f) {
      counted(f, sweep, back);
      leaving(s, sweep);
    } else if (s instanceof Compound.While w) {
      repeated(w, sweep, back);
      leaving(s, sweep);
    } else if (s instanceof Compound.Profile p) {
      profile(p, sweep, back);
      leaving(s, sweep);
    } else {
      simple(s, sweep, back);
    }
  }

  /** Containers that get their last name in the statement and are used behind it belong here. */
  private void leaving(Stmt s, Sweep sweep) {
    for (Var v : writes.leaving(s)) {
      if (!escapes(v, sweep)) {
        sweep.made(v, s, false);
        if (flow.isActive(v)) {
          room(v, Calls.dims(v), sweep);
        }
      }
    }
  }

  /** Whether a container is used outside the statement whose body is being written. */
  boolean escapes(Var v, Sweep sweep) {
    return !v.isScalar() && sweep.around().map(s -> !writes.holds(s, v)).orElse(false);
  }

  private void simple(Stmt s, Sweep sweep, List<Runnable> back) {
    if (s instanceof Stmt.Call || s instanceof Stmt.Kernel || s instanceof Stmt.ParallelSum) {
      calls.statement(s, sweep, back);
      return;
    }
    if (s instanceof Stmt.AddTarget t) {
      sweep.forward(new Stmt.Increment(Target.VARIABLE, t.value()));
    } else {
      sweep.forward(s);
    }
    record(s, sweep);
    back.add(() -> operations.reverse(s, sweep));
  }

  /** Remembers what a statement makes, and makes room for the adjoints of its containers. */
  void record(Stmt s, Sweep sweep) {
    for (Var v : Variables.defined(s)) {
      if (definitions.getOrDefault(v, 0) == 1 && !escapes(v, sweep)) {
        sweep.made(v, s, recompute.again(s));
      }
    }
    if (s instanceof Stmt.Declare d && flow.isActive(d.variable())) {
      room(d.variable(), d.sizes(), sweep);
    } else if (s instanceof Stmt.View v && flow.isActive(v.variable())) {
      view(v, sweep);
    }
  }

  /**
   * The adjoint of a part is that part of the adjoint, or room that nobody reads if the container
   * carries none and shares the name with one that does. A name that leaves its branch or loop may
   * stand for several containers: its adjoint is room of its own, which the reverse adds to theirs.
   */
  private void view(Stmt.View v, Sweep sweep) {
    if (escapes(v.variable(), sweep)) {
      return;
    }
    if (!flow.isActive(v.of())) {
      room(v.variable(), v.sizes(), sweep);
      return;
    }
    Stmt view = new Stmt.View(adjoint(v.variable()), adjoint(v.of()), v.offset(), v.sizes());
    if (sweep.kept()) {
      sweep.forward(view);
    } else {
      sweep.reverseFirst(view);
    }
  }

  /** Declares the adjoint of a container, all zero. */
  void room(Var container, List<Expr> sizes, Sweep sweep) {
    if (escapes(container, sweep)) {
      return;
    }
    Stmt room = new Stmt.Declare(adjoint(container), sizes, Stmt.Fill.ZERO);
    if (sweep.kept()) {
      sweep.forward(room);
    } else {
      sweep.reverseFirst(room);
    }
  }

  /** The container that holds the adjoints of a container's elements. */
  Var adjoint(Var container) {
    return containerAdjoints.computeIfAbsent(
        container, c -> names.local("d_" + c.name(), c.type()));
  }

  /** The variable that holds the adjoint of a scalar variable with several definitions. */
  Var scalarAdjoint(Var v) {
    return scalarAdjoints.computeIfAbsent(
        v,
        k -> {
          Var d = names.local("d_" + k.name(), CoreType.REAL);
          whole.first(new Assign(d, Exprs.ZERO));
          return d;
        });
  }

  /**
   * Whether a container is made, and written by the statement, equally often: then its adjoint is
   * not asked for again once the statement has been reversed.
   */
  boolean isWrittenOnce(Var container, Stmt by) {
    return writes.isOnlyWriter(container) && !writes.writtenAfter(container, by);
  }

  boolean isTemporary(Var v) {
    return definitions.getOrDefault(v, 0) <= 1;
  }

  /** Adds to the adjoint of an atom. */
  void add(Expr atom, Expr amount, Sweep sweep) {
    if (!(atom instanceof Expr.Read r) || !flow.isActive(r.variable())) {
      return;
    }
    Var v = r.variable();
    if (isTemporary(v)) {
      sweep.add(v, amount, sweep);
      return;
    }
    Var d = scalarAdjoint(v);
    sweep.reverse(sweep.takeZero(v) ? new Assign(d, amount) : new Stmt.Increment(d, amount));
  }

  /**
   * Whether the reverse of a statement can run right after it: it writes nothing that lives outside
   * it but the target, and what it reads is not written later.
   */
  private boolean mayFuse(Stmt s, Sweep sweep) {
    boolean loop = s instanceof Compound.For || s instanceof Compound.While;
    boolean worth = (loop || sweep == whole) && !(s instanceof Stmt.Simple);
    if (!worth || !sweep.allKept()) {
      return false;
    }
    boolean[] adds = {false};
    s.walk(t -> adds[0] |= t instanceof Stmt.AddTarget);
    if (!adds[0]) {
      return false;
    }
    for (Var v : writes.changedIn(s)) {
      if (flow.isActive(v) && !writes.isLocalTo(v, s)) {
        return false;
      }
    }
    for (Var v : Needs.of(s)) {
      if (flow.isActive(v) && !writes.isLocalTo(v, s) && writes.writtenAfter(v, s)) {
        return false;
      }
    }
    return true;
  }

  /** Both sweeps of a statement where it stands. */
  private void fused(Stmt s, Sweep sweep) {
    boolean before = together;
    together = true;
    if (s instanceof Compound.For f) {
      List<Stmt> body = bothSweeps(f.body(), sweep, s);
      sweep.forward(new Compound.For(f.index(), f.from(), f.to(), f.down(), body, f.facts()));
    } else if (s instanceof Compound.While w) {
      sweep.forward(new Compound.While(w.test(), bothSweeps(w.body(), sweep, s)));
    } else if (s instanceof Compound.If i) {
      List<Stmt> yes = bothSweeps(i.yes(), sweep, s);
      sweep.forward(new Compound.If(i.test(), yes, bothSweeps(i.no(), sweep, s)));
    } else if (s instanceof Compound.Profile p) {
      sweep.forward(new Compound.Profile(p.name(), Part.FORWARD, bothSweeps(p.body(), sweep, s)));
    } else {
      sweep.forward(s.mapBodies(b -> bothSweeps(b, sweep, s)));
    }
    together = before;
  }

  private List<Stmt> bothSweeps(List<Stmt> body, Sweep outer, Stmt around) {
    List<Stmt> inner = body;
    boolean region = body.size() == 1 && body.get(0) instanceof Compound.Region;
    if (region) {
      inner = ((Compound.Region) body.get(0)).body();
    }
    Sweep sweep = new Sweep(Optional.of(outer), Optional.of(around), true, names);
    List<Runnable> back = forward(inner, sweep);
    sweep.startReverse();
    markZeros(sweep, around);
    turn(back);
    Sweep.Lists lists = sweep.finish();
    List<Stmt> all = new ArrayList<>(lists.forward());
    all.addAll(lists.reverse());
    return makesRoom(all) || region ? List.of(new Compound.Region(all)) : all;
  }

  /**
   * Variables that first get a value in the statement have adjoint zero where its reverse starts.
   */
  private void markZeros(Sweep sweep, Stmt around) {
    for (Var v : Writes.writtenIn(around)) {
      boolean variable = v.isScalar() && definitions.getOrDefault(v, 0) > 1;
      if (variable && flow.isActive(v) && writes.bornIn(v, around)) {
        sweep.zero(v);
      }
    }
  }

  private static boolean makesRoom(List<Stmt> body) {
    return body.stream().anyMatch(s -> s instanceof Stmt.Declare);
  }

  private void branch(Compound.If i, Sweep sweep, List<Runnable> back) {
    Sweep yes = new Sweep(Optional.of(sweep), Optional.of(i), sweep.kept(), names);
    Sweep no = new Sweep(Optional.of(sweep), Optional.of(i), sweep.kept(), names);
    List<Runnable> backYes = forward(i.yes(), yes);
    List<Runnable> backNo = forward(i.no(), no);
    Hole hole = new Hole(sweep);
    back.add(
        () -> {
          Sweep.Lists a = reversed(yes, backYes);
          Sweep.Lists b = reversed(no, backNo);
          hole.fill(new Compound.If(i.test(), a.forward(), b.forward()));
          nested(new Compound.If(i.test(), a.reverse(), b.reverse()), sweep, true);
        });
  }

  private Sweep.Lists reversed(Sweep sweep, List<Runnable> back) {
    sweep.startReverse();
    turn(back);
    return sweep.finish();
  }

  private static void nested(Stmt s, Sweep sweep, boolean any) {
    boolean[] empty = {true};
    s.forEachBody(b -> empty[0] &= b.isEmpty());
    if (any && empty[0]) {
      return;
    }
    sweep.reverseAround(s);
    sweep.forgetZeros();
  }

  private void counted(Compound.For f, Sweep sweep, List<Runnable> back) {
    Sweep inner = new Sweep(Optional.of(sweep), Optional.of(f), false, names);
    List<Runnable> backInner = forward(f.body(), inner);
    Hole hole = new Hole(sweep);
    back.add(
        () -> {
          Sweep.Lists lists = reversed(inner, backInner);
          hole.fill(
              new Compound.For(f.index(), f.from(), f.to(), f.down(), lists.forward(), f.facts()));
          if (!lists.reverse().isEmpty()) {
            List<Stmt> body = iteration(lists.reverse());
            nested(
                new Compound.For(f.index(), f.from(), f.to(), !f.down(), body, LoopFacts.UNKNOWN),
                sweep,
                false);
          }
        });
  }

  private static List<Stmt> iteration(List<Stmt> reverse) {
    return makesRoom(reverse) ? List.of(new Compound.Region(reverse)) : reverse;
  }

  private void repeated(Compound.While w, Sweep sweep, List<Runnable> back) {
    Sweep inner = new Sweep(Optional.of(sweep), Optional.of(w), false, names);
    List<Runnable> backInner = forward(w.body(), inner);
    Var count = names.local("rounds", CoreType.INT);
    Var rounds = names.local("all_rounds", CoreType.INT);
    sweep.forward(new Assign(count, Exprs.integer(0)));
    Hole hole = new Hole(sweep);
    Stmt total = new Assign(rounds, Exprs.read(count));
    sweep.forward(total);
    sweep.made(rounds, total, false);
    back.add(
        () -> {
          Sweep.Lists lists = reversed(inner, backInner);
          List<Stmt> body = new ArrayList<>(lists.forward());
          body.add(new Assign(count, Exprs.addInt(Exprs.read(count), Exprs.integer(1))));
          hole.fill(new Compound.While(w.test(), body));
          if (!lists.reverse().isEmpty()) {
            Var i = names.local("round", CoreType.INT);
            nested(
                new Compound.For(
                    i,
                    Exprs.integer(1),
                    Exprs.read(rounds),
                    true,
                    iteration(lists.reverse()),
                    LoopFacts.UNKNOWN),
                sweep,
                false);
          }
        });
  }

  private void profile(Compound.Profile p, Sweep sweep, List<Runnable> back) {
    Sweep inner = new Sweep(Optional.of(sweep), Optional.of(p), sweep.kept(), names);
    List<Runnable> backInner = forward(p.body(), inner);
    Hole hole = new Hole(sweep);
    back.add(
        () -> {
          Sweep.Lists lists = reversed(inner, backInner);
          hole.fill(new Compound.Profile(p.name(), Part.FORWARD, lists.forward()));
          nested(new Compound.Profile(p.name(), Part.REVERSE, lists.reverse()), sweep, true);
        });
  }

  /** A place in a forward list whose statement is only known once the reverse has been written. */
  private static final class Hole {
    private final Sweep sweep;
    private final int at;

    Hole(Sweep sweep) {
      this.sweep = sweep;
      this.at = sweep.leaveHole();
    }

    void fill(Stmt s) {
      sweep.fillHole(at, s);
    }
  }
}
