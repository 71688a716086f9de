package org.stanj.runtime.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Draws for which the diagnostics are undefined. */
final class UndefinedTest {
  private static void allUndefined(double[][] draws) {
    assertTrue(Double.isNaN(Convergence.rHat(draws)));
    assertTrue(Double.isNaN(Convergence.essBulk(draws)));
    assertTrue(Double.isNaN(Convergence.essTail(draws)));
    assertTrue(Double.isNaN(Convergence.essSd(draws)));
    assertTrue(Double.isNaN(MonteCarloError.ofMean(draws)));
    assertTrue(Double.isNaN(MonteCarloError.ofSd(draws)));
    assertTrue(Double.isNaN(MonteCarloError.ofQuantile(draws, 0.5)));
  }

  @Test
  void constantDraws() {
    double[][] draws = new double[2][20];
    Arrays.stream(draws).forEach(c -> Arrays.fill(c, 3.25));
    allUndefined(draws);
    Summary summary = Summary.of(draws);
    assertEquals(3.25, summary.mean());
    assertEquals(0, summary.sd());
    assertEquals(3.25, summary.median());
  }

  @Test
  void drawsThatAreNotNumbers() {
    double[][] draws = {{1, 2, 3, 4, 5, Double.NaN}};
    allUndefined(draws);
    assertTrue(Double.isNaN(Summary.of(draws).q5()));
  }

  @Test
  void infiniteDraws() {
    allUndefined(new double[][] {{1, 2, 3, 4, 5, Double.POSITIVE_INFINITY}});
  }

  @Test
  void tooFewDraws() {
    allUndefined(new double[][] {{1, 2, 3}, {2, 1, 2}});
    allUndefined(new double[][] {{}, {}});
  }

  @Test
  void energiesThatDoNotVary() {
    assertTrue(Double.isNaN(Energy.bfmi(new double[] {1, 1, 1})));
    assertTrue(Double.isNaN(Energy.bfmi(new double[] {1})));
  }
}
