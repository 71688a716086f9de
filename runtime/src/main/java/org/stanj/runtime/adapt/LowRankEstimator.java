package org.stanj.runtime.adapt;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stanj.runtime.hmc.LowRankMetric;
import org.stanj.runtime.hmc.Metric;

/**
 * The diagonal metric of {@link FisherDiagonalEstimator}, corrected along the directions in which
 * it is wrong. With positions and gradients in its scales, and A and B their covariances with γI
 * added, the Fisher divergence is least where Σ B Σ = A. Both are taken within the space that
 * positions and gradients span; eigenvectors of Σ whose eigenvalue is between 1/c and c are left
 * out, since little is gained there. Where the diagonal does not come from gradients, or numbers
 * overflow, it stays as it is.
 *
 * <p>Positions are kept: all of them up to a limit, then every second, fourth ... one.
 *
 * <p>Source: Seyboldt, Carlson and Carpenter 2026, arXiv:2603.18845, low-rank estimator.
 */
final class LowRankEstimator implements MetricEstimator {
  /** γ: small, so that strong correlations survive; the null space of few draws stays defined. */
  private static final double REGULARISATION = 1e-5;

  /** Part of the trace that may be due to rounding: gradients in the tails can be huge. */
  private static final double ROUNDING = 1e-12;

  /** c. */
  private static final double CUTOFF = 2;

  /** With so few dimensions more positions cost little. */
  private static final int FEW_DIMENSIONS = 250;

  private static final int MANY_POSITIONS = 1024;
  private static final int POSITIONS = 256;

  private final int n;
  private final int capacity;
  private final FisherDiagonalEstimator diagonal;
  private double[] positions = new double[0];
  private double[] gradients = new double[0];
  private int kept;
  private long count;

  /** An estimator in {@code n} dimensions that has seen nothing. */
  LowRankEstimator(int n) {
    this.n = n;
    capacity = n <= FEW_DIMENSIONS ? MANY_POSITIONS : POSITIONS;
    diagonal = new FisherDiagonalEstimator(n);
  }

  @Override
  public void add(double[] q, double[] gradient) {
    if (count % stride(count) == 0) {
      if (kept == capacity) {
        thin();
      }
      if (positions.length < (kept + 1) * n) {
        int rows = Math.min(capacity, Math.max(16, 2 * kept));
        positions = Arrays.copyOf(positions, rows * n);
        gradients = Arrays.copyOf(gradients, rows * n);
      }
      System.arraycopy(q, 0, positions, kept * n, n);
      System.arraycopy(gradient, 0, gradients, kept * n, n);
      kept++;
    }
    count++;
  }

  /** Every so many positions are kept, when so many have come: 1, 2, 4 ... */
  private long stride(long seen) {
    long stride = 1;
    while (seen >= stride * capacity) {
      stride *= 2;
    }
    return stride;
  }

  private void thin() {
    kept /= 2;
    for (int i = 1; i < kept; i++) {
      System.arraycopy(positions, 2 * i * n, positions, i * n, n);
      System.arraycopy(gradients, 2 * i * n, gradients, i * n, n);
    }
  }

  @Override
  public Metric metric() {
    diagonal.restart();
    for (int i = 0; i < kept; i++) {
      diagonal.add(row(positions, i), row(gradients, i));
    }
    double[] inverse = diagonal.inverse();
    if (n == 0 || !diagonal.isSettled()) {
      return LowRankMetric.diagonal(inverse);
    }
    DMatrixRMaj draws = new DMatrixRMaj(kept, n);
    DMatrixRMaj scores = new DMatrixRMaj(kept, n);
    double[] mean = diagonal.save().mean();
    for (int j = 0; j < kept; j++) {
      for (int i = 0; i < n; i++) {
        double scale = Math.sqrt(inverse[i]);
        draws.set(j, i, (positions[j * n + i] - mean[i]) / scale);
        scores.set(j, i, (gradients[j * n + i] - mean[n + i]) * scale);
      }
    }
    return corrected(inverse, draws, scores);
  }

  private double[] row(double[] rows, int i) {
    return Arrays.copyOfRange(rows, i * n, (i + 1) * n);
  }

  private Metric corrected(double[] inverse, DMatrixRMaj draws, DMatrixRMaj scores) {
    Optional<DMatrixRMaj> basis =
        n > 2 * kept ? Optional.of(Spectrum.basis(draws, scores)) : Optional.empty();
    DMatrixRMaj a = covariance(basis.map(q -> product(draws, q)).orElse(draws));
    DMatrixRMaj b = covariance(basis.map(q -> product(scores, q)).orElse(scores));
    return Spectrum.solution(a, b)
        .flatMap(Spectrum::of)
        .map(spectrum -> metric(inverse, spectrum, basis))
        .orElseGet(() -> LowRankMetric.diagonal(inverse));
  }

  private LowRankMetric metric(double[] inverse, Spectrum spectrum, Optional<DMatrixRMaj> basis) {
    int[] chosen = spectrum.outside(CUTOFF);
    double[] values = Arrays.stream(chosen).mapToDouble(j -> spectrum.values()[j]).toArray();
    double[] vectors = new double[chosen.length * n];
    for (int j = 0; j < chosen.length; j++) {
      DMatrixRMaj vector = CommonOps_DDRM.extractColumn(spectrum.vectors(), chosen[j], null);
      DMatrixRMaj whole = basis.map(q -> product(q, vector)).orElse(vector);
      System.arraycopy(whole.data, 0, vectors, j * n, n);
    }
    return new LowRankMetric(new LowRankMetric.Parts(inverse, values, vectors));
  }

  private static DMatrixRMaj product(DMatrixRMaj x, DMatrixRMaj y) {
    DMatrixRMaj product = new DMatrixRMaj(x.numRows, y.numCols);
    CommonOps_DDRM.mult(x, y, product);
    return product;
  }

  /** XᵀX/m + γI of m centred rows; γ is larger where rounding is. */
  private static DMatrixRMaj covariance(DMatrixRMaj rows) {
    DMatrixRMaj product = new DMatrixRMaj(rows.numCols, rows.numCols);
    CommonOps_DDRM.multInner(rows, product);
    CommonOps_DDRM.scale(1.0 / rows.numRows, product);
    double added = Math.max(REGULARISATION, ROUNDING * CommonOps_DDRM.trace(product));
    for (int i = 0; i < rows.numCols; i++) {
      product.add(i, i, added);
    }
    return product;
  }

  /** Adds the positions that the other has kept. */
  @Override
  public void absorb(EstimatorState other) {
    int rows = n == 0 ? 0 : other.mean().length / n;
    for (int i = 0; i < rows; i++) {
      add(row(other.mean(), i), row(other.squares(), i));
    }
  }

  @Override
  public void restart() {
    kept = 0;
    count = 0;
  }

  @Override
  public EstimatorState save() {
    return new EstimatorState(
        count, Arrays.copyOf(positions, kept * n), Arrays.copyOf(gradients, kept * n));
  }

  @Override
  public void restore(EstimatorState saved) {
    count = saved.count();
    positions = saved.mean().clone();
    gradients = saved.squares().clone();
    kept = n == 0 ? 0 : positions.length / n;
  }
}
