package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.compiler.slice.Limits;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.lanes.LaneSwitch;

/**
 * Every program with all its loops cut into slices that are always shared: bit for bit what one
 * thread makes of it, and as little garbage.
 */
final class SharedGradientsTest {
  private static final int POINTS = 3;
  private static final int WARMUP = 100;
  private static final int EVALUATIONS = 50;
  private static final int WINDOWS = 5;

  @TestFactory
  Stream<DynamicTest> helpersChangeNothing() {
    return Scope.programs().stream().map(name -> dynamicTest(name, () -> compare(name)));
  }

  private static void compare(String name) throws IOException {
    Path file = TestPrograms.program(name);
    Path data = TestPrograms.root().resolve(name).resolve("data.json");
    Model model =
        TestPrograms.bind(
            ModelLoader.load(
                StanCompiler.compile(
                    file, TestPrograms.beside(file).withSlices(Limits.ALL), warning -> {})),
            data);
    for (int threads : new int[] {2, 5}) {
      SlicePool.Rules rules = new SlicePool.Rules(true, true);
      try (SlicePool pool = new SlicePool(new Cores(threads), rules)) {
        Model shared = pool.over(model);
        SplittableRandom random = new SplittableRandom(43);
        for (int p = 0; p < POINTS; p++) {
          double[] q = random.doubles(model.unconstrainedSize(), -1.5, 1.5).toArray();
          assertEquals(told(model, q), told(shared, q), name + ", " + threads + " threads");
        }
        if (!Scope.table("allocating.tsv").containsKey(name)) {
          assertEquals(0, allocated(name, shared), name + ": bytes of " + EVALUATIONS);
        }
      }
    }
  }

  /** All that comes out at a point: values, and what is printed and thrown. */
  private static List<String> told(Model model, double[] q) {
    List<String> told = new ArrayList<>();
    Scratch scratch = model.newScratch();
    scratch.sink = told::add;
    double[] gradient = new double[q.length];
    try {
      told.add("" + model.logDensity(q, Model.JACOBIAN, scratch));
      told.add("" + model.gradient(q, gradient, Model.PROPTO | Model.JACOBIAN, scratch));
      told.add(Arrays.toString(gradient));
    } catch (RejectException e) {
      told.add(e.kind() + ": " + e.getMessage());
    }
    return told;
  }

  /**
   * Bytes that the owner's thread allocates, over scalars: vectors are objects until HotSpot has
   * compiled the methods over them, which takes longer than this test.
   */
  private static long allocated(String name, Model model) {
    LaneSwitch.force(LaneSwitch.Choice.SCALARS);
    try {
      return allocatedOverScalars(name, model);
    } finally {
      LaneSwitch.force(LaneSwitch.Choice.MEASURED);
    }
  }

  private static long allocatedOverScalars(String name, Model model) {
    Scratch scratch = model.newScratch();
    scratch.sink = line -> {};
    double[] q = OracleModels.numbers(OracleModels.of(name).points().get(0).get("unconstrained"));
    double[] gradient = new double[q.length];
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    evaluate(model, q, gradient, scratch, WARMUP);
    long least = Long.MAX_VALUE;
    for (int w = 0; w < WINDOWS && least > 0; w++) {
      long before = bean.getCurrentThreadAllocatedBytes();
      evaluate(model, q, gradient, scratch, EVALUATIONS);
      least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static void evaluate(
      Model model, double[] q, double[] gradient, Scratch scratch, int times) {
    for (int i = 0; i < times; i++) {
      model.gradient(q, gradient, Model.PROPTO | Model.JACOBIAN, scratch);
    }
  }
}
