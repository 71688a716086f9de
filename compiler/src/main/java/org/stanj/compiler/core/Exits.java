package org.stanj.compiler.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Compound.For;
import org.stanj.compiler.core.Compound.If;
import org.stanj.compiler.core.Compound.Region;
import org.stanj.compiler.core.Compound.While;
import org.stanj.compiler.core.Stmt.Assign;
import org.stanj.compiler.core.Stmt.Break;
import org.stanj.compiler.core.Stmt.Continue;
import org.stanj.compiler.core.Stmt.Reject;
import org.stanj.compiler.core.Stmt.Return;
import org.stanj.compiler.core.Stmt.View;

/**
 * Makes every list of statements end at its end: early returns, breaks and continues become flags
 * and tests.
 *
 * <p>Where a branch always leaves, the statements after it move into the other branch and no flag
 * is needed. A counted loop that is left early becomes a while loop with a flag.
 */
public final class Exits {
  private final Names names;
  private final Optional<Var> result;

  private Exits(Names names, Optional<Var> result) {
    this.names = names;
    this.result = result;
  }

  /**
   * Statements without early exits; returns become assignments to {@code result} (scalars) or views
   * under its name (containers).
   */
  public static List<Stmt> normalise(List<Stmt> body, Optional<Var> result, Names names) {
    List<Stmt> withoutJumps = LoopJumps.remove(body, names);
    return new Exits(names, result).list(withoutJumps, Optional.empty());
  }

  /** Whether a statement itself goes elsewhere: a return, break or continue. */
  public static boolean isExit(Stmt s) {
    return s instanceof Return || s instanceof Break || s instanceof Continue;
  }

  /** Whether control never goes on behind the statement itself: such an exit, or a rejection. */
  public static boolean isEnd(Stmt s) {
    return isExit(s) || s instanceof Reject;
  }

  /** Whether a statement may leave the list it stands in. */
  public static boolean mayLeave(Stmt s) {
    return mayLeave(s, false);
  }

  private static boolean mayLeave(Stmt s, boolean inLoop) {
    if (s instanceof Return) {
      return true;
    }
    if (s instanceof Break || s instanceof Continue) {
      return !inLoop;
    }
    boolean loop = inLoop || s instanceof For || s instanceof While;
    boolean[] found = {false};
    s.forEachBody(body -> body.forEach(t -> found[0] |= mayLeave(t, loop)));
    return found[0];
  }

  private static boolean returns(Stmt s) {
    boolean[] found = {false};
    s.walk(t -> found[0] |= t instanceof Return);
    return found[0];
  }

  /** Whether control never reaches the end of the list. */
  private static boolean alwaysLeaves(List<Stmt> body) {
    if (body.isEmpty()) {
      return false;
    }
    Stmt last = body.get(body.size() - 1);
    if (last instanceof If branch) {
      return alwaysLeaves(branch.yes()) && alwaysLeaves(branch.no());
    }
    if (last instanceof Region region) {
      return alwaysLeaves(region.body());
    }
    return last instanceof Return
        || last instanceof Break
        || last instanceof Continue
        || last instanceof Reject;
  }

