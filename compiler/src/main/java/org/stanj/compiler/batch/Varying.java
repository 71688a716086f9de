package org.stanj.compiler.batch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** What differs from iteration to iteration of a loop: scalars, and containers made in it. */
final class Varying {
  private final Set<Var> varying = new HashSet<>();
  private final Set<Var> made = new HashSet<>();
  private final Set<String> reductions;
  private final List<Stmt> body;
  private boolean more = true;

  Varying(Compound.For loop, LoopFacts facts) {
    reductions = Set.copyOf(facts.reductions());
    varying.add(loop.index());
    loop.body().forEach(s -> s.walk(this::note));
    body = loop.body();
    while (more) {
      more = false;
      list(body, false);
    }
  }

  private void note(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      made.add(d.variable());
    }
    Variables.defined(s).stream().filter(v -> reductions.contains(v.name())).forEach(varying::add);
  }

  /** Whether iterations only add to the scalar. */
  boolean isReduction(Var v) {
    return reductions.contains(v.name());
  }

  boolean isVarying(Var v) {
    return varying.contains(v);
  }

  /** Whether the loop makes the container. */
  boolean isMade(Var v) {
    return made.contains(v);
  }

  /** Whether each iteration has its own. */
  boolean isOwn(Var v) {
    return made.contains(v) && varying.contains(v);
  }

  /** Whether containers of the type can be had one for each iteration. */
  static boolean canBeOwn(CoreType type) {
    return type.equals(CoreType.REALS);
  }

  /** Whether the expression may differ; the size of a container of an iteration does not. */
  boolean isVarying(Expr e) {
    boolean[] found = {false};
    e.walk(
        x -> {
          if (x instanceof Expr.Read r) {
            found[0] |= varying.contains(r.variable());
          } else if (x instanceof Expr.Load l) {
            found[0] |= varying.contains(l.container());
          }
        });
    return found[0];
  }

  private boolean isVarying(List<Expr> es) {
    return es.stream().anyMatch(this::isVarying);
  }

  /**
   * Notes what stretches make: each iteration does so for itself, even where all make the same.
   *
   * @return whether there was more than was known
   */
  boolean addMadeIn(List<Piece.Stretch> stretches) {
    more = false;
    for (Piece.Stretch stretch : stretches) {
      for (Stmt s : stretch.steps()) {
        s.walk(
            t -> {
              Variables.defined(t).forEach(this::add);
              Variables.elementsWritten(t).forEach(v -> element(v, true));
            });
      }
    }
    boolean found = more;
    while (more) {
      more = false;
      list(body, false);
    }
    return found;
  }

  /** Notes a scalar that may differ. */
  void add(Var v) {
    more |= varying.add(v);
  }

  private void list(List<Stmt> body, boolean under) {
    body.forEach(s -> statement(s, under));
  }

  private void statement(Stmt s, boolean under) {
    if (s instanceof Compound.If i) {
      boolean inside = under || isVarying(i.test());
      list(i.yes(), inside);
      list(i.no(), inside);
    } else if (s instanceof Stmt.Store t) {
      element(t.container(), under || isVarying(t.at()) || isVarying(t.value()));
    } else if (s instanceof Stmt.Accumulate t) {
      element(t.container(), under || isVarying(t.at()) || isVarying(t.value()));
    } else if (s instanceof Stmt.Copy c) {
      element(c.to(), under || varying.contains(c.from()));
    } else {
      boolean[] differs = {under};
      s.forEachExpression(e -> differs[0] |= isVarying(e));
      Variables.containersRead(s).forEach(v -> differs[0] |= varying.contains(v));
      if (differs[0] && !(s instanceof Stmt.Declare)) {
        Variables.defined(s).forEach(this::add);
        Variables.elementsWritten(s).forEach(v -> element(v, true));
      }
      s.forEachBody(b -> list(b, under));
    }
  }

  private void element(Var container, boolean differs) {
    if (differs && made.contains(container)) {
      add(container);
    }
  }
}
