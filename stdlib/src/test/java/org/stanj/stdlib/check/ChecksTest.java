package org.stanj.stdlib.check;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.stanj.stdlib.abi.RejectException;

/** Messages of the checks, word for word, and what passes them. */
final class ChecksTest {
  private static void rejects(String message, Executable check) {
    assertEquals(message, assertThrows(RejectException.class, check).getMessage());
  }

  @Test
  void simplex() {
    rejects(
        "f: x is not a valid simplex. sum(x) = 1.1, but should be 1",
        () -> Checks.simplex("f", "x", new double[] {9, 0.2, 0.3, 0.6}, 1, 3));
    rejects(
        "f: x is not a valid simplex. x[2] = -0.5, but should be greater than or equal to 0",
        () -> Checks.simplex("f", "x", new double[] {1.5, -0.5}, 0, 2));
    rejects(
        "f: x has size 0, but must have a non-zero size",
        () -> Checks.simplex("f", "x", new double[0], 0, 0));
    assertDoesNotThrow(() -> Checks.simplex("f", "x", new double[] {0.25, 0.75}, 0, 2));
  }

  @Test
  void orders() {
    rejects(
        "f: c is not a valid ordered vector. The element at 2 is 0.5, but should be greater than"
            + " the previous element, 1",
        () -> Checks.ordered("f", "c", new double[] {1, 0.5}, 0, 2));
    rejects(
        "f: c is not a valid positive_ordered vector. The element at 1 is -1, but should be"
            + " positive.",
        () -> Checks.positiveOrdered("f", "c", new double[] {-1, 0}, 0, 2));
    assertDoesNotThrow(() -> Checks.positiveOrdered("f", "c", new double[] {0, 1, 2}, 0, 3));
  }

  @Test
  void unitVectorsAndSums() {
    rejects(
        "f: u is not a valid unit vector. The sum of the squares of the elements should be 1, but"
            + " is 2",
        () -> Checks.unitVector("f", "u", new double[] {1, 1}, 0, 2));
    rejects(
        "f: z does not sum to zero. sum(z) = 0.5, but should be 0",
        () -> Checks.sumToZero("f", "z", new double[] {1, -0.5}, 0, 2));
  }

  @Test
  void shapesOfMatrices() {
    rejects(
        "f: Expecting a square matrix; rows of m (2) and columns of m (3) must match in size",
        () -> Checks.square("f", "m", new double[6], 0, 2, 3));
    rejects(
        "f: m is not symmetric. m[1,2] = 0.5, but m[2,1] = 0.2",
        () -> Checks.symmetric("f", "m", new double[] {2, 0.2, 0.5, 1}, 0, 2, 2));
    rejects(
        "f: L is not lower triangular; L[1,2]=0.233",
        () -> Checks.lowerTriangular("f", "L", new double[] {1, 0, 0.233, 1}, 0, 2, 2));
  }

  @Test
  void correlationAndCovariance() {
    rejects(
        "f: R is not a valid correlation matrix. R(1,1) is 3.603, but should be near 1.0",
        () -> Checks.corrMatrix("f", "R", new double[] {3.603, 0, 0, 1}, 0, 2, 2));
    rejects(
        "f: S is not positive definite.",
        () -> Checks.covMatrix("f", "S", new double[] {1, 2, 2, 1}, 0, 2, 2));
    assertDoesNotThrow(() -> Checks.corrMatrix("f", "R", new double[] {1, 0.3, 0.3, 1}, 0, 2, 2));
    assertDoesNotThrow(
        () -> Checks.choleskyFactorCorr("f", "L", new double[] {1, 0.6, 0, 0.8}, 0, 2, 2));
  }

  @Test
  void noNegativeVariance() {
    rejects(
        "f: V is not positive semi-definite.",
        () -> Checks.posSemidefinite("f", "V", new double[] {9, 1, 2, 2, 1}, 1, 2, 2));
    rejects(
        "f: V is not positive semi-definite.",
        () -> Checks.posSemidefinite("f", "V", new double[] {0, 1, 1, 0}, 0, 2, 2));
    double[] ofRankTwo = {1, 1, 0, 1, 1, 0, 0, 0, 4};
    assertDoesNotThrow(() -> Checks.posSemidefinite("f", "V", ofRankTwo, 0, 3, 3));
    assertDoesNotThrow(() -> Checks.posSemidefinite("f", "V", new double[4], 0, 2, 2));
  }

  @Test
  void numbersPrintAsInStan() {
    assertEquals("0.5", Numbers.general(0.5));
    assertEquals("-1", Numbers.general(-1));
    assertEquals("1.37847e+11", Numbers.general(137846528820.0));
    assertEquals("1e-05", Numbers.general(1e-5));
    assertEquals("0.0001", Numbers.general(1e-4));
    assertEquals("123457", Numbers.general(123456.7));
    assertEquals("1e+06", Numbers.general(999999.7));
    assertEquals("100000", Numbers.general(100000));
    assertEquals("inf", Numbers.general(Double.POSITIVE_INFINITY));
    assertEquals("nan", Numbers.general(Double.NaN));
    assertEquals("2147483647.000000", Numbers.fixed(Integer.MAX_VALUE));
    assertEquals("-1.000000", Numbers.fixed(-1));
  }
}
