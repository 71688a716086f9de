package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.CurvedCallback;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.Multivariate;

/**
 * The embedded Laplace approximation: with θ ~ Normal(0, K) and a log likelihood ℓ(θ, η),
 *
 * <p>log p(y | K, η) ≈ −½a′θ + ℓ(θ, η) − ½ log |I + KW| at the mode θ = Ka, with a = dℓ/dθ and W =
 * −d²ℓ/dθ²; and θ | y ~ Normal(mode, (K⁻¹ + W)⁻¹).
 *
 * <p>W is made of diagonal blocks; what a likelihood has outside of them is not seen. Sources:
 * Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), sections 3.4 and 5.5;
 * Margossian, Vehtari, Simpson and Agrawal, arXiv:2004.12550; Margossian, arXiv:2306.14976.
 *
 * <p>A trace holds {@link #SOLVER}, {@link #STEPS} and {@link #CONVERGED}, then θ, a, dℓ/dθ and the
 * columns of the blocks of W.
 *
 * <p>Domain errors: options out of range; a log likelihood that is not finite at the start; a K or
 * a likelihood with which no solver finds a mode. Where the steps do not suffice the place that was
 * reached counts as the mode.
 */
public final class LaplaceMarginal {
  /** Place in the trace of the solver that was used. */
  public static final int SOLVER = 0;

  /** Place in the trace of the number of Newton steps. */
  public static final int STEPS = 1;

  /** Place in the trace of 1, or 0 where {@code maxSteps} did not suffice. */
  public static final int CONVERGED = 2;

  private static final int HEADER = 3;

  private LaplaceMarginal() {}

  /**
   * The log marginal density.
   *
   * @param ll ℓ with leading argument θ
   * @param k the covariance K, of so many rows and columns
   * @param theta0 where the search starts, or at 0 where K is not positive definite; the result
   *     does not depend on it but for rounding
   * @param tolerance the search ends when a step changes −½a′θ + ℓ by less
   * @param maxSteps Newton steps
   * @param blockSize of W
   * @param solver 1: Cholesky factor of I + W^½ K W^½; 2: of I + R′WR with K = RR′; 3: LU factors
   *     of I + KW
   * @param lineSearchSteps evaluations in a line search; 0 for full steps only
   * @param allowFallthrough whether the next solver is tried when one fails: not 0
   * @param name with which messages begin; Stan's is {@code laplace_marginal_density}
   * @param out is set to the value
   * @return the trace
   */
  public static double[] marginal(
      CurvedCallback ll,
      double[] k,
      int kAt,
      int rows,
      int cols,
      double[] theta0,
      int theta0At,
      int n,
      double tolerance,
      int maxSteps,
      int blockSize,
      int solver,
      int lineSearchSteps,
      int allowFallthrough,
      String name,
      double[] out,
      int outAt,
      int one) {
    LaplaceOptions options =
        new LaplaceOptions(
            tolerance, maxSteps, blockSize, solver, lineSearchSteps, allowFallthrough > 0, name);
    options.check(rows, cols, theta0, theta0At, n);
    LaplaceMode mode = mode(ll, k, kAt, theta0, theta0At, n, options);
    out[outAt] = mode.point().objective() - 0.5 * mode.system().logDeterminant();
    return trace(mode);
  }

  private static LaplaceMode mode(
      CurvedCallback ll,
      double[] k,
      int kAt,
      double[] theta0,
      int theta0At,
      int n,
      LaplaceOptions options) {
    return new LaplaceNewton(
            new LatentLikelihood(ll, n, options.blockSize()),
            Arrays.copyOfRange(k, kAt, kAt + n * n),
            Arrays.copyOfRange(theta0, theta0At, theta0At + n),
            options)
        .find();
  }

  private static double[] trace(LaplaceMode mode) {
    LatentPoint point = mode.point();
    int n = point.theta().length;
    double[] trace = new double[HEADER + n * (3 + mode.hessian().size())];
    trace[SOLVER] = mode.solver();
    trace[STEPS] = mode.steps();
    trace[CONVERGED] = mode.converged() ? 1 : 0;
    System.arraycopy(point.theta(), 0, trace, HEADER, n);
    System.arraycopy(point.a(), 0, trace, HEADER + n, n);
    System.arraycopy(point.gradient(), 0, trace, HEADER + 2 * n, n);
    double[] w = mode.hessian().values();
    System.arraycopy(w, 0, trace, HEADER + 3 * n, w.length);
    return trace;
  }

