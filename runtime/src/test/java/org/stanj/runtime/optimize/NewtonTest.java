package org.stanj.runtime.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.stanj.runtime.hmc.Density;

/** Newton's method and its Hessian. */
final class NewtonTest {
  @Test
  void aGaussianTakesOneStep() {
    Newton climb = climb(QuasiNewtonTest::scales, -5, 40, 7);
    double gain = climb.step();
    assertArrayEquals(new double[] {1, 2, 3}, climb.point().position(), 1e-6);
    assertEquals(18 + 0.5 * 3.8 * 3.8 + 0.5 * 0.04 * 0.04, gain, 1e-9);
    assertEquals(0, climb.step(), 1e-12);
  }

  @Test
  void climbsOutOfConvexRegions() {
    // a mixture's log density is convex between its modes
    Density twoModes =
        (q, gradient) -> {
          gradient[0] = -q[0] * (q[0] * q[0] - 4);
          return -0.25 * Math.pow(q[0], 4) + 2 * q[0] * q[0];
        };
    Newton climb = climb(twoModes, 0.1);
    for (int i = 0; i < 30; i++) {
      assertTrue(climb.step() >= 0);
    }
    assertEquals(2, climb.point().position()[0], 1e-7);
  }

  @Test
  void theBentValleyIsDone() {
    Newton climb = climb(QuasiNewtonTest::rosenbrock, -1.2, 1);
    int steps = 0;
    while (climb.step() > 1e-8) {
      steps++;
    }
    assertTrue(steps < 50, steps + " steps");
    assertArrayEquals(new double[] {1, 1}, climb.point().position(), 1e-5);
  }

  @Test
  void theHessianOfACurvedDensity() {
    double[] at = {-0.7, 0.3};
    double[] hessian = FiniteHessian.at(QuasiNewtonTest::rosenbrock, at);
    double corner = -(1200 * at[0] * at[0] - 400 * at[1] + 2);
    double[] exact = {corner, 400 * at[0], 400 * at[0], -200};
    assertArrayEquals(exact, hessian, 1e-6);
    assertArrayEquals(new double[] {-0.7, 0.3}, at);
  }

  private static Newton climb(Density density, double... start) {
    return new Newton(density, start, e -> fail(e.getMessage()));
  }
}
