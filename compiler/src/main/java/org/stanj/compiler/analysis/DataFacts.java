package org.stanj.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * What bind makes sure of: sizes of fields, and bounds of ints. It rejects data that break them, so
 * that they hold wherever a bound model is used.
 */
public final class DataFacts {
  private final Definitions definitions;

  /** Containers that are filled from data where they have been made. */
  private final Set<Var> filled = new HashSet<>();

  private final Map<Var, List<Expr>> sizes = new HashMap<>();
  private final List<Expr> scalars = new ArrayList<>();
  private final Map<Var, List<Expr>> elements = new HashMap<>();

  /** What stands for any element in the conditions on elements. */
  static final Var ELEMENT = Var.local("element", CoreType.INT);

  private DataFacts(List<Stmt> bind) {
    definitions = new Definitions(bind);
    bind.forEach(s -> s.walk(this::fill));
    bind.forEach(s -> s.walk(this::note));
    conditions(bind);
  }

  /** The facts of a program; none if it has no bind. */
  public static DataFacts of(CoreProgram program) {
    CoreFunction bind = program.functions().get(Entries.BIND);
    return bind == null ? none() : new DataFacts(bind.body());
  }

  /** No facts. */
  public static DataFacts none() {
    return new DataFacts(List.of());
  }

  /** Sizes of the fields that are made at one place, in terms of fixed fields. */
  Map<Var, List<Expr>> sizes() {
    return sizes;
  }

  /** Conditions that hold of int fields. */
  List<Expr> scalars() {
    return scalars;
  }

  /** Conditions that hold of each element of a field, written with {@link #ELEMENT}. */
  List<Expr> elements(Var field) {
    return elements.getOrDefault(field, List.of());
  }

  private boolean isFixed(Var v) {
    return v.storage() == Var.Storage.FIELD && definitions.count(v) == (filled.contains(v) ? 2 : 1);
  }

  private void fill(Stmt s) {
    if (s instanceof Stmt.ReadData r && !r.variable().isScalar()) {
      filled.add(r.variable());
    }
  }

  private void note(Stmt s) {
    if (s instanceof Stmt.Declare d && isFixed(d.variable()) && areFixed(d.sizes())) {
      sizes.put(d.variable(), d.sizes());
    } else if (s instanceof Stmt.View v && isFixed(v.variable()) && areFixed(v.sizes())) {
      sizes.put(v.variable(), v.sizes());
    }
  }

  private boolean areFixed(List<Expr> all) {
    boolean[] fixed = {true};
    all.forEach(
        e ->
            e.walk(
                x ->
                    fixed[0] &=
                        !(x instanceof Expr.Load)
                            && !(x instanceof Expr.Read r && !isFixed(r.variable()))
                            && !(x instanceof Expr.Dim d && !isFixed(d.container()))));
    return fixed[0];
  }

  private void conditions(List<Stmt> body) {
    Set<Var> views = new HashSet<>();
    body.forEach(
        s ->
            s.walk(
                t -> {
                  if (t instanceof Stmt.View v) {
                    views.add(v.variable());
                  }
                }));
    for (Stmt s : body) {
      s.walk(t -> forget(t, views));
      if (s instanceof Stmt.Assign a && a.value().kind() == Kind.INT && isFixed(a.variable())) {
        Expr same = Exprs.op(Operator.EQUAL_INT, Exprs.read(a.variable()), a.value());
        Optional.of(same).filter(e -> areFixed(List.of(e))).ifPresent(scalars::add);
      }
      if (s instanceof Compound.If i) {
        passed(i).filter(e -> areFixed(List.of(e))).ifPresent(scalars::add);
      } else if (s instanceof Compound.For f) {
        loop(f);
      }
    }
  }

  /** Forgets what is known of elements that are written again. */
  private void forget(Stmt s, Set<Var> views) {
    for (Var v : Variables.elementsWritten(s)) {
      elements.remove(v);
      if (views.contains(v)) {
        elements.clear();
      }
    }
  }

  /** What holds behind a check. */
  private static Optional<Expr> passed(Compound.If i) {
    return i.isCheck() ? Optional.of(Exprs.not(i.test())) : Optional.empty();
  }

  /** Loops over all elements of a container that check each. */
  private void loop(Compound.For outer) {
    List<Compound.For> nest = new ArrayList<>(List.of(outer));
    List<Stmt> body = outer.body();
    while (body.size() == 1 && body.get(0) instanceof Compound.For f) {
      nest.add(f);
      body = f.body();
    }
    boolean element =
        !body.isEmpty()
            && body.get(0) instanceof Stmt.Assign a
            && a.value() instanceof Expr.Load l
            && l.kind() == Kind.INT
            && coversAll(l, nest);
    if (!element) {
      return;
    }
    Stmt.Assign a = (Stmt.Assign) body.get(0);
    Var container = ((Expr.Load) a.value()).container();
    for (Stmt s : body.subList(1, body.size())) {
      Optional<Expr> holds = s instanceof Compound.If i ? passed(i) : Optional.empty();
      holds
          .map(e -> Variables.rename(e, v -> v.equals(a.variable()) ? ELEMENT : v))
          .filter(this::isOfElement)
          .ifPresent(e -> elements.computeIfAbsent(container, k -> new ArrayList<>()).add(e));
    }
  }

  private boolean isOfElement(Expr e) {
    return areFixed(
        List.of(
            e.rewriteBottomUp(
                x ->
                    x instanceof Expr.Read r && r.variable().equals(ELEMENT)
                        ? Exprs.integer(0)
                        : x)));
  }

  private boolean coversAll(Expr.Load l, List<Compound.For> nest) {
    List<Expr> known = sizes.get(l.container());
    boolean all = known != null && l.at().size() == nest.size() && known.size() == nest.size();
    for (int d = 0; all && d < nest.size(); d++) {
      Compound.For f = nest.get(d);
      Expr last = Exprs.addInt(known.get(d), Exprs.integer(-1));
      all =
          l.at().get(d).equals(Exprs.read(f.index()))
              && Exprs.isInt(f.from(), 0)
              && LinearIndex.same(f.to(), last);
    }
    return all;
  }
}
