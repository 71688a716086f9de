package org.stanj.runtime.pathfinder;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.stanj.stdlib.random.StandardNormal;

/**
 * The normal distribution of a point on the path: covariance H, the inverse Hessian that L-BFGS has
 * learnt there, and mean x + H g (paper, algorithm 4). Of H a factor T with T Tᵀ = H is kept.
 */
final class NormalApproximation {
  private static final double LOG_2PI = Math.log(2 * Math.PI);

  private final double[] mean;
  private final Factor factor;

  /** T and its log determinant. */
  private interface Factor {
    /** T u. */
    double[] times(double[] u);

    double logDeterminant();
  }

  /**
   * A step of the path.
   *
   * @param s change of position
   * @param z change of the gradient of −log density
   */
  record Pair(double[] s, double[] z) {}

  private NormalApproximation(double[] mean, Factor factor) {
    this.mean = mean;
    this.factor = factor;
  }

  /**
   * The approximation at a point; empty if H is not positive definite in floating point.
   *
   * @param position x
   * @param gradient g of the log density there
   * @param alpha diagonal that H starts from
   * @param pairs the latest steps, oldest first
   */
  static Optional<NormalApproximation> at(
      double[] position, double[] gradient, double[] alpha, List<Pair> pairs) {
    int n = position.length;
    double[] mean = position.clone();
    for (int i = 0; i < n; i++) {
      mean[i] += alpha[i] * gradient[i];
    }
    if (pairs.isEmpty()) {
      return Optional.of(new NormalApproximation(mean, Diagonal.of(alpha)));
    }
    DMatrixRMaj beta = beta(alpha, pairs);
    DMatrixRMaj gamma = gamma(alpha, pairs);
    double[] learnt = learnt(beta, gamma, gradient);
    for (int i = 0; i < n; i++) {
      mean[i] += learnt[i];
      if (!Double.isFinite(mean[i])) {
        return Optional.empty();
      }
    }
    Optional<Factor> factor =
        beta.numCols < n ? thin(alpha, beta, gamma) : full(alpha, beta, gamma);
    return factor.map(f -> new NormalApproximation(mean, f));
  }

  /** β γ βᵀ g. */
  private static double[] learnt(DMatrixRMaj beta, DMatrixRMaj gamma, double[] gradient) {
    DMatrixRMaj column = new DMatrixRMaj(gradient.length, 1, true, gradient);
    DMatrixRMaj projected = new DMatrixRMaj(beta.numCols, 1);
    CommonOps_DDRM.multTransA(beta, column, projected);
    DMatrixRMaj weighted = new DMatrixRMaj(beta.numCols, 1);
    CommonOps_DDRM.mult(gamma, projected, weighted);
    DMatrixRMaj product = new DMatrixRMaj(gradient.length, 1);
    CommonOps_DDRM.mult(beta, weighted, product);
    return product.data;
  }

  /** Before anything is learnt. */
  private record Diagonal(double[] roots, double logDeterminant) implements Factor {
    static Diagonal of(double[] alpha) {
      double[] roots = new double[alpha.length];
      double logDeterminant = 0;
      for (int i = 0; i < alpha.length; i++) {
        roots[i] = Math.sqrt(alpha[i]);
        logDeterminant += Math.log(roots[i]);
      }
      return new Diagonal(roots, logDeterminant);
    }

    @Override
    public double[] times(double[] u) {
      double[] product = new double[u.length];
      for (int i = 0; i < u.length; i++) {
        product[i] = roots[i] * u[i];
      }
      return product;
    }
  }

  /** β = [diag(α) Z, S] in H = diag(α) + β γ βᵀ. */
  private static DMatrixRMaj beta(double[] alpha, List<Pair> pairs) {
    int history = pairs.size();
    DMatrixRMaj beta = new DMatrixRMaj(alpha.length, 2 * history);
    for (int j = 0; j < history; j++) {
      for (int i = 0; i < alpha.length; i++) {
        beta.set(i, j, alpha[i] * pairs.get(j).z[i]);
        beta.set(i, history + j, pairs.get(j).s[i]);
      }
    }
    return beta;
  }

  /**
   * γ = [0, −R⁻¹; −R⁻ᵀ, R⁻ᵀ (diag(SᵀZ) + Zᵀ diag(α) Z) R⁻¹], R the upper triangle of SᵀZ (Byrd,
   * Nocedal &amp; Schnabel 1994, equation 2.6).
   */
  private static DMatrixRMaj gamma(double[] alpha, List<Pair> pairs) {
    int history = pairs.size();
    DMatrixRMaj upper = new DMatrixRMaj(history, history);
    DMatrixRMaj middle = new DMatrixRMaj(history, history);
    for (int i = 0; i < history; i++) {
      for (int j = 0; j < history; j++) {
        upper.set(i, j, j >= i ? dot(pairs.get(i).s, pairs.get(j).z) : 0);
        middle.set(i, j, dot(alpha, pairs.get(i).z, pairs.get(j).z));
      }
      middle.add(i, i, upper.get(i, i));
    }
    DMatrixRMaj inverse = new DMatrixRMaj(history, history);
    CommonOps_DDRM.invert(upper, inverse);
    DMatrixRMaj half = new DMatrixRMaj(history, history);
    CommonOps_DDRM.multTransA(inverse, middle, half);
    CommonOps_DDRM.mult(half, inverse, middle);
    DMatrixRMaj gamma = new DMatrixRMaj(2 * history, 2 * history);
    for (int i = 0; i < history; i++) {
      for (int j = 0; j < history; j++) {
        gamma.set(i, history + j, -inverse.get(i, j));
        gamma.set(history + j, i, -inverse.get(i, j));
        gamma.set(history + i, history + j, middle.get(i, j));
      }
    }
    return gamma;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double dot(double[] weights, double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += weights[i] * a[i] * b[i];
    }
    return sum;
  }

