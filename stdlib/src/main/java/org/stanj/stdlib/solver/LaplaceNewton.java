package org.stanj.stdlib.solver;

import java.util.Arrays;
import java.util.Optional;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.linalg.LinearAlgebra;

/**
 * Newton's method for the mode of −½θ′K⁻¹θ + ℓ(θ), in the coordinates a with θ = Ka, so that K⁻¹ is
 * not needed.
 *
 * <p>A solver that fails hands the place that was reached to the next one. Sources: Rasmussen and
 * Williams, Gaussian Processes for Machine Learning (2006), algorithm 3.1; Margossian, Vehtari,
 * Simpson and Agrawal, arXiv:2004.12550, algorithm 1; Margossian, arXiv:2306.14976.
 */
final class LaplaceNewton {
  /**
   * Where the objective promises less than this part of itself, a line search that finds no growth
   * has met rounding.
   */
  private static final double ROUNDING = 1e-10;

  /** Relative error of K(K⁻¹θ) from which on K counts as singular. */
  private static final double START_ERROR = 1e-6;

  private final LatentLikelihood likelihood;
  private final double[] k;
  private final int n;
  private final LaplaceOptions options;
  private LatentPoint point;
  private int steps = 0;
  private boolean finished = false;

  /**
   * @param k the covariance; kept
   * @param start of θ
   * @throws RejectException where the log likelihood is not finite at the start
   */
  LaplaceNewton(LatentLikelihood likelihood, double[] k, double[] start, LaplaceOptions options) {
    this.likelihood = likelihood;
    this.k = k;
    this.n = start.length;
    this.options = options;
    this.point = start(start);
    boolean finite = Double.isFinite(point.objective());
    for (int i = 0; i < n * n; i++) {
      finite &= Double.isFinite(k[i]);
    }
    if (!finite) {
      throw RejectException.domain(
          options.name()
              + ": log likelihood is not finite at initial theta and likelihood arguments.");
    }
  }

  /** The place θ = Ka; where K is too near to a singular one for such an a, the place 0. */
  private LatentPoint start(double[] theta) {
    if (Arrays.stream(theta).anyMatch(x -> x != 0)) {
      double[] l = new double[n * n];
      LinearAlgebra.choleskyOrNan(k, 0, n, n, l, 0, n, n);
      double[] a = Dense.backward(l, Dense.forward(l, theta, n));
      double[] recovered = Dense.product(k, a);
      double error = 0;
      for (int i = 0; i < n; i++) {
        error += Math.abs(recovered[i] - theta[i]);
      }
      if (error <= START_ERROR * Arrays.stream(theta).map(Math::abs).sum()) {
        return LatentPoint.at(likelihood, a, recovered);
      }
    }
    return LatentPoint.at(likelihood, new double[n], new double[n]);
  }

  /**
   * The mode.
   *
   * @throws RejectException where no solver finds one
   */
  LaplaceMode find() {
    for (int solver = options.solver(); ; solver++) {
      try {
        return iterate(solver);
      } catch (RejectException e) {
        if (e.kind() != RejectException.Kind.DOMAIN || solver == LaplaceOptions.SOLVERS) {
          throw e;
        }
        if (!options.fallthrough()) {
          throw RejectException.domain("[" + options.name() + "] " + e.getMessage());
        }
      }
    }
  }

  private LaplaceMode iterate(int solver) {
    Systems systems = systems(solver, k, n, options.name());
    while (true) {
      BlockDiagonal w = likelihood.negativeHessian(point.theta());
      NewtonSystem system = systems.at(w);
      if (finished || steps > options.maxSteps()) {
        return new LaplaceMode(point, w, system, solver, steps, finished);
      }
      advance(system, w);
    }
  }

  /** The linear systems of one solver. */
  interface Systems {
    NewtonSystem at(BlockDiagonal w);
  }

  static Systems systems(int solver, double[] k, int n, String name) {
    if (solver == 1) {
      return w -> new HessianRoot(k, w, name);
    }
    if (solver == 2) {
      double[] root = CovarianceRoot.root(k, n, name);
      return w -> new CovarianceRoot(root, w, name);
    }
    return w -> new GeneralSystem(k, w, name);
  }

  private void advance(NewtonSystem system, BlockDiagonal w) {
    double[] b = point.gradient().clone();
    w.addProduct(point.theta(), b, 1);
    double[] direction = system.propose(b);
    for (int i = 0; i < n; i++) {
      direction[i] -= point.a()[i];
    }
    double[] directionInTheta = Dense.product(k, direction);
    double slope = point.slope(directionInTheta);
    if (slope < 0) {
      Arrays.setAll(direction, i -> -direction[i]);
      Arrays.setAll(directionInTheta, i -> -directionInTheta[i]);
    }
    Optional<LatentPoint> next =
        new LaplaceLineSearch(likelihood, point, direction, directionInTheta)
            .search(options.lineSearchSteps());
    steps++;
    if (next.isPresent()) {
      accept(next.get());
    } else if (Math.abs(slope) <= promise()) {
      finished = true;
    } else {
      throw RejectException.domain(
          options.name() + ": line search failed to increase the objective");
    }
  }

  private double promise() {
    return Math.max(options.tolerance(), ROUNDING * (1 + Math.abs(point.objective())));
  }

  private void accept(LatentPoint next) {
    finished =
        Math.abs(next.objective() - point.objective()) < options.tolerance()
            || Arrays.equals(next.a(), point.a());
    point = next;
  }
}
