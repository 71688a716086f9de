package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.EarlyReads;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * What one stretch of an iteration hands to another, or to itself the next time: reals and
 * conditions in a buffer, and ints that are made of data are made again.
 */
final class Across {
  private final Varying varying;
  private final Names names;
  private final Map<Var, List<Stmt.Assign>> assignments = new HashMap<>();
  private final Set<Var> early = new LinkedHashSet<>();

  /** Where each that crosses is kept. */
  private final Map<Var, Var> kept = new LinkedHashMap<>();

  private Optional<String> obstacle = Optional.empty();

  Across(Compound.For loop, List<Piece> pieces, Varying varying, Names names) {
    this.varying = varying;
    this.names = names;
    Piece.walk(pieces, this::note);
    for (Piece.Stretch stretch : Piece.stretches(pieces)) {
      Set<Var> all = new LinkedHashSet<>();
      stretch.steps().forEach(s -> s.walk(t -> scalars(t, all)));
      all.remove(loop.index());
      all.retainAll(EarlyReads.in(stretch.steps()));
      early.addAll(all);
    }
    early.forEach(this::keep);
  }

  Optional<String> obstacle() {
    return obstacle;
  }

  private void note(Piece p) {
    if (p instanceof Piece.Stretch s) {
      s.steps().forEach(t -> t.walk(this::note));
    } else if (p instanceof Piece.Once o) {
      o.statement().walk(this::note);
    } else if (p instanceof Piece.Kernel k) {
      early.addAll(k.scalars());
      k.kernel().result().ifPresent(early::add);
    }
  }

  private void note(Stmt s) {
    if (s instanceof Stmt.Assign a) {
      assignments.computeIfAbsent(a.variable(), k -> new ArrayList<>()).add(a);
    }
  }

  private void scalars(Stmt s, Set<Var> into) {
    Set<Var> all = new LinkedHashSet<>(Stages.reads(s));
    all.addAll(Variables.defined(s));
    all.stream()
        .filter(v -> v.isScalar() && varying.isVarying(v) && !varying.isReduction(v))
        .forEach(into::add);
  }

  private void keep(Var v) {
    List<Stmt.Assign> all = assignments.getOrDefault(v, List.of());
    if (isAgain(v)) {
      return;
    }
    boolean can = v.isReal() || all.stream().allMatch(a -> Body.isTruth(a.value()));
    if (!can) {
      obstacle = Optional.of(v.name() + " is an int that differs and is handed on");
    }
    kept.put(v, names.local(v.name() + "_across", CoreType.REAL));
  }

  /** The variable for what is kept of this one. */
  Var place(Var v) {
    return Objects.requireNonNull(kept.get(v));
  }

  /** Variables for what is kept. */
  List<Var> places() {
    return List.copyOf(kept.values());
  }

  /** Whether an int is made of data and the number of the iteration alone. */
  private boolean isAgain(Var v) {
    List<Stmt.Assign> all = assignments.getOrDefault(v, List.of());
    return !v.isReal() && all.size() == 1 && isAgain(all.get(0).value());
  }

  private boolean isAgain(Expr e) {
    boolean[] again = {true};
    e.walk(
        x -> {
          if (x instanceof Expr.Read r) {
            again[0] &= !assignments.containsKey(r.variable()) || isAgain(r.variable());
          } else if (x instanceof Expr.Load l) {
            again[0] &= l.container().storage() == Var.Storage.FIELD;
          } else {
            again[0] &= !(x instanceof Expr.Apply);
          }
        });
    return again[0];
  }

  /** A stretch with what it takes over before it, and what it hands on behind it. */
  List<Stmt> around(List<Stmt> steps, Buffers buffers) {
    Set<Var> used = new LinkedHashSet<>();
    steps.forEach(s -> s.walk(t -> scalars(t, used)));
    Set<Var> changed = new HashSet<>();
    steps.forEach(s -> s.walk(t -> changed.addAll(Variables.defined(t))));
    List<Stmt> out = new ArrayList<>();
    for (Var v : used) {
      if (!v.isReal() && early.contains(v) && isAgain(v)) {
        again(v, changed, out);
      }
    }
    Set<Var> taken = taken(steps, used);
    for (Var v : used) {
      if (kept.containsKey(v) && (taken.contains(v) || !changed.contains(v))) {
        Expr held = buffers.load(kept.get(v));
        Expr value = v.isReal() ? held : Exprs.op(Operator.NOT_EQUAL, held, Exprs.ZERO);
        out.add(new Stmt.Assign(v, value));
      }
    }
    out.addAll(steps);
    for (Var v : used) {
      if (kept.containsKey(v) && changed.contains(v)) {
        Expr value = v.isReal() ? Exprs.read(v) : Exprs.toReal(Exprs.read(v));
        out.add(buffers.store(kept.get(v), value, 0));
      }
    }
    return out;
  }

  private void again(Var v, Set<Var> made, List<Stmt> out) {
    if (!made.add(v)) {
      return;
    }
    Stmt.Assign a = assignments.get(v).get(0);
    for (Var x : Variables.in(a.value())) {
      if (assignments.containsKey(x)) {
        again(x, made, out);
      }
    }
    out.add(a);
  }

  /** What a stretch does not give a value in all cases, or uses before. */
  private Set<Var> taken(List<Stmt> steps, Set<Var> used) {
    List<Stmt> all = new ArrayList<>(steps);
    used.forEach(v -> all.add(new Stmt.Assign(v, Exprs.read(v))));
    return EarlyReads.in(all);
  }
}