  private List<Stmt> list(List<Stmt> body, Optional<Var> done) {
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      Stmt s = body.get(i);
      List<Stmt> rest = body.subList(i + 1, body.size());
      if (!mayLeave(s)) {
        out.add(s.mapBodies(b -> list(b, done)));
      } else if (s instanceof Region region && returnsContainer()) {
        out.addAll(list(concat(region.body(), rest), done));
        return out;
      } else if (s instanceof If branch
          && (alwaysLeaves(branch.yes()) || alwaysLeaves(branch.no()))) {
        out.add(withRest(branch, rest, done));
        return out;
      } else {
        leaving(s, rest, done, out);
        return out;
      }
    }
    return out;
  }

  /** Then a region that is left must not free its containers: the result may be one of them. */
  private boolean returnsContainer() {
    return result.map(v -> !v.isScalar()).orElse(false);
  }

  private Stmt withRest(If branch, List<Stmt> rest, Optional<Var> done) {
    boolean yesLeaves = alwaysLeaves(branch.yes());
    boolean noLeaves = alwaysLeaves(branch.no());
    List<Stmt> yes = yesLeaves ? branch.yes() : concat(branch.yes(), rest);
    List<Stmt> no = noLeaves ? branch.no() : concat(branch.no(), rest);
    return new If(branch.test(), list(yes, done), list(no, done));
  }

  private static List<Stmt> concat(List<Stmt> a, List<Stmt> b) {
    List<Stmt> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }

  /** A statement that may or may not leave, and what follows it. */
  private void leaving(Stmt s, List<Stmt> rest, Optional<Var> done, List<Stmt> out) {
    if (s instanceof Return r) {
      giveBack(r, out);
      done.ifPresent(f -> out.add(new Assign(f, Exprs.TRUE)));
      return;
    }
    boolean loop = s instanceof For || s instanceof While;
    if (rest.isEmpty() && !loop) {
      out.add(s.mapBodies(b -> list(b, done)));
      return;
    }
    Var flag = done.orElseGet(() -> names.local("done", CoreType.INT));
    if (done.isEmpty()) {
      out.add(new Assign(flag, Exprs.FALSE));
    }
    Optional<Var> inner = Optional.of(flag);
    if (s instanceof For f) {
      out.addAll(whileLoop(f, flag, list(f.body(), inner), names));
    } else if (s instanceof While w) {
      Expr test = Exprs.and(Exprs.not(Exprs.read(flag)), w.test());
      out.add(new While(test, list(w.body(), inner)));
    } else {
      out.add(s.mapBodies(b -> list(b, inner)));
    }
    if (!rest.isEmpty()) {
      out.add(new If(Exprs.not(Exprs.read(flag)), list(rest, inner), List.of()));
    }
  }

  private void giveBack(Return r, List<Stmt> out) {
    if (r.value().isEmpty() || result.isEmpty()) {
      return;
    }
    Operand value = r.value().get();
    if (value instanceof Operand.Scalar scalar) {
      out.add(new Assign(result.get(), scalar.value()));
    } else if (value instanceof Operand.Container c) {
      out.add(wholeView(result.get(), c.variable()));
    }
  }

  /** Names a whole container anew. */
  public static View wholeView(Var name, Var of) {
    List<Expr> sizes = new ArrayList<>();
    for (int d = 0; d < of.type().rank(); d++) {
      sizes.add(new Expr.Dim(of, d));
    }
    return new View(name, of, Exprs.integer(0), sizes);
  }

  /** A counted loop as a while loop that a flag stops. */
  static List<Stmt> whileLoop(For loop, Var stop, List<Stmt> body, Names names) {
    Var last = names.local("last", CoreType.INT);
    Var counter = names.local(loop.index().name() + "_next", CoreType.INT);
    List<Stmt> out = new ArrayList<>();
    out.add(new Assign(last, loop.to()));
    out.add(new Assign(counter, loop.from()));
    Expr more = Exprs.op(Operator.LESS_EQUAL_INT, Exprs.read(counter), Exprs.read(last));
    List<Stmt> inner = new ArrayList<>();
    inner.add(new Assign(loop.index(), Exprs.read(counter)));
    inner.addAll(body);
    inner.add(new Assign(counter, Exprs.addInt(Exprs.read(counter), Exprs.integer(1))));
    out.add(new While(Exprs.and(Exprs.not(Exprs.read(stop)), more), inner));
    return out;
  }

  /** Whether a function body needs {@link #normalise}: an exit other than a final return. */
  public static boolean hasEarlyExit(List<Stmt> body) {
    for (int i = 0; i < body.size(); i++) {
      Stmt s = body.get(i);
      boolean last = i == body.size() - 1;
      if (s instanceof Return ? !last : returns(s) || LoopJumps.hasJump(s)) {
        return true;
      }
    }
    return false;
  }
}
