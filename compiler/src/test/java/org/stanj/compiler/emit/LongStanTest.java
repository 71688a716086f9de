package org.stanj.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;

/** Long programs are compiled with work in proportion to their length, into short methods. */
class LongStanTest {
  private static final int HOTSPOT_LIMIT = 8000;
  private static final long STACK_BYTES = 1L << 29;

  /** What four times the length may take: more than four by logarithms, far less than sixteen. */
  private static final double GROWTH = 6;

  @TempDir Path temp;

  /** What came out, and the bytes that were allocated, which do not depend on the machine. */
  private record Compiled(CompiledProgram program, long bytes) {}

  private Compiled compile(LongStan kind, int n) throws Exception {
    Path file = Files.writeString(temp.resolve("m" + n + ".stan"), kind.program(n));
    Callable<Compiled> step =
        () -> {
          ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
          long thread = Thread.currentThread().getId();
          long before = bean.getThreadAllocatedBytes(thread);
          CompiledProgram program =
              StanCompiler.compile(file, CompileOptions.DEFAULT, warning -> {});
          return new Compiled(program, bean.getThreadAllocatedBytes(thread) - before);
        };
    FutureTask<Compiled> task = new FutureTask<>(step);
    new Thread(null, task, "compiler", STACK_BYTES).start();
    return task.get();
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCK, 1000",
    "FUNCTION, 1000",
    "LOOPS, 1000",
    "FUNCTIONS, 750",
    "DECLARATIONS, 750",
    "BRANCHES, 750",
    "OPERANDS, 1000",
    "PARENTHESES, 100"
  })
  void workGrowsAsTheProgram(LongStan kind, int n) throws Exception {
    compile(kind, 1);
    long fixed = compile(kind, 1).bytes();
    Compiled once = compile(kind, n);
    Compiled fourTimes = compile(kind, 4 * n);
    double growth = (double) (fourTimes.bytes() - fixed) / (once.bytes() - fixed);
    assertTrue(growth < GROWTH, () -> kind + " takes " + growth + " times as much");
    agrees(fourTimes.program(), 4 * n);
  }

  @Test
  void twentyThousandStatements() throws Exception {
    agrees(compile(LongStan.BLOCK, 20_000).program(), 20_000);
  }

  /** Without a limit of growth: what a splitting tries first passes values through all levels. */
  @Test
  void fourHundredBranchesWithinEachOther() throws Exception {
    agrees(compile(LongStan.NESTED, 400).program(), 400);
  }

  private static void agrees(CompiledProgram program, int n) {
    CodeLengths.of(program.classes())
        .forEach((method, length) -> assertTrue(length <= HOTSPOT_LIMIT, method + ": " + length));
    Model model = ModelLoader.load(program).bind(DataContext.EMPTY, 1);
    double[] q = new double[LongStan.PARAMETERS];
    for (int k = 0; k < q.length; k++) {
      q[k] = Math.sin(k + 1);
    }
    double[] expected = LongStan.expected(n, q);
    double[] gradient = new double[q.length];
    double density = model.gradient(q, gradient, Model.JACOBIAN, model.newScratch());
    assertEquals(expected[0], density, 1e-9 * Math.abs(expected[0]));
    for (int k = 0; k < q.length; k++) {
      assertEquals(expected[k + 1], gradient[k], 1e-9, "element " + k);
    }
  }
}
