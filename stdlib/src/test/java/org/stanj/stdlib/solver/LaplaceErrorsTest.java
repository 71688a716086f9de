package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.stdlib.abi.RejectException;

/** Stan's messages, and searches that do not find a mode at once or at all. */
class LaplaceErrorsTest {
  private static final LaplaceCase POISSON = LaplaceCase.named("poisson");
  private static final double[] K = POISSON.covariance();

  private static RejectException error(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(RejectException.class, call);
  }

  private static String marginalError(
      double[] start, double tolerance, int steps, int blockSize, int solver) {
    LaplaceCase c = new LaplaceCase("other", POISSON.likelihood(), 5, blockSize);
    return error(() -> c.marginal(K, start, tolerance, steps, solver, 1000, 1)).getMessage();
  }

  @Test
  void optionsAreChecked() {
    double[] zero = new double[5];
    String name = LaplaceCase.FUNCTION;
    assertEquals(
        name + ": initial guess has size 0, but must have a non-zero size",
        marginalError(new double[0], 1e-8, 500, 1, 1));
    assertEquals(
        name + ": initial guess[3] is nan, but must be finite!",
        marginalError(new double[] {0, 0, Double.NaN, 0, 0}, 1e-8, 500, 1, 1));
    assertEquals(
        name
            + ": The size of the initial theta (4) vector must match the rows and columns of the"
            + " covariance matrix (5, 5).",
        marginalError(new double[4], 1e-8, 500, 1, 1));
    assertEquals(
        name + ": tolerance is -1, but must be nonnegative!", marginalError(zero, -1, 500, 1, 1));
    assertEquals(
        name + ": tolerance is nan, but must be nonnegative!",
        marginalError(zero, Double.NaN, 500, 1, 1));
    assertEquals(
        name + ": max_num_steps is 0, but must be positive!", marginalError(zero, 1e-8, 0, 1, 1));
    assertEquals(
        name + ": hessian_block_size is 0, but must be positive!",
        marginalError(zero, 1e-8, 500, 0, 1));
    assertEquals(name + ": Hessian block size mismatch.", marginalError(zero, 1e-8, 500, 2, 1));
    assertEquals(
        name + ": solver must be 1, 2, or 3. Got: 4", marginalError(zero, 1e-8, 500, 1, 4));
  }

  @Test
  void covarianceMustBeSquare() {
    RejectException e =
        error(
            () ->
                new LaplaceOptions(1e-8, 500, 1, 1, 1000, true, "f")
                    .check(3, 2, new double[3], 0, 3));
    assertSame(RejectException.Kind.SIZE, e.kind());
    assertEquals(
        "f: Expecting a square matrix; rows of covariance (3) and columns of covariance (2) must"
            + " match in size",
        e.getMessage());
  }

  @Test
  void logLikelihoodMustBeFiniteAtTheStart() {
    String message =
        "laplace_marginal_density: log likelihood is not finite at initial theta and likelihood"
            + " arguments.";
    LaplaceCase nan =
        new LaplaceCase("nan", new JetLikelihood((theta, eta) -> Jet.of(Double.NaN)), 5, 1);
    assertEquals(message, error(() -> nan.marginal(K, 1)).getMessage());
    double[] k = K.clone();
    k[6] = Double.NaN;
    assertEquals(message, error(() -> POISSON.marginal(k, 1)).getMessage());
    k[6] = Double.POSITIVE_INFINITY;
    assertEquals(message, error(() -> POISSON.marginal(k, 2)).getMessage());
  }

  @Test
  void covarianceOfNegativeVariancesIsRefused() {
    double[] k = K.clone();
    k[12] = -3;
    double[] negative = Arrays.stream(K).map(x -> -x).toArray();
    for (double[] covariance : List.of(k, negative)) {
      for (int solver = 1; solver <= 3; solver++) {
        int chosen = solver;
        RejectException e = error(() -> POISSON.marginal(covariance, chosen));
        assertSame(RejectException.Kind.DOMAIN, e.kind());
      }
    }
    for (int solver = 1; solver <= 2; solver++) {
      int chosen = solver;
      RejectException e =
          error(() -> POISSON.marginal(k, new double[5], 1e-8, 500, chosen, 1000, 0));
      assertTrue(e.getMessage().startsWith("[laplace_marginal_density]"), e.getMessage());
    }
  }

