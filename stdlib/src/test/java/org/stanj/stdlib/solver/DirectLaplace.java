package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.stanj.stdlib.abi.CurvedCallback;

/** The Laplace approximation by its definition, with K⁻¹, whole Hessians and elimination. */
final class DirectLaplace {
  private static final int STEPS = 200;

  private DirectLaplace() {}

  /** log p(y | K), K column-major and symmetric. */
  static double value(CurvedCallback ll, double[] k, int n) {
    double[] theta = mode(ll, k, n);
    double[][] precision = posteriorPrecision(ll, k, theta);
    return objective(ll, k, theta)
        - 0.5 * logDeterminant(matrix(k, n))
        - 0.5 * logDeterminant(precision);
  }

  static double[] mode(CurvedCallback ll, double[] k, int n) {
    double[] theta = new double[n];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[n];
      ll.vjp(theta, new double[] {1}, gradient, null, 0);
      double[] prior = solve(matrix(k, n), theta);
      for (int i = 0; i < n; i++) {
        gradient[i] -= prior[i];
      }
      double[] direction = solve(posteriorPrecision(ll, k, theta), gradient);
      double largest = Arrays.stream(direction).map(Math::abs).max().orElseThrow();
      if (largest < 1e-11) {
        return theta;
      }
      double best = objective(ll, k, theta);
      double length = 1;
      while (largest > 1e-5 && !(objective(ll, k, moved(theta, length, direction)) >= best)) {
        length /= 2;
      }
      theta = moved(theta, length, direction);
    }
    throw new AssertionError("no mode");
  }

  /** K⁻¹ + W, with all of W. */
  static double[][] posteriorPrecision(CurvedCallback ll, double[] k, double[] theta) {
    int n = theta.length;
    double[][] precision = new double[n][];
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      unit[j] = 1;
      precision[j] = solve(matrix(k, n), unit);
      double[] column = new double[n];
      ll.hessianProduct(theta, unit, column, null, 0);
      for (int i = 0; i < n; i++) {
        precision[j][i] -= column[i];
      }
    }
    return precision;
  }

  private static double objective(CurvedCallback ll, double[] k, double[] theta) {
    double[] out = new double[1];
    ll.value(theta, out);
    double[] prior = solve(matrix(k, theta.length), theta);
    for (int i = 0; i < theta.length; i++) {
      out[0] -= 0.5 * theta[i] * prior[i];
    }
    return out[0];
  }

  private static double[] moved(double[] theta, double length, double[] direction) {
    double[] to = theta.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += length * direction[i];
    }
    return to;
  }

  static double[][] matrix(double[] k, int n) {
    double[][] m = new double[n][n];
    for (int i = 0; i < n * n; i++) {
      m[i % n][i / n] = k[i];
    }
    return m;
  }

  /** Gauss and Jordan; the determinant's logarithm is that of the pivots. */
  private static double eliminate(double[][] m, double[] x) {
    double log = 0;
    for (int k = 0; k < x.length; k++) {
      int pivot = k;
      for (int i = k; i < x.length; i++) {
        pivot = Math.abs(m[i][k]) > Math.abs(m[pivot][k]) ? i : pivot;
      }
      double[] row = m[pivot];
      m[pivot] = m[k];
      m[k] = row;
      double value = x[pivot];
      x[pivot] = x[k];
      x[k] = value;
      log += Math.log(Math.abs(row[k]));
      for (int i = 0; i < x.length; i++) {
        double factor = i == k ? 0 : m[i][k] / row[k];
        for (int j = k; j < x.length; j++) {
          m[i][j] -= factor * row[j];
        }
        x[i] -= factor * value;
      }
    }
    for (int k = 0; k < x.length; k++) {
      x[k] /= m[k][k];
    }
    return log;
  }

  static double[] solve(double[][] m, double[] b) {
    double[] x = b.clone();
    eliminate(m, x);
    return x;
  }

  private static double logDeterminant(double[][] m) {
    return eliminate(m, new double[m.length]);
  }
}
