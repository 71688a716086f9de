package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.analysis.VisibleFunctions;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Variables;

/**
 * Moves out of loops what is the same in every iteration, innermost loops first.
 *
 * <p>Before differentiation, so that the derivatives of what moves are added up in one variable and
 * applied once, after the loop.
 */
public final class Hoist {
  private final MotionFacts facts;

  private Hoist(MotionFacts facts) {
    this.facts = facts;
  }

  public static CoreProgram run(CoreProgram program) {
    Set<String> visible = VisibleFunctions.of(program);
    return program.mapFunctions(f -> function(f, program, visible));
  }

  private static CoreFunction function(CoreFunction f, CoreProgram program, Set<String> visible) {
    boolean[] loops = {false};
    f.body().forEach(s -> s.walk(t -> loops[0] |= isLoop(t)));
    return loops[0]
        ? f.withBody(new Hoist(new MotionFacts(f, program, visible)).list(f.body()))
        : f;
  }

  private static boolean isLoop(Stmt s) {
    return s instanceof Compound.For || s instanceof Compound.While;
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      if (isLoop(s)) {
        List<Stmt> all = loop(s);
        all.forEach(this::passed);
        out.addAll(all);
      } else {
        boolean runs = s instanceof Compound.Region || s instanceof Compound.Profile;
        out.add(runs ? s.mapBodies(this::list) : s.mapBodies(this::maybe));
        passed(s);
      }
    }
    return out;
  }

  private void passed(Stmt s) {
    if (!isLoop(s)) {
      Variables.defined(s).forEach(facts.assigned::add);
    }
  }

  /** A list that may not run. */
  private List<Stmt> maybe(List<Stmt> body) {
    int mark = facts.assigned.mark();
    List<Stmt> out = list(body);
    facts.assigned.release(mark);
    return out;
  }

  private List<Stmt> loop(Stmt s) {
    int mark = facts.assigned.mark();
    List<Stmt> all;
    if (s instanceof Compound.For f) {
      int known = facts.ranges.mark();
      facts.ranges.enter(f);
      facts.assigned.add(f.index());
      Compound.For inner = (Compound.For) f.mapBodies(this::maybe);
      facts.ranges.release(known);
      facts.assigned.release(mark);
      all = LoopInvariants.counted(inner, facts);
    } else {
      all = LoopInvariants.repeated((Compound.While) s.mapBodies(this::maybe), facts);
    }
    facts.assigned.release(mark);
    return all;
  }
}
