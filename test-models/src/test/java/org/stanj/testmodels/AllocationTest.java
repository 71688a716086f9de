package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.lanes.LaneSwitch;

/**
 * A gradient allocates nothing once its working memory has grown, but for library functions that
 * do: {@code allocating.tsv} lists the programs that use one. Over scalars: vectors are objects
 * until HotSpot has compiled the methods over them, which takes longer than this test.
 */
class AllocationTest {
  private static final int WARMUP = 200;
  private static final int WINDOWS = 5;
  private static final int EVALUATIONS = 50;

  @BeforeAll
  static void withoutVectors() {
    LaneSwitch.force(LaneSwitch.Choice.SCALARS);
  }

  @AfterAll
  static void decideAsBefore() {
    LaneSwitch.force(LaneSwitch.Choice.MEASURED);
  }

  @TestFactory
  Stream<DynamicTest> gradientsAllocateNothing() {
    return Scope.programs().stream().map(name -> dynamicTest(name, () -> allocatesNothing(name)));
  }

  private static void allocatesNothing(String name) {
    Model model = TestPrograms.bind(name);
    Scratch scratch = model.newScratch();
    scratch.sink = line -> {};
    var point = OracleModels.of(name).points().get(0);
    double[] q = OracleModels.numbers(point.get("unconstrained"));
    double[] gradient = new double[q.length];
    evaluate(model, q, gradient, scratch, WARMUP);
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int window = 0; window < WINDOWS; window++) {
      long before = bean.getCurrentThreadAllocatedBytes();
      evaluate(model, q, gradient, scratch, EVALUATIONS);
      least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
    }
    if (Scope.table("allocating.tsv").containsKey(name)) {
      assertTrue(least > 0, name + " allocates nothing now: take it off the list");
    } else {
      assertEquals(0, least, () -> name + ": bytes allocated by " + EVALUATIONS + " gradients");
    }
  }

  private static void evaluate(
      Model model, double[] q, double[] gradient, Scratch scratch, int times) {
    for (int i = 0; i < times; i++) {
      model.gradient(q, gradient, Model.PROPTO | Model.JACOBIAN, scratch);
    }
  }
}
