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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.compiler.slice.Limits;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/**
 * Every program with all its loops cut into slices of one element, where they can be cut, against
 * the same program with none: the terms are the same, so value and gradient are too up to the
 * rounding of their sums, and a point that one rejects is rejected by the other.
 */
final class AutomaticSlicesTest {
  /** Above the rounding of some hundred terms of any size, below a term that is lost. */
  private static final double ROUNDING = 1e-10;

  private static final int POINTS = 3;

  /** Programs of which something was cut. */
  private final Set<String> cut = ConcurrentHashMap.newKeySet();

  @TestFactory
  Stream<DynamicTest> slicesAddUpToTheWhole() {
    Stream<DynamicTest> each =
        Scope.programs().stream().map(name -> dynamicTest(name, () -> compare(name)));
    return Stream.concat(each, Stream.of(dynamicTest("many were cut", this::manyWereCut)));
  }

  private void manyWereCut() {
    assertTrue(cut.size() > Scope.programs().size() / 3, () -> cut.size() + " programs: " + cut);
  }

  private void compare(String name) throws IOException {
    Set<String> seen = new HashSet<>();
    Model sliced = bind(name, Limits.ALL, seen);
    Model whole = bind(name, Limits.NONE, new HashSet<>());
    if (seen.contains("slice")) {
      cut.add(name);
    }
    SplittableRandom random = new SplittableRandom(31);
    for (int point = 0; point < POINTS; point++) {
      double[] q = random.doubles(whole.unconstrainedSize(), -1, 1).toArray();
      for (int flags = 0; flags <= (Model.PROPTO | Model.JACOBIAN); flags++) {
        double[] a = evaluate(whole, q, flags);
        double[] b = evaluate(sliced, q, flags);
        assertClose(a, b, name + " at " + Arrays.toString(q));
      }
    }
  }

  private static Model bind(String name, Limits limits, Set<String> seen) throws IOException {
    Path file = TestPrograms.program(name);
    CompileOptions options =
        TestPrograms.beside(file)
            .withSlices(limits)
            .withObserver(
                (pass, text) -> {
                  if (pass.equals("core:slices") && text.get().contains("real slice(")) {
                    seen.add("slice");
                  }
                });
    CompiledProgram program = StanCompiler.compile(file, options, w -> {});
    Path data = TestPrograms.root().resolve(name).resolve("data.json");
    return TestPrograms.bind(ModelLoader.load(program), data);
  }

  /** Density, density with gradient, gradient; empty where the point is rejected. */
  private static double[] evaluate(Model model, double[] q, int flags) {
    Scratch scratch = model.newScratch();
    scratch.sink = line -> {};
    double[] gradient = new double[q.length];
    double[] all = new double[q.length + 2];
    try {
      all[0] = model.logDensity(q, flags, scratch);
      all[1] = model.gradient(q, gradient, flags, scratch);
    } catch (RejectException e) {
      return new double[0];
    }
    System.arraycopy(gradient, 0, all, 2, q.length);
    return all;
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
