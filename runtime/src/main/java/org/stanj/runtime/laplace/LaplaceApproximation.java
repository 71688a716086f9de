package org.stanj.runtime.laplace;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.optimize.FiniteHessian;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.random.StandardNormal;

/**
 * The normal distribution around a mode whose precision is −H, H the Hessian of the log density
 * there: exact where the density is normal.
 */
public final class LaplaceApproximation {
  private final double[] mode;
  private final DMatrixRMaj lower;

  /**
   * A draw.
   *
   * @param position unconstrained parameters
   * @param logDensity of the approximation, without its constants: −½ zᵀz
   */
  public record Draw(double[] position, double logDensity) {}

  /**
   * A log density around a point.
   *
   * @param logDensity there
   * @param gradient there
   * @param hessian there, row by row
   */
  public record Expansion(double logDensity, double[] gradient, double[] hessian) {}

  private LaplaceApproximation(double[] mode, DMatrixRMaj lower) {
    this.mode = mode.clone();
    this.lower = lower;
  }

  /** Value, gradient and Hessian at a point; throws what the density throws. */
  public static Expansion expand(Density density, double[] mode) {
    double[] gradient = new double[mode.length];
    double logDensity = density.evaluate(mode, gradient);
    return new Expansion(logDensity, gradient, FiniteHessian.at(density, mode));
  }

  /**
   * The approximation; empty if −H is not positive definite.
   *
   * @param mode caller keeps
   */
  public static Optional<LaplaceApproximation> of(double[] mode, Expansion expansion) {
    int n = mode.length;
    DMatrixRMaj precision = new DMatrixRMaj(n, n);
    for (int i = 0; i < n * n; i++) {
      precision.data[i] = -expansion.hessian[i];
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
    boolean definite = cholesky.decompose(precision);
    return definite
        ? Optional.of(new LaplaceApproximation(mode, cholesky.getT(null)))
        : Optional.empty();
  }

  /** The next draw: mode + L⁻ᵀ z with −H = L Lᵀ and z standard normal. */
  public Draw draw(RandomStream random) {
    StandardNormal normal = new StandardNormal(random);
    int n = mode.length;
    double[] x = new double[n];
    double squares = 0;
    for (int i = 0; i < n; i++) {
      x[i] = normal.next();
      squares += x[i] * x[i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= lower.get(j, i) * x[j];
      }
      x[i] /= lower.get(i, i);
    }
    for (int i = 0; i < n; i++) {
      x[i] += mode[i];
    }
    return new Draw(x, -squares / 2);
  }
}
