package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Finds containers that a loop makes and fills anew in each iteration with the same elements, such
 * as the factor of a covariance matrix. What makes and fills them can stand before the loop: it
 * throws nothing and does nothing else.
 */
final class InvariantContainers {
  private final MotionFacts facts;
  private final Preheader preheader;
  private final Set<Object> written;
  private final List<Stmt> body;
  private final List<Effects> effects = new ArrayList<>();

  /** Where the candidates are made, and those that are left. */
  private final Map<Var, Integer> made = new HashMap<>();

  private InvariantContainers(
      List<Stmt> body, MotionFacts facts, Preheader preheader, Set<Object> written) {
    this.facts = facts;
    this.preheader = preheader;
    this.written = written;
    this.body = body;
  }

  /**
   * The statements that may go, in their order.
   *
   * @param body of the loop, which runs to its end in each iteration
   * @param written what the loop writes
   */
  static List<Stmt> of(
      List<Stmt> body, MotionFacts facts, Preheader preheader, Set<Object> written) {
    InvariantContainers pass = new InvariantContainers(body, facts, preheader, written);
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i) instanceof Stmt.Declare d && pass.mayMove(d)) {
        pass.made.put(d.variable(), i);
      }
    }
    return pass.made.isEmpty() ? List.of() : pass.moved();
  }

  private boolean mayMove(Stmt.Declare d) {
    return facts.isFixed(d.variable())
        && d.sizes().stream().map(preheader::traits).allMatch(t -> t.invariant() && !t.late());
  }

  private List<Stmt> moved() {
    body.forEach(s -> effects.add(Effects.of(List.of(s), facts.aliases, facts.visibleFunctions)));
    Set<Integer> all = going();
    while (removesAny(all)) {
      all = going();
    }
    Set<Integer> going = all;
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      if (going.contains(i)) {
        out.add(body.get(i));
      }
    }
    // Making a container that is filled in the iterations is no gain.
    return out.stream().allMatch(s -> s instanceof Stmt.Declare) ? List.of() : out;
  }

  private boolean removesAny(Set<Integer> going) {
    return made.keySet().removeIf(v -> !isWhole(v, going));
  }

  /** The statements that make and fill the candidates, and do nothing else. */
  private Set<Integer> going() {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < body.size(); i++) {
      Stmt s = body.get(i);
      if (s instanceof Stmt.Declare d ? made.containsKey(d.variable()) : fills(s, i)) {
        found.add(i);
      }
    }
    return found;
  }

  /** Whether all that writes a candidate goes, before anything that stays reads it. */
  private boolean isWhole(Var v, Set<Integer> going) {
    Object elements = new Effects.Elements(facts.aliases.storage(v));
    boolean filled = false;
    boolean read = false;
    for (int i = 0; i < body.size(); i++) {
      boolean writes = effects.get(i).writes().contains(elements);
      boolean goes = going.contains(i);
      if (writes && (!goes || read)) {
        return false;
      }
      filled |= writes && i != made.get(v);
      read |= !goes && effects.get(i).reads().contains(elements);
    }
    return filled;
  }

  private boolean fills(Stmt s, int place) {
    boolean plain =
        s instanceof Stmt.Copy c
            ? facts.ranges.haveSameSizes(c.to(), c.from())
            : s instanceof Stmt.Kernel k ? isTotal(k) : s instanceof Compound.For f && isPlain(f);
    if (!plain) {
      return false;
    }
    Set<Object> own = effects.get(place).writes();
    boolean fits = true;
    for (Object what : own) {
      fits &=
          what instanceof Effects.Elements e ? isCandidate(e.storage()) : isOwn((Var) what, place);
    }
    for (Object what : effects.get(place).reads()) {
      boolean candidate =
          what instanceof Effects.Elements e
              ? isCandidate(e.storage())
              : made.containsKey((Var) what);
      fits &= own.contains(what) || candidate || !written.contains(what);
    }
    return fits;
  }

  private boolean isCandidate(Var storage) {
    return made.keySet().stream().anyMatch(v -> facts.aliases.storage(v).equals(storage));
  }

  /** Whether a scalar is used in this statement only. */
  private boolean isOwn(Var v, int place) {
    boolean own = facts.isFixed(v);
    for (int i = 0; own && i < body.size(); i++) {
      own = i == place || !effects.get(i).reads().contains(v);
    }
    return own && v.isScalar();
  }

  private boolean isTotal(Stmt.Kernel k) {
    List<Var> containers = new ArrayList<>();
    boolean only = k.method().total() && k.result().isEmpty();
    for (Operand o : k.arguments()) {
      only &= o instanceof Operand.Container;
      if (o instanceof Operand.Container c) {
        containers.add(c.variable());
      }
    }
    return only && facts.ranges.haveOneSize(containers);
  }

  /** Loops over stores whose elements are all in range. */
  private boolean isPlain(Compound.For f) {
    int mark = facts.ranges.mark();
    facts.ranges.enter(f);
    boolean plain = isInRange(f.from()) && isInRange(f.to());
    for (Stmt s : f.body()) {
      boolean[] fine = {true};
      s.forEachExpression(e -> fine[0] &= isInRange(e));
      if (s instanceof Compound.For inner) {
        plain &= isPlain(inner);
      } else if (s instanceof Stmt.Store t) {
        plain &= fine[0] && facts.ranges.inRange(new Expr.Load(t.container(), t.at()));
      } else {
        plain &= fine[0] && (s instanceof Stmt.Assign || s instanceof Stmt.Increment);
      }
    }
    facts.ranges.release(mark);
    return plain;
  }

  private boolean isInRange(Expr e) {
    boolean[] fine = {true};
    e.walk(
        x -> {
          fine[0] &= !(x instanceof Expr.Load l && !facts.ranges.inRange(l));
          fine[0] &= !(x instanceof Expr.HasInit);
          fine[0] &= !(x instanceof Expr.Apply a && a.hasEffect());
          fine[0] &= !(x instanceof Expr.Operation o && o.kind() == Kind.INT && divides(o));
        });
    return fine[0];
  }

  private static boolean divides(Expr.Operation o) {
    return switch (o.operator()) {
      case DIVIDE_INT, MODULO_INT -> true;
      default -> false;
    };
  }

  /** What the statements define or write is no longer written in the loop. */
  static Set<Object> settled(List<Stmt> moved, MotionFacts facts) {
    Set<Object> settled = new HashSet<>();
    for (Stmt s : moved) {
      settled.addAll(Effects.of(List.of(s), facts.aliases, facts.visibleFunctions).writes());
      s.walk(t -> settled.addAll(Variables.defined(t)));
    }
    return settled;
  }
}
