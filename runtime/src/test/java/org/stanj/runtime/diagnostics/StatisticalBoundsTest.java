package org.stanj.runtime.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.diagnostics.StatisticalBounds.Comparison;
import org.stanj.runtime.diagnostics.StatisticalBounds.Verdict;

final class StatisticalBoundsTest {
  /** (1 − P(|Z| ≥ limit))^K = 1 − α, by the error function. */
  @Test
  void familyFailsWithProbabilityAlpha() {
    for (int k : new int[] {1, 2, 10, 500, 100_000}) {
      double each = Erf.erfc(StatisticalBounds.limit(k) / Math.sqrt(2));
      double family = -Math.expm1(k * Math.log1p(-each));
      assertEquals(1, family / StatisticalBounds.ALPHA, 1e-6);
    }
    assertEquals(3.890592, StatisticalBounds.limit(1), 1e-6);
  }

  private static Comparison comparison(double z) {
    return new Comparison("x", 1 + 0.5 * z, 0.3, 1, 0.4);
  }

  /** The corrected limit is the one that decides. */
  @Test
  void limitDependsOnTheNumberOfComparisons() {
    Verdict alone = StatisticalBounds.judge(List.of(comparison(4.2)));
    assertFalse(alone.passes());
    assertEquals(4.2, alone.worst().z(), 1e-12);
    List<Comparison> family = new ArrayList<>(List.of(comparison(-4.2)));
    for (int i = 0; i < 99; i++) {
      family.add(comparison(0.5));
    }
    Verdict together = StatisticalBounds.judge(family);
    assertTrue(together.passes());
    assertEquals(100, together.comparisons());
    assertEquals(-4.2, together.worst().z(), 1e-12);
  }

  @Test
  void noNumberFails() {
    Verdict verdict =
        StatisticalBounds.judge(
            List.of(new Comparison("stuck", 0, Double.NaN, 0, 0), comparison(9)));
    assertEquals(2, verdict.failures().size());
    assertTrue(Double.isNaN(verdict.worst().z()));
    assertTrue(verdict.toString().startsWith("2 fail: K = 2"));
  }

  /** Of 20,000 families with α' = 1/10 in place of α, a tenth exceeds Šidák's limit for it. */
  @Test
  void correctionHoldsForIndependentEstimates() {
    int k = 7;
    double tail = -Math.expm1(Math.log1p(-0.1) / k);
    double limit = Math.sqrt(2) * Erf.erfcInv(tail);
    Random random = new Random(5);
    int failures = 0;
    for (int i = 0; i < 20_000; i++) {
      boolean beyond = false;
      for (int j = 0; j < k; j++) {
        beyond |= Math.abs(random.nextGaussian()) > limit;
      }
      failures += beyond ? 1 : 0;
    }
    assertEquals(2000, failures, 3.9 * Math.sqrt(20_000 * 0.09));
  }
}