  /**
   * Adjoint of {@link #marginal}, by the implicit function theorem. With A = (K⁻¹ + W)⁻¹, R = W −
   * WAW, s = ½ d tr(AH)/dθ for the Hessian H = −W at fixed A, and u = s − RKs:
   *
   * <p>K̄ += ½aa′ − ½R + u(dℓ/dθ)′, and η̄ += dℓ/dη + ½ d tr(AH)/dη + d(v′ dℓ/dθ)/dη with v = Ku.
   *
   * <p>Nothing goes to {@code dTheta0}: the mode does not depend on where the search started.
   */
  public static void marginalAdjoint(
      CurvedCallback ll,
      double[] k,
      int kAt,
      int rows,
      int cols,
      double[] theta0,
      int theta0At,
      int n,
      double tolerance,
      int maxSteps,
      int blockSize,
      int solver,
      int lineSearchSteps,
      int allowFallthrough,
      String name,
      double[] out,
      int outAt,
      int one,
      double[] trace,
      int traceAt,
      int traceLength,
      double @Nullable [] dK,
      int dKAt,
      double @Nullable [] dTheta0,
      int dTheta0At,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    double weight = dOut[dOutAt];
    if (weight == 0 || (dK == null && dActive == null)) {
      return;
    }
    int at = traceAt + HEADER;
    double[] theta = Arrays.copyOfRange(trace, at, at + n);
    double[] g = Arrays.copyOfRange(trace, at + 2 * n, at + 3 * n);
    double[] w = Arrays.copyOfRange(trace, at + 3 * n, traceAt + traceLength);
    double[] covariance = Arrays.copyOfRange(k, kAt, kAt + n * n);
    NewtonSystem.Curvature curvature =
        LaplaceNewton.systems((int) trace[traceAt + SOLVER], covariance, n, name)
            .at(new BlockDiagonal(n, blockSize, w))
            .curvature();
    LatentLikelihood likelihood = new LatentLikelihood(ll, n, blockSize);
    double[] s =
        likelihood.traceGradient(theta, curvature.covariance(), 0.5 * weight, dActive, dActiveAt);
    double[] u = Dense.product(curvature.precision(), Dense.product(covariance, s));
    Arrays.setAll(u, i -> s[i] - u[i]);
    if (dK != null) {
      addCovarianceAdjoint(trace, at + n, g, curvature.precision(), u, weight, dK, dKAt);
    }
    if (dActive != null) {
      likelihood.addActiveGradient(theta, weight, dActive, dActiveAt);
      double[] v = Dense.product(covariance, u);
      likelihood.addActiveGradientAlong(theta, v, dActive, dActiveAt);
    }
  }

  private static void addCovarianceAdjoint(
      double[] a,
      int aAt,
      double[] g,
      double[] precision,
      double[] u,
      double weight,
      double[] dK,
      int dKAt) {
    int n = g.length;
    for (int j = 0; j < n; j++) {
      double half = 0.5 * weight * a[aAt + j];
      for (int i = 0; i < n; i++) {
        dK[dKAt + j * n + i] +=
            half * a[aAt + i] - 0.5 * weight * precision[j * n + i] + u[i] * g[j];
      }
    }
  }

  /**
   * A draw of θ from its approximation Normal(mode, (K⁻¹ + W)⁻¹): the arguments of {@link
   * #marginal}.
   *
   * @param out is set to the draw
   * @return the trace
   * @throws RejectException also where the covariance of the draw is not positive definite
   */
  public static double[] latent(
      RandomStream stream,
      CurvedCallback ll,
      double[] k,
      int kAt,
      int rows,
      int cols,
      double[] theta0,
      int theta0At,
      int n,
      double tolerance,
      int maxSteps,
      int blockSize,
      int solver,
      int lineSearchSteps,
      int allowFallthrough,
      String name,
      double[] out,
      int outAt,
      int outN) {
    LaplaceOptions options =
        new LaplaceOptions(
            tolerance, maxSteps, blockSize, solver, lineSearchSteps, allowFallthrough > 0, name);
    options.check(rows, cols, theta0, theta0At, n);
    LaplaceMode mode = mode(ll, k, kAt, theta0, theta0At, n, options);
    double[] l =
        Dense.cholesky(
            mode.system().covariance(),
            n,
            "multi_normal_rng: Matrix covariance matrix argument is not positive definite");
    double[] z = new double[n];
    Multivariate.standardNormals(stream, z, 0, n);
    double[] deviation = Dense.product(l, z);
    for (int i = 0; i < n; i++) {
      out[outAt + i] = mode.point().theta()[i] + deviation[i];
    }
    return trace(mode);
  }
}