  @Test
  void solverThatFailsHandsOver() {
    LaplaceCase c = LaplaceCase.named("student");
    double[] k = c.covariance();
    LaplaceCase.Result second = c.marginal(k, 2);
    LaplaceCase.Result first = c.marginal(k, 1);
    assertTrue(first.solver() > 1);
    assertEquals(second.value(), first.value(), 1e-11);
    assertEquals(1, POISSON.marginal(K, 1).solver());
    String message = error(() -> c.marginal(k, new double[5], 1e-8, 500, 1, 1000, 0)).getMessage();
    assertEquals(
        "[laplace_marginal_density] laplace_marginal_density: Hessian matrix is not positive"
            + " definite",
        message);
  }

  @Test
  void stepsThatDoNotSufficeAreTold() {
    double[] start = {6, 6, 6, 6, 6};
    LaplaceCase.Result result = POISSON.marginal(K, start, 1e-12, 1, 1, 1000, 1);
    assertFalse(result.converged());
    assertEquals(2, result.trace()[LaplaceMarginal.STEPS]);
    assertTrue(Double.isFinite(result.value()));
    assertTrue(POISSON.marginal(K, start, 1e-12, 50, 1, 1000, 1).converged());
  }

  @Test
  void fullStepsNeedNoLineSearch() {
    double expected = POISSON.marginal(K, 1).value();
    assertEquals(expected, POISSON.marginal(K, new double[5], 1e-12, 50, 1, 0, 1).value(), 1e-12);
  }

  @Test
  void undefinedNeighbourhoodEndsInAnError() {
    JetLikelihood likelihood =
        new JetLikelihood(
            (theta, eta) -> {
              if (theta[0].get(0) != 0) {
                throw RejectException.domain("elsewhere");
              }
              return theta[0].plus(theta[1]);
            });
    LaplaceCase c = new LaplaceCase("hole", likelihood, 2, 1);
    RejectException e = error(() -> c.marginal(LaplaceCase.covariance(2), 1));
    assertEquals(
        "laplace_marginal_density: line search failed to increase the objective", e.getMessage());
    assertTrue(likelihood.evaluations() < 200);
  }

  @Test
  void errorsThatAreNoRejectionsPassThrough() {
    JetLikelihood likelihood =
        new JetLikelihood(
            (theta, eta) -> {
              if (theta[0].get(0) != 0) {
                throw new RejectException(RejectException.Kind.FATAL, "stop");
              }
              return theta[0];
            });
    LaplaceCase c = new LaplaceCase("fatal", likelihood, 2, 1);
    RejectException e = error(() -> c.marginal(LaplaceCase.covariance(2), 1));
    assertSame(RejectException.Kind.FATAL, e.kind());
    assertEquals("stop", e.getMessage());
  }

  @Test
  void roughLikelihoodEndsInBoundedTime() {
    JetLikelihood likelihood =
        new JetLikelihood(
            (theta, eta) -> {
              double x = theta[0].get(0);
              double kink = Math.floor(1e6 * Math.sin(1e4 * x));
              return theta[0].times(kink % 7).plus(kink);
            });
    LaplaceCase c = new LaplaceCase("rough", likelihood, 2, 1);
    double[] k = LaplaceCase.covariance(2);
    try {
      c.marginal(k, new double[2], 0, 50, 1, 20, 1);
    } catch (RejectException e) {
      assertSame(RejectException.Kind.DOMAIN, e.kind());
    }
    assertTrue(likelihood.evaluations() < 3 * 51 * 50);
  }

  @Test
  void zeroToleranceEnds() {
    LaplaceCase.Result result = POISSON.marginal(K, new double[5], 0, 40, 1, 1000, 1);
    assertEquals(POISSON.marginal(K, 1).value(), result.value(), 1e-12);
    assertArrayEquals(DirectLaplace.mode(POISSON.likelihood(), K, 5), result.mode(5), 1e-12);
  }
}
