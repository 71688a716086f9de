package org.stanj.compiler.analysis;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Stmt;

/** Fills in the facts of all counted loops of a program. */
public final class Loops {
  private final LoopCheck.Around around;

  private Loops(CoreFunction f, Set<String> visible) {
    around = LoopCheck.Around.of(f, visible);
  }

  public static CoreProgram run(CoreProgram program) {
    Set<String> visible = VisibleFunctions.of(program);
    return program.mapFunctions(f -> f.withBody(new Loops(f, visible).list(f.body())));
  }

  /**
   * Facts of loops of a program whose target is a variable like others.
   *
   * @return for each function, that of its loops
   */
  public static Function<CoreFunction, Function<Compound.For, LoopFacts>> written(
      CoreProgram program) {
    Set<String> visible = VisibleFunctions.of(program);
    return f -> {
      LoopCheck.Around around = LoopCheck.Around.of(f, visible);
      return loop -> new LoopCheck(loop, around, false).facts();
    };
  }

  private List<Stmt> list(List<Stmt> body) {
    return body.stream().map(this::statement).toList();
  }

  private Stmt statement(Stmt given) {
    Stmt s = given.mapBodies(this::list);
    if (!(s instanceof Compound.For f)) {
      return s;
    }
    LoopCheck check = new LoopCheck(f, around, true);
    return new Compound.For(
        f.index(), f.from(), f.to(), f.down(), f.body(), check.facts(), f.line());
  }
}