  /** By the Cholesky factor of H itself, where the history spans all dimensions. */
  private static Optional<Factor> full(double[] alpha, DMatrixRMaj beta, DMatrixRMaj gamma) {
    int n = alpha.length;
    DMatrixRMaj half = new DMatrixRMaj(n, beta.numCols);
    CommonOps_DDRM.mult(beta, gamma, half);
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multTransB(half, beta, covariance);
    for (int i = 0; i < n; i++) {
      covariance.add(i, i, alpha[i]);
    }
    return lower(covariance).map(l -> new Full(l, logDiagonal(l)));
  }

  private record Full(DMatrixRMaj lower, double logDeterminant) implements Factor {
    @Override
    public double[] times(double[] u) {
      DMatrixRMaj product = new DMatrixRMaj(u.length, 1);
      CommonOps_DDRM.mult(lower, new DMatrixRMaj(u.length, 1, true, u), product);
      return product.data;
    }
  }

  /** T = diag(√α) (Q L Qᵀ + I − Q Qᵀ), with Q R = diag(√α)⁻¹ β and L Lᵀ = I + R γ Rᵀ. */
  private static Optional<Factor> thin(double[] alpha, DMatrixRMaj beta, DMatrixRMaj gamma) {
    int n = alpha.length;
    Diagonal diagonal = Diagonal.of(alpha);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < beta.numCols; j++) {
        beta.set(i, j, beta.get(i, j) / diagonal.roots[i]);
      }
    }
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(n, beta.numCols);
    if (!qr.decompose(beta)) {
      return Optional.empty();
    }
    DMatrixRMaj q = qr.getQ(null, true);
    DMatrixRMaj r = qr.getR(null, true);
    DMatrixRMaj half = new DMatrixRMaj(r.numRows, r.numCols);
    CommonOps_DDRM.mult(r, gamma, half);
    DMatrixRMaj core = new DMatrixRMaj(r.numRows, r.numRows);
    CommonOps_DDRM.multTransB(half, r, core);
    for (int i = 0; i < core.numRows; i++) {
      core.add(i, i, 1);
    }
    return lower(core)
        .map(l -> new Thin(diagonal.roots, q, l, diagonal.logDeterminant + logDiagonal(l)));
  }

  private record Thin(double[] roots, DMatrixRMaj q, DMatrixRMaj lower, double logDeterminant)
      implements Factor {
    @Override
    public double[] times(double[] u) {
      int n = u.length;
      int k = q.numCols;
      DMatrixRMaj inside = new DMatrixRMaj(k, 1);
      CommonOps_DDRM.multTransA(q, new DMatrixRMaj(n, 1, true, u), inside);
      DMatrixRMaj moved = new DMatrixRMaj(k, 1);
      CommonOps_DDRM.mult(lower, inside, moved);
      CommonOps_DDRM.subtractEquals(moved, inside);
      DMatrixRMaj product = new DMatrixRMaj(n, 1);
      CommonOps_DDRM.mult(q, moved, product);
      for (int i = 0; i < n; i++) {
        product.data[i] = roots[i] * (product.data[i] + u[i]);
      }
      return product.data;
    }
  }

  /** The Cholesky factor of the symmetric part. */
  private static Optional<DMatrixRMaj> lower(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * (matrix.get(i, j) + matrix.get(j, i));
        matrix.set(i, j, mean);
        matrix.set(j, i, mean);
      }
    }
    if (MatrixFeatures_DDRM.hasUncountable(matrix)) {
      return Optional.empty();
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
    return cholesky.decompose(matrix) ? Optional.of(cholesky.getT(null)) : Optional.empty();
  }

  private static double logDiagonal(DMatrixRMaj lower) {
    double sum = 0;
    for (int i = 0; i < lower.numRows; i++) {
      sum += Math.log(lower.get(i, i));
    }
    return sum;
  }

  double[] mean() {
    return mean.clone();
  }

  /**
   * A place drawn from the approximation.
   *
   * @param position unconstrained parameters
   * @param logDensity of the approximation there, normalised
   */
  record Place(double[] position, double logDensity) {}

  Place draw(StandardNormal normal) {
    double[] u = new double[mean.length];
    double squares = 0;
    for (int i = 0; i < u.length; i++) {
      u[i] = normal.next();
      squares += u[i] * u[i];
    }
    double[] position = factor.times(u);
    for (int i = 0; i < u.length; i++) {
      position[i] += mean[i];
    }
    return new Place(position, -0.5 * (squares + u.length * LOG_2PI) - factor.logDeterminant());
  }
}
