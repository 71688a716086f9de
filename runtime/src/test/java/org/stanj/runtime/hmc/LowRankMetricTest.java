package org.stanj.runtime.hmc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the dense metric with the same matrix. */
final class LowRankMetricTest {
  private static final double[] INVERSE = {4, 0.25, 9};
  private static final double[] VALUES = {5, 0.1};
  private static final double[] VECTORS = {0.6, 0.8, 0, -0.8, 0.6, 0};

  private static LowRankMetric metric() {
    return new LowRankMetric(new LowRankMetric.Parts(INVERSE, VALUES, VECTORS));
  }

  private static DenseMetric dense() {
    double[] scale = {2, 0.5, 3};
    double[] elements = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double middle = i == j ? 1 : 0;
        for (int k = 0; k < 2; k++) {
          middle += (VALUES[k] - 1) * VECTORS[3 * k + i] * VECTORS[3 * k + j];
        }
        elements[3 * i + j] = scale[i] * middle * scale[j];
      }
    }
    return new DenseMetric(elements);
  }

  @Test
  void velocityAndEnergyAreThoseOfTheMatrix() {
    double[] p = {0.3, -1.5, 0.7};
    double[] expected = new double[3];
    double[] velocity = new double[3];
    dense().velocity(p, expected);
    metric().velocity(p, velocity);
    assertArrayEquals(expected, velocity, 1e-14);
    assertEquals(dense().kineticEnergy(p), metric().kineticEnergy(p), 1e-14);
    double[] diagonal = new LowRankMetric.Parts(INVERSE, VALUES, VECTORS).diagonal();
    for (int i = 0; i < 3; i++) {
      assertEquals(dense().inverse()[4 * i], diagonal[i], 1e-14);
    }
  }

  /** The map from normals to momenta is R with R Rᵀ = M, so that M⁻¹ R Rᵀ = I. */
  @Test
  void momentaHaveTheMetricAsCovariance() {
    double[][] columns = new double[3][3];
    for (int j = 0; j < 3; j++) {
      int unit = j;
      int[] at = {0};
      metric().drawMomentum(columns[j], () -> at[0]++ == unit ? 1 : 0);
    }
    for (int j = 0; j < 3; j++) {
      double[] ofM = new double[3];
      for (double[] column : columns) {
        for (int i = 0; i < 3; i++) {
          ofM[i] += column[i] * column[j];
        }
      }
      double[] unit = new double[3];
      dense().velocity(ofM, unit);
      for (int i = 0; i < 3; i++) {
        assertEquals(i == j ? 1 : 0, unit[i], 1e-13);
      }
    }
  }

  @Test
  void elementsGiveTheSameMetric() {
    double[] elements = metric().inverse();
    assertArrayEquals(elements, Metric.of(MetricForm.LOW_RANK, elements).inverse());
  }

  @Test
  void roundedVectorsBecomeOrthonormal() {
    Random random = new Random(3);
    double[] rounded = VECTORS.clone();
    for (int i = 0; i < 6; i++) {
      rounded[i] += 1e-6 * random.nextGaussian();
    }
    double[] exact = new LowRankMetric.Parts(INVERSE, VALUES, rounded).orthonormal().vectors();
    assertArrayEquals(VECTORS, exact, 1e-5);
    assertEquals(0, exact[0] * exact[3] + exact[1] * exact[4] + exact[2] * exact[5], 1e-15);
    assertEquals(1, exact[3] * exact[3] + exact[4] * exact[4] + exact[5] * exact[5], 1e-15);
  }

  @Test
  void othersAreRefused() {
    LowRankMetric.Parts skew =
        new LowRankMetric.Parts(INVERSE, VALUES, new double[] {1, 0, 0, 1, 0, 0});
    assertThrows(IllegalArgumentException.class, skew::orthonormal);
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      LowRankMetric.Parts parts = new LowRankMetric.Parts(INVERSE, new double[] {5, bad}, VECTORS);
      assertThrows(IllegalArgumentException.class, () -> new LowRankMetric(parts));
      LowRankMetric.Parts scaled =
          new LowRankMetric.Parts(new double[] {1, bad, 1}, VALUES, VECTORS);
      assertThrows(IllegalArgumentException.class, () -> new LowRankMetric(scaled));
    }
  }
}
