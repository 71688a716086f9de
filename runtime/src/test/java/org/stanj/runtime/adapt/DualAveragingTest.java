package org.stanj.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class DualAveragingTest {
  /** Figures computed by hand from the formulas of the paper. */
  @Test
  void firstUpdates() {
    DualAveraging averaging = new DualAveraging(AdaptSettings.DEFAULT, 0.1);
    double sBar = (0.8 - 0.5) / 11;
    double x1 = -sBar / 0.05;
    assertEquals(Math.exp(x1), averaging.update(0.5), 1e-15);
    assertEquals(Math.exp(x1), averaging.averaged(), 1e-15);
    sBar = 11.0 / 12 * sBar + (0.8 - 1) / 12;
    double x2 = -sBar * Math.sqrt(2) / 0.05;
    assertEquals(Math.exp(x2), averaging.update(3), 1e-14);
    double weight = Math.pow(2, -0.75);
    assertEquals(Math.exp((1 - weight) * x1 + weight * x2), averaging.averaged(), 1e-14);
  }

  @Test
  void restartForgets() {
    DualAveraging averaging = new DualAveraging(AdaptSettings.DEFAULT, 1);
    averaging.update(0.1);
    averaging.restart(0.1);
    assertEquals(new DualAveraging(AdaptSettings.DEFAULT, 0.1).save(), averaging.save());
  }

  @Test
  void findsTheStepSizeOfTheTarget() {
    DualAveraging averaging = new DualAveraging(AdaptSettings.DEFAULT, 1);
    double stepSize = 1;
    for (int i = 0; i < 5000; i++) {
      stepSize = averaging.update(Math.exp(-stepSize));
    }
    assertEquals(-Math.log(0.8), averaging.averaged(), 0.005);
    assertTrue(averaging.hasLearned());
  }
}
