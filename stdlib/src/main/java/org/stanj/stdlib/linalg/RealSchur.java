package org.stanj.stdlib.linalg;

import java.util.Arrays;
import org.stanj.stdlib.abi.RejectException;

/**
 * The real Schur decomposition A = UTU′ with orthogonal U and T upper triangular but for 2 by 2
 * blocks on the diagonal, one for each pair of complex eigenvalues: Francis's double shifts.
 * Source: Golub and Van Loan, Matrix Computations, 4th ed., 7.4–7.5; the shifts in between are
 * those of EISPACK's hqr. The order of the eigenvalues follows from the algorithm.
 */
final class RealSchur {
  private static final double EPSILON = Math.ulp(1.0);
  private static final int STEPS_PER_ROW = 40;

  private final int n;
  final double[][] t;
  final double[][] u;

  private double shifted;
  private double x;
  private double y;
  private double w;

  private RealSchur(double[] a, int ao, int n) {
    this.n = n;
    this.t = new double[n][n];
    this.u = new double[n][n];
    for (int i = 0; i < n; i++) {
      u[i][i] = 1;
      for (int j = 0; j < n; j++) {
        t[i][j] = a[ao + j * n + i];
      }
    }
  }

  static RealSchur of(double[] a, int ao, int n, String function) {
    RealSchur schur = new RealSchur(a, ao, n);
    schur.toHessenberg();
    schur.toBlocks(function);
    return schur;
  }

  private void toHessenberg() {
    for (int k = 0; k < n - 2; k++) {
      double[] v = new double[n - k - 1];
      for (int i = 0; i < v.length; i++) {
        v[i] = t[k + 1 + i][k];
      }
      double beta = reflection(v);
      reflect(v, k + 1, k, n - 1);
      t[k + 1][k] = beta;
      for (int i = k + 2; i < n; i++) {
        t[i][k] = 0;
      }
    }
  }

  /**
   * Replaces v by (τ, v₂, v₃, ...) of the reflection I − τ(1, v₂, ...)(1, v₂, ...)′ that takes it
   * to (β, 0, ...), and gives β.
   */
  private static double reflection(double[] v) {
    double tail = 0;
    for (int i = 1; i < v.length; i++) {
      tail += v[i] * v[i];
    }
    double first = v[0];
    if (tail <= Double.MIN_NORMAL) {
      Arrays.fill(v, 0);
      return first;
    }
    double norm = Math.sqrt(first * first + tail);
    double beta = first >= 0 ? -norm : norm;
    for (int i = 1; i < v.length; i++) {
      v[i] /= first - beta;
    }
    v[0] = (beta - first) / beta;
    return beta;
  }

  /** Reflects T on both sides and U on the right, in rows and columns from {@code at} on. */
  private void reflect(double[] v, int at, int firstColumn, int lastRow) {
    for (int j = firstColumn; j < n; j++) {
      double dot = t[at][j];
      for (int i = 1; i < v.length; i++) {
        dot += v[i] * t[at + i][j];
      }
      dot *= v[0];
      t[at][j] -= dot;
      for (int i = 1; i < v.length; i++) {
        t[at + i][j] -= dot * v[i];
      }
    }
    for (int i = 0; i <= lastRow; i++) {
      reflectRow(t[i], v, at);
    }
    for (double[] row : u) {
      reflectRow(row, v, at);
    }
  }

  private static void reflectRow(double[] row, double[] v, int at) {
    double dot = row[at];
    for (int i = 1; i < v.length; i++) {
      dot += v[i] * row[at + i];
    }
    dot *= v[0];
    row[at] -= dot;
    for (int i = 1; i < v.length; i++) {
      row[at + i] -= dot * v[i];
    }
  }

  private void toBlocks(String function) {
    double norm = 0;
    for (int i = 0; i < n; i++) {
      for (int j = Math.max(0, i - 1); j < n; j++) {
        norm += Math.abs(t[i][j]);
      }
    }
    int last = norm == 0 ? -1 : n - 1;
    int since = 0;
    int steps = 0;
    while (last >= 0) {
      int first = firstOfBlock(last, Math.max(norm * EPSILON * EPSILON, Double.MIN_NORMAL));
      if (first >= last - 1) {
        splitOff(last, first == last);
        last = first - 1;
        since = 0;
      } else if (++steps > STEPS_PER_ROW * n) {
        throw RejectException.domain(function + ": the iteration did not converge");
      } else {
        chooseShift(last, since++);
        francisStep(first, last);
      }
    }
  }

