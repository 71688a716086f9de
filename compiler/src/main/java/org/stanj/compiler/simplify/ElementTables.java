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
 * Computes functions of single elements, such as {@code log(theta[doc[n], k])}, once for each
 * element of the container before a loop that would evaluate them more often.
 *
 * <p>Whether it does is known at run time: loop and container have sizes then. Both ways stand in
 * the program, under a flag. Outermost loops first.
 */
public final class ElementTables {
  private final MotionFacts facts;

  private ElementTables(MotionFacts facts) {
    this.facts = facts;
  }

  public static CoreProgram run(CoreProgram program) {
    Set<String> visible = VisibleFunctions.of(program);
    return program.mapFunctions(f -> function(f, program, visible));
  }

  private static CoreFunction function(CoreFunction f, CoreProgram program, Set<String> visible) {
    boolean[] loops = {false};
    f.body().forEach(s -> s.walk(t -> loops[0] |= t instanceof Compound.For));
    return loops[0]
        ? f.withBody(new ElementTables(new MotionFacts(f, program, visible)).list(f.body()))
        : f;
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      boolean runs = s instanceof Compound.Region || s instanceof Compound.Profile;
      if (s instanceof Compound.For f) {
        out.add(loop(f));
      } else {
        out.add(runs ? s.mapBodies(this::list) : s.mapBodies(this::maybe));
        Variables.defined(s).forEach(facts.assigned::add);
      }
    }
    return out;
  }

  /** A list that may not run. */
  private List<Stmt> maybe(List<Stmt> body) {
    int mark = facts.assigned.mark();
    List<Stmt> out = list(body);
    facts.assigned.release(mark);
    return out;
  }

  private Stmt loop(Compound.For f) {
    ElementFunctions functions = new ElementFunctions(f, facts);
    Compound.For changed = functions.changed();
    List<Stmt> tables = functions.tables();
    int mark = facts.assigned.mark();
    tables.forEach(s -> Variables.defined(s).forEach(facts.assigned::add));
    facts.assigned.add(f.index());
    Stmt inner = changed.mapBodies(this::maybe);
    facts.assigned.release(mark);
    if (tables.isEmpty()) {
      return inner;
    }
    List<Stmt> all = new ArrayList<>(tables);
    all.add(inner);
    return new Compound.Region(all);
  }
}
