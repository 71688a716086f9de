package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.analysis.VisibleFunctions;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Renaming;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Computes functions of single elements, such as {@code log(theta[doc[n], k])}, once for each
 * element of the container before a loop that would evaluate them more often.
 *
 * <p>Whether it does is known at run time: loop and container have sizes then. Both ways stand in
 * the program: a short loop twice, under a flag, and a long one with a choice wherever a function
 * is evaluated. Outermost loops first.
 */
public final class ElementTables {
  /** Statements of a loop that may stand twice in the program. */
  private static final int SHORT = 24;

  private final MotionFacts facts;
  private final Occurrences occurrences;

  /** Whether the loop at hand is not in one that has changed. */
  private boolean asWritten = true;

  private ElementTables(MotionFacts facts, Occurrences occurrences) {
    this.facts = facts;
    this.occurrences = occurrences;
  }

  public static CoreProgram run(CoreProgram program) {
    Set<String> visible = VisibleFunctions.of(program);
    return program.mapFunctions(f -> function(f, program, visible));
  }

  private static CoreFunction function(CoreFunction f, CoreProgram program, Set<String> visible) {
    boolean[] loops = {false};
    f.body().forEach(s -> s.walk(t -> loops[0] |= t instanceof Compound.For));
    return loops[0]
        ? f.withBody(
            new ElementTables(new MotionFacts(f, program, visible), new Occurrences(f))
                .list(f.body()))
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
    functions.find();
    List<Stmt> all = new ArrayList<>(functions.tables());
    if (all.isEmpty()) {
      return inside(f, List.of());
    }
    boolean first = asWritten;
    asWritten = false;
    Optional<Expr> flag = first && mayStandTwice(f) ? functions.flag() : Optional.empty();
    if (flag.isPresent()) {
      Stmt with = inside(functions.lookingUp(), all);
      Stmt without = copy(inside(f, all), f);
      all.add(new Compound.If(flag.get(), List.of(with), List.of(without)));
    } else {
      all.add(inside(functions.choosing(), all));
    }
    asWritten = first;
    return new Compound.Region(all);
  }

  /** The loop with tables for the loops in it. */
  private Stmt inside(Compound.For f, List<Stmt> before) {
    int mark = facts.assigned.mark();
    before.forEach(s -> Variables.defined(s).forEach(facts.assigned::add));
    facts.assigned.add(f.index());
    Stmt inner = f.mapBodies(this::maybe);
    facts.assigned.release(mark);
    return inner;
  }

  /** A loop in which all has another name that the function has in this loop only. */
  private Stmt copy(Stmt changed, Compound.For loop) {
    Map<Var, Integer> inside = Occurrences.in(loop);
    Map<Var, Var> copies = new HashMap<>();
    loop.walk(
        s ->
            Variables.defined(s).stream()
                .filter(v -> !occurrences.leaves(v, inside))
                .forEach(v -> copies.computeIfAbsent(v, facts::copy)));
    return new Renaming(v -> copies.getOrDefault(v, v)).statement(changed);
  }

  /**
   * Whether it may stand twice in the program: it is short, and fills nothing, since what does
   * becomes one loop with others.
   */
  private static boolean mayStandTwice(Compound.For f) {
    int[] size = {0};
    boolean[] fills = {false};
    f.walk(
        s -> {
          size[0]++;
          fills[0] |= !Variables.elementsWritten(s).isEmpty();
        });
    return size[0] <= SHORT && !fills[0];
  }
}