  private int firstOfBlock(int last, double negligible) {
    int i = last;
    while (i > 0) {
      double scale = (Math.abs(t[i - 1][i - 1]) + Math.abs(t[i][i])) * EPSILON;
      if (Math.abs(t[i][i - 1]) <= Math.max(scale, negligible)) {
        return i;
      }
      i--;
    }
    return 0;
  }

  private void splitOff(int last, boolean one) {
    t[last][last] += shifted;
    if (!one) {
      t[last - 1][last - 1] += shifted;
      splitTwo(last);
    }
    int first = one ? last : last - 1;
    if (first > 0) {
      t[first][first - 1] = 0;
    }
  }

  /** Makes the block triangular if its eigenvalues are real. */
  private void splitTwo(int k) {
    double p = 0.5 * (t[k - 1][k - 1] - t[k][k]);
    double q = p * p + t[k][k - 1] * t[k - 1][k];
    if (q < 0) {
      return;
    }
    double z = Math.sqrt(q);
    double first = p >= 0 ? p + z : p - z;
    double second = t[k][k - 1];
    double length = Math.hypot(first, second);
    rotate(k, first / length, -second / length);
    t[k][k - 1] = 0;
  }

  private void rotate(int k, double c, double s) {
    for (int j = k - 1; j < n; j++) {
      double a = t[k - 1][j];
      double b = t[k][j];
      t[k - 1][j] = c * a - s * b;
      t[k][j] = s * a + c * b;
    }
    for (int i = 0; i <= k; i++) {
      rotateRow(t[i], k, c, s);
    }
    for (double[] row : u) {
      rotateRow(row, k, c, s);
    }
  }

  private static void rotateRow(double[] row, int k, double c, double s) {
    double a = row[k - 1];
    double b = row[k];
    row[k - 1] = c * a - s * b;
    row[k] = s * a + c * b;
  }

  private void chooseShift(int k, int since) {
    x = t[k][k];
    y = t[k - 1][k - 1];
    w = t[k][k - 1] * t[k - 1][k];
    if (since == 10) {
      shiftBy(k, x);
      double s = Math.abs(t[k][k - 1]) + Math.abs(t[k - 1][k - 2]);
      x = 0.75 * s;
      y = x;
      w = -0.4375 * s * s;
    } else if (since == 30) {
      double half = (y - x) / 2;
      double s = half * half + w;
      if (s > 0) {
        s = y < x ? -Math.sqrt(s) : Math.sqrt(s);
        shiftBy(k, x - w / (s + half));
        x = 0.964;
        y = x;
        w = x;
      }
    }
  }

  private void shiftBy(int k, double s) {
    shifted += s;
    for (int i = 0; i <= k; i++) {
      t[i][i] -= s;
    }
  }

  private void francisStep(int first, int last) {
    double[] v = new double[3];
    int start = last - 2;
    while (true) {
      double at = t[start][start];
      double r = x - at;
      double s = y - at;
      v[0] = (r * s - w) / t[start + 1][start] + t[start][start + 1];
      v[1] = t[start + 1][start + 1] - at - r - s;
      v[2] = t[start + 2][start + 1];
      if (start == first || isSmall(start, v)) {
        break;
      }
      start--;
    }
    chase(first, last, start, v);
  }

  private boolean isSmall(int m, double[] v) {
    double lhs = t[m][m - 1] * (Math.abs(v[1]) + Math.abs(v[2]));
    double around = Math.abs(t[m - 1][m - 1]) + Math.abs(t[m][m]) + Math.abs(t[m + 1][m + 1]);
    return Math.abs(lhs) < EPSILON * Math.abs(v[0]) * around;
  }

  private void chase(int first, int last, int start, double[] shiftVector) {
    for (int k = start; k < last; k++) {
      double[] v = k == start ? shiftVector : new double[Math.min(3, last - k + 1)];
      for (int i = 0; i < v.length && k > start; i++) {
        v[i] = t[k + i][k - 1];
      }
      double beta = reflection(v);
      if (beta == 0) {
        continue;
      }
      if (k > start) {
        t[k][k - 1] = beta;
      } else if (k > first) {
        t[k][k - 1] = -t[k][k - 1];
      }
      reflect(v, k, k, Math.min(last, k + 3));
    }
    for (int i = start + 2; i <= last; i++) {
      t[i][i - 2] = 0;
      if (i > start + 2) {
        t[i][i - 3] = 0;
      }
    }
  }
}
