package org.stanj.compiler.core;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.Compound.For;
import org.stanj.compiler.core.Compound.If;
import org.stanj.compiler.core.Compound.While;
import org.stanj.compiler.core.Stmt.Assign;
import org.stanj.compiler.core.Stmt.Break;
import org.stanj.compiler.core.Stmt.Continue;

/** Turns breaks and continues into flags; returns stay. */
public final class LoopJumps {
  private final Names names;

  private LoopJumps(Names names) {
    this.names = names;
  }

  public static List<Stmt> remove(List<Stmt> body, Names names) {
    return new LoopJumps(names).outside(body);
  }

  /** Whether a break or continue stands anywhere below. */
  static boolean hasJump(Stmt s) {
    boolean[] found = {false};
    s.walk(t -> found[0] |= t instanceof Break || t instanceof Continue);
    return found[0];
  }

  /** Whether a jump of the loop around {@code s} stands in it. */
  private static boolean jumpsOut(Stmt s, Class<?> kind) {
    if (s instanceof For || s instanceof While) {
      return false;
    }
    boolean[] found = {kind.isInstance(s)};
    s.forEachBody(b -> b.forEach(t -> found[0] |= jumpsOut(t, kind)));
    return found[0];
  }

  private List<Stmt> outside(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      if (s instanceof For || s instanceof While) {
        out.addAll(loop(s));
      } else {
        out.add(s.mapBodies(this::outside));
      }
    }
    return out;
  }

  private List<Stmt> loop(Stmt s) {
    List<Stmt> body = s instanceof For f ? f.body() : ((While) s).body();
    boolean breaks = body.stream().anyMatch(t -> jumpsOut(t, Break.class));
    boolean continues = body.stream().anyMatch(t -> jumpsOut(t, Continue.class));
    if (!breaks && !continues) {
      return List.of(s.mapBodies(this::outside));
    }
    Var stop = names.local("stop", CoreType.INT);
    Var skip = names.local("skip", CoreType.INT);
    List<Stmt> inner = new ArrayList<>();
    inner.add(new Assign(skip, Exprs.FALSE));
    inner.addAll(guarded(body, stop, skip));
    if (!breaks) {
      return List.of(s.mapBodies(b -> inner));
    }
    List<Stmt> out = new ArrayList<>();
    out.add(new Assign(stop, Exprs.FALSE));
    if (s instanceof While w) {
      out.add(new While(Exprs.and(Exprs.not(Exprs.read(stop)), w.test()), inner));
    } else {
      out.addAll(Exits.whileLoop((For) s, stop, inner, names));
    }
    return out;
  }

  private List<Stmt> guarded(List<Stmt> body, Var stop, Var skip) {
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      Stmt s = body.get(i);
      if (s instanceof Break || s instanceof Continue) {
        if (s instanceof Break) {
          out.add(new Assign(stop, Exprs.TRUE));
        }
        out.add(new Assign(skip, Exprs.TRUE));
        return out;
      }
      boolean jumps = jumpsOut(s, Break.class) || jumpsOut(s, Continue.class);
      if (!jumps) {
        out.addAll(outside(List.of(s)));
        continue;
      }
      out.add(s.mapBodies(b -> guarded(b, stop, skip)));
      List<Stmt> rest = guarded(body.subList(i + 1, body.size()), stop, skip);
      if (!rest.isEmpty()) {
        out.add(new If(Exprs.not(Exprs.read(skip)), rest, List.of()));
      }
      return out;
    }
    return out;
  }
}
