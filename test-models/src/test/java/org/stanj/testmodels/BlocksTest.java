package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.batch.BlockLimits;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.compiler.slice.Limits;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.lanes.LaneSwitch;
import org.stanj.stdlib.simd.VectorModule;

/**
 * Every program with all its loops in blocks, where they can be, against the same program with
 * none: value and gradient are the same up to rounding, and a point that one rejects is rejected by
 * the other with the same message. And blocks in vectors against blocks over scalars, where every
 * bit is the same.
 */
final class BlocksTest {
  /** Above the rounding of some hundred terms of any size, below a term that is lost. */
  private static final double ROUNDING = 1e-10;

  private static final int POINTS = 3;

  /** Programs of which a loop ran in blocks. */
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  /** What a model says at a point. */
  private record Outcome(double[] values, String message) {}

  @AfterAll
  static void decideAsBefore() {
    LaneSwitch.force(LaneSwitch.Choice.MEASURED);
  }

  @Test
  void thisJavaHasVectors() {
    assertTrue(VectorModule.available(), "the tests of vectors would test nothing");
  }

  @TestFactory
  Stream<DynamicTest> blocksAreTheWhole() {
    Stream<DynamicTest> each =
        Scope.programs().stream().map(name -> dynamicTest(name, () -> compare(name)));
    return Stream.concat(each, Stream.of(dynamicTest("many have blocks", this::manyChanged)));
  }

  private void manyChanged() {
    assertTrue(changed.size() > Scope.programs().size() / 4, () -> changed.size() + ": " + changed);
  }

  /** No element is touched before the check of its index, in whatever stage that is. */
  @Test
  void indicesAreCheckedBeforeTheyAreUsed() {
    CompiledModel program =
        TestPrograms.compileText(
            """
            data { int N; array[N] int g; array[N] int<lower=0, upper=1> y; }
            parameters { vector[5] a; }
            model { for (n in 1 : N) y[n] ~ bernoulli_logit(a[g[n]]); }
            """);
    int[] group = new int[64];
    Arrays.fill(group, 3);
    group[40] = 1_000_000;
    String data =
        "{\"N\": 64, \"g\": %s, \"y\": %s}"
            .formatted(Arrays.toString(group), Arrays.toString(new int[64]));
    Model model = TestPrograms.bindText(program, data);
    for (LaneSwitch.Choice choice : LaneSwitch.Choice.values()) {
      LaneSwitch.force(choice);
      String message = evaluate(model, new double[5], Model.JACOBIAN).message();
      assertTrue(message.contains("index 1000000 out of range"), message);
    }
  }

  private void compare(String name) throws IOException {
    Set<String> seen = new HashSet<>();
    Model blocks = bind(name, BlockLimits.ALL, seen);
    Model whole = bind(name, BlockLimits.NONE, new HashSet<>());
    if (seen.contains("block")) {
      changed.add(name);
    }
    SplittableRandom random = new SplittableRandom(37);
    for (int point = 0; point < POINTS; point++) {
      double[] q = random.doubles(whole.unconstrainedSize(), -1, 1).toArray();
      for (int flags = 0; flags <= (Model.PROPTO | Model.JACOBIAN); flags++) {
        String where = name + " at " + Arrays.toString(q);
        LaneSwitch.force(LaneSwitch.Choice.SCALARS);
        Outcome expected = evaluate(whole, q, flags);
        Outcome scalars = evaluate(blocks, q, flags);
        LaneSwitch.force(LaneSwitch.Choice.VECTORS);
        Outcome vectors = evaluate(blocks, q, flags);
        assertEquals(expected.message(), scalars.message(), where);
        assertEquals(expected.message(), vectors.message(), where);
        assertClose(expected.values(), scalars.values(), where);
        assertArrayEquals(scalars.values(), vectors.values(), where);
      }
    }
  }

  private static Model bind(String name, BlockLimits limits, Set<String> seen) throws IOException {
    Path file = TestPrograms.program(name);
    CompileOptions options =
        TestPrograms.beside(file)
            .withSlices(Limits.NONE)
            .withBlocks(limits)
            .withObserver(
                (pass, text) -> {
                  if (pass.equals("core:batch") && text.get().contains("block_from")) {
                    seen.add("block");
                  }
                });
    CompiledProgram program = StanCompiler.compile(file, options, w -> {});
    Path data = TestPrograms.root().resolve(name).resolve("data.json");
    return TestPrograms.bind(ModelLoader.load(program), data);
  }

  /** Density, density with gradient, gradient; a message where the point is rejected. */
  private static Outcome evaluate(Model model, double[] q, int flags) {
    Scratch scratch = model.newScratch();
    scratch.sink = line -> {};
    double[] gradient = new double[q.length];
    double[] all = new double[q.length + 2];
    try {
      all[0] = model.logDensity(q, flags, scratch);
      all[1] = model.gradient(q, gradient, flags, scratch);
    } catch (RejectException e) {
      return new Outcome(new double[0], e.getMessage());
    }
    System.arraycopy(gradient, 0, all, 2, q.length);
    return new Outcome(all, "");
  }

  private static void assertClose(double[] expected, double[] actual, String where) {
    assertEquals(expected.length, actual.length, where);
    double size = 1;
    for (double e : expected) {
      size = Double.isFinite(e) ? Math.max(size, Math.abs(e)) : size;
    }
    assertArrayEquals(expected, actual, ROUNDING * size, where);
  }
}
