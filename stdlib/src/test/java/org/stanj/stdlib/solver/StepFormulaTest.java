package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Coefficients at equal steps are the classical ones; at unequal steps conditions hold. */
final class StepFormulaTest {
  private static final double[] EQUAL = new double[16];
  private static final double[] UNEQUAL = {
    0, 0.9, 1.3, 0.7, 1.1, 0.6, 1.4, 0.8, 1.2, 0.95, 1.05, 0.85, 1.15, 1
  };

  static {
    Arrays.fill(EQUAL, 1);
  }

  private static double[] l(StepFormula f, int q) {
    f.set(q, 1, EQUAL, true);
    return Arrays.copyOf(f.l, q + 1);
  }

  /** Gear 1971, tables of Nordsieck vectors, divided by their first elements. */
  @Test
  void classicalVectors() {
    StepFormula bdf = new BdfFormula(false);
    assertArrayEquals(new double[] {1, 1}, l(bdf, 1), 1e-15);
    assertArrayEquals(new double[] {1, 3.0 / 2, 1.0 / 2}, l(bdf, 2), 1e-15);
    assertArrayEquals(new double[] {1, 11.0 / 6, 1, 1.0 / 6}, l(bdf, 3), 1e-15);
    assertArrayEquals(new double[] {1, 25.0 / 12, 35.0 / 24, 5.0 / 12, 1.0 / 24}, l(bdf, 4), 1e-15);
    StepFormula adams = new AdamsFormula();
    assertArrayEquals(new double[] {1, 2, 1}, l(adams, 2), 1e-14);
    assertArrayEquals(new double[] {1, 12.0 / 5, 9.0 / 5, 2.0 / 5}, l(adams, 3), 1e-14);
    assertArrayEquals(new double[] {1, 8.0 / 3, 22.0 / 9, 8.0 / 9, 1.0 / 9}, l(adams, 4), 1e-14);
  }

  /**
   * The local error over e: 1 / (q + 1) H_q for one, C_{q+1} / (C of the predictor) for the other.
   */
  @Test
  void classicalErrors() {
    StepFormula bdf = new BdfFormula(false);
    StepFormula algebraic = new BdfFormula(true);
    double harmonic = 0;
    for (int q = 1; q <= 5; q++) {
      harmonic += 1.0 / q;
      l(bdf, q);
      l(algebraic, q);
      assertEquals(1 / ((q + 1) * harmonic), bdf.errorFactor, 1e-14);
      assertEquals(1.0 / (q + 1), algebraic.errorFactor, 1e-14);
      assertEquals(1 / ((q + 2) * (harmonic + 1.0 / (q + 1))), bdf.raiseFactor, 1e-14);
    }
    StepFormula adams = new AdamsFormula();
    double[] constants = {1.0 / 2, 1.0 / 12, 1.0 / 24, 19.0 / 720, 3.0 / 160};
    double[] predictor = {1, 1.0 / 2, 5.0 / 12, 3.0 / 8, 251.0 / 720};
    for (int q = 2; q <= 5; q++) {
      l(adams, q);
      assertEquals(constants[q - 1] / predictor[q - 1], adams.errorFactor, 1e-13, "order " + q);
    }
  }

  private static double value(double[] polynomial, int degree, double x) {
    double sum = 0;
    for (int i = degree; i >= 0; i--) {
      sum = sum * x + polynomial[i];
    }
    return sum;
  }

  /** Λ vanishes at the past points whose values stay; its slope at 0 is that of equal steps. */
  @Test
  void pastValuesStay() {
    StepFormula bdf = new BdfFormula(false);
    double harmonic = 0;
    for (int q = 1; q <= 5; q++) {
      bdf.set(q, 1, UNEQUAL, true);
      harmonic += 1.0 / q;
      assertEquals(harmonic, bdf.l[1], 1e-14);
      double back = 1;
      for (int j = 1; j < q; j++) {
        assertEquals(0, value(bdf.l, q, -back), 1e-12, q + " at " + back);
        back += UNEQUAL[j];
      }
    }
  }

  /** Λ vanishes at the last point, its slope at the points before. */
  @Test
  void pastSlopesStay() {
    StepFormula adams = new AdamsFormula();
    for (int q = 2; q <= 12; q++) {
      adams.set(q, 1, UNEQUAL, true);
      assertEquals(0, value(adams.l, q, -1), 1e-9, "value, order " + q);
      double[] slope = new double[q];
      for (int i = 1; i <= q; i++) {
        slope[i - 1] = i * adams.l[i];
      }
      double back = 1;
      for (int j = 1; j < q; j++) {
        double size = value(slope, q - 1, back);
        assertEquals(0, value(slope, q - 1, -back), 1e-12 * size, q + " at " + back);
        back += UNEQUAL[j];
      }
    }
  }

  /** What is taken off when the order drops leaves values or slopes at the points that matter. */
  @Test
  void orderChanges() {
    double[] d = new double[15];
    for (int q = 3; q <= 5; q++) {
      new BdfFormula(false).lowering(q, 0.9, UNEQUAL, d);
      d[q] = 1;
      assertEquals(0, value(d, q, -1), 1e-13);
    }
    for (int q = 3; q <= 12; q++) {
      new AdamsFormula().lowering(q, 0.9, UNEQUAL, d);
      d[q] = 1;
      double slope = 0;
      for (int i = q; i >= 1; i--) {
        slope = -slope + i * d[i];
      }
      assertEquals(0, slope, 1e-12 * q * d[2]);
    }
    assertEquals(0, new BdfFormula(false).raising(3, 1, EQUAL, d), 1e-15, "equal steps");
  }
}
