package org.stanj.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.stanj.compiler.emit.Core.*;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Stmt.Fill;
import org.stanj.compiler.core.Var;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.Scratch;

/** After the first evaluations a gradient allocates nothing. */
class AllocationTest {
  private static final int EVALUATIONS = 50;

  private static long allocatedBy(CoreProgram program) {
    Model model = Classes.compiled(program).bind(DataContext.EMPTY, 1);
    Scratch scratch = model.newScratch();
    double[] q = {0.5, -1.25, 3};
    double[] gradient = new double[q.length];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int window = 0; window < 5; window++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int k = 0; k < EVALUATIONS; k++) {
        model.gradient(q, gradient, 0, scratch);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  @Test
  void containersStacksAndCalls() {
    Var c = container("c", Kind.REAL, 2, true);
    Var n = container("n", Kind.INT, 1, false);
    Var k = intVar("k");
    CoreProgram program =
        program(
            function("twice", List.of(Q), CoreType.REALS, make(c, Fill.ZERO, i(9), i(9)), twice()),
            gradient(
                loop(
                    k,
                    i(1),
                    i(300),
                    make(c, Fill.ZERO, i(20), i(20)),
                    make(n, Fill.ZERO, i(50)),
                    call(ADJOINT, "twice", by(Q)),
                    new Stmt.PushContainer(c),
                    new Stmt.Push(get(k))),
                loopDown(k, i(1), i(300), new Stmt.Pop(intVar("j")), new Stmt.PopContainer(c)),
                giveBack(at(c, i(0), i(0)))));
    assertEquals(0, allocatedBy(program));
  }

  private static Stmt twice() {
    Var r = container("r", Kind.REAL, 1, false);
    return new Compound.Region(
        List.of(make(r, Fill.ZERO, dim(Q, 0)), new Stmt.Copy(r, Q), giveBack(r)));
  }

  @Test
  void splitMethods() {
    assertEquals(0, allocatedBy(LongPrograms.straightLine(3000, 3000)));
    assertEquals(0, allocatedBy(LongPrograms.longLoop(2000)));
  }
}
