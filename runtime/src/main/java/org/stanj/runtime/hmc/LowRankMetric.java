package org.stanj.runtime.hmc;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * M⁻¹ = D (I + Σⱼ (λⱼ − 1) uⱼuⱼᵀ) D with a diagonal D and k orthonormal vectors uⱼ: scales, and
 * variances λⱼ along k directions of the scaled space, in which all others have variance 1. A
 * product with it takes O(kn) operations and no memory.
 */
public final class LowRankMetric implements Metric {
  /** By how much scalar products of vectors may differ from those of orthonormal ones. */
  private static final double ROUNDING = 1e-3;

  private final double[] inverse;
  private final double[] scale;
  private final double[] values;

  /** The vectors uⱼ, one behind the other. */
  private final double[] vectors;

  /**
   * What such a metric is made of.
   *
   * @param inverse squares of the diagonal of D
   * @param values λⱼ
   * @param vectors uⱼ one behind the other, orthonormal
   */
  public record Parts(double[] inverse, double[] values, double[] vectors) {
    /** The parts of the elements that {@link LowRankMetric#inverse} gives. */
    public static Parts of(double[] elements) {
      int k = (int) elements[0];
      int n = (elements.length - 1 - k) / (k + 1);
      return new Parts(
          Arrays.copyOfRange(elements, 1, 1 + n),
          Arrays.copyOfRange(elements, 1 + n, 1 + n + k),
          Arrays.copyOfRange(elements, 1 + n + k, elements.length));
    }

    /** k, the n elements of D², the λⱼ, and the uⱼ one behind the other. */
    public double[] elements() {
      int n = inverse.length;
      int k = values.length;
      double[] all = new double[1 + n + k + vectors.length];
      all[0] = k;
      System.arraycopy(inverse, 0, all, 1, n);
      System.arraycopy(values, 0, all, 1 + n, k);
      System.arraycopy(vectors, 0, all, 1 + n + k, vectors.length);
      return all;
    }

    /**
     * The same with vectors that are orthonormal to the last digit, made from rounded ones.
     *
     * @throws IllegalArgumentException if they are not orthonormal but for rounding
     */
    public Parts orthonormal() {
      int n = inverse.length;
      double[] exact = vectors.clone();
      for (int j = 0; j < values.length; j++) {
        for (int earlier = 0; earlier <= j; earlier++) {
          double dot = 0;
          for (int i = 0; i < n; i++) {
            dot += exact[earlier * n + i] * exact[j * n + i];
          }
          boolean itself = earlier == j;
          if (!(Math.abs(dot - (itself ? 1 : 0)) <= ROUNDING)) {
            throw new IllegalArgumentException(
                "The eigenvectors of the metric are not orthonormal.");
          }
          for (int i = 0; i < n; i++) {
            double x = exact[j * n + i];
            exact[j * n + i] = itself ? x / Math.sqrt(dot) : x - dot * exact[earlier * n + i];
          }
        }
      }
      return new Parts(inverse, values, exact);
    }

    /** The diagonal of M⁻¹. */
    public double[] diagonal() {
      int n = inverse.length;
      double[] diagonal = inverse.clone();
      for (int i = 0; i < n; i++) {
        double sum = 1;
        for (int j = 0; j < values.length; j++) {
          double u = vectors[j * n + i];
          sum += (values[j] - 1) * u * u;
        }
        diagonal[i] *= sum;
      }
      return diagonal;
    }
  }

  /**
   * @param parts copied
   * @throws IllegalArgumentException unless D² and λⱼ are positive and all numbers finite
   */
  public LowRankMetric(Parts parts) {
    this.inverse = parts.inverse().clone();
    this.scale = Arrays.stream(inverse).map(Math::sqrt).toArray();
    this.values = parts.values().clone();
    this.vectors = parts.vectors().clone();
    if (!arePositive(inverse)
        || !arePositive(values)
        || !Arrays.stream(vectors).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("Inverse Euclidean metric not positive definite.");
    }
  }

  private static boolean arePositive(double[] x) {
    return Arrays.stream(x).allMatch(v -> v > 0 && v < Double.POSITIVE_INFINITY);
  }

  /** A metric without vectors. */
  public static LowRankMetric diagonal(double[] inverse) {
    return new LowRankMetric(new Parts(inverse, new double[0], new double[0]));
  }

  @Override
  public MetricForm form() {
    return MetricForm.LOW_RANK;
  }

  /** D (I + …) D p; the vectors are orthonormal, so that the sum can be a product of its terms. */
  @Override
  public void velocity(double[] p, double[] velocity) {
    int n = scale.length;
    for (int i = 0; i < n; i++) {
      velocity[i] = scale[i] * p[i];
    }
    stretch(velocity, 1);
    for (int i = 0; i < n; i++) {
      velocity[i] *= scale[i];
    }
  }

  /** x ← (I + Σⱼ (λⱼᵃ − 1) uⱼuⱼᵀ) x, for a power a of 1 or −½. */
  private void stretch(double[] x, double power) {
    int n = scale.length;
    for (int j = 0; j < values.length; j++) {
      double value = power == 1 ? values[j] : 1 / Math.sqrt(values[j]);
      double amount = (value - 1) * along(j, x);
      int from = j * n;
      for (int i = 0; i < n; i++) {
        x[i] += amount * vectors[from + i];
      }
    }
  }

  /** uⱼ·x, in four sums, which the processor can add at the same time. */
  private double along(int j, double[] x) {
    int n = scale.length;
    int from = j * n;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += vectors[from + i] * x[i];
      s1 += vectors[from + i + 1] * x[i + 1];
      s2 += vectors[from + i + 2] * x[i + 2];
      s3 += vectors[from + i + 3] * x[i + 3];
    }
    for (; i < n; i++) {
      s0 += vectors[from + i] * x[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** ½ (|y|² + Σⱼ (λⱼ − 1) (uⱼ·y)²) with y = Dp. */
  @Override
  public double kineticEnergy(double[] p) {
    int n = scale.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double y = scale[i] * p[i];
      sum += y * y;
    }
    for (int j = 0; j < values.length; j++) {
      int from = j * n;
      double along = 0;
      for (int i = 0; i < n; i++) {
        along += vectors[from + i] * scale[i] * p[i];
      }
      sum += (values[j] - 1) * along * along;
    }
    return 0.5 * sum;
  }

  /** p = D⁻¹ (I + Σⱼ (λⱼ^(−½) − 1) uⱼuⱼᵀ) z has covariance M. */
  @Override
  public void drawMomentum(double[] p, DoubleSupplier standardNormal) {
    for (int i = 0; i < p.length; i++) {
      p[i] = standardNormal.getAsDouble();
    }
    stretch(p, -0.5);
    for (int i = 0; i < p.length; i++) {
      p[i] /= scale[i];
    }
  }

  /** The elements of its parts, see {@link Parts#elements}. */
  @Override
  public double[] inverse() {
    return new Parts(inverse, values, vectors).elements();
  }
}
