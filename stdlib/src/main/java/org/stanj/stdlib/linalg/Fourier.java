package org.stanj.stdlib.linalg;

import org.jspecify.annotations.Nullable;

/** The discrete Fourier transform of any length: by the prime factors of the length. */
public final class Fourier {
  private Fourier() {}

  /** y[k] = Σ x[n] exp(−2πi kn/N). */
  public static void transform(
      double[] re,
      int reo,
      int size,
      double[] im,
      int imo,
      int size2,
      double[] outRe,
      int outReo,
      int size3,
      double[] outIm,
      int outImo,
      int size4) {
    ComplexMatrix x = ComplexMatrix.of(re, reo, im, imo, size, 1);
    transformed(x, -1).store(outRe, outReo, outIm, outImo);
  }

  /** Adjoint of {@link #transform}: x̄[n] += Σ ȳ[k] exp(2πi kn/N). */
  public static void transformAdjoint(
      double[] re,
      int reo,
      int size,
      double[] im,
      int imo,
      int size2,
      double[] outRe,
      int outReo,
      int size3,
      double[] outIm,
      int outImo,
      int size4,
      double @Nullable [] reAdj,
      int rea,
      double @Nullable [] imAdj,
      int ima,
      double[] outReAdj,
      int outRea,
      double[] outImAdj,
      int outIma) {
    ComplexMatrix y = ComplexMatrix.of(outReAdj, outRea, outImAdj, outIma, size, 1);
    transformed(y, 1).addTo(reAdj, rea, imAdj, ima);
  }

  private static ComplexMatrix transformed(ComplexMatrix x, int sign) {
    int n = x.rows;
    ComplexMatrix roots = new ComplexMatrix(n, 1);
    for (int k = 0; k < n; k++) {
      double angle = sign * 2 * Math.PI * k / n;
      roots.set(k, 0, Math.cos(angle), Math.sin(angle));
    }
    ComplexMatrix y = new ComplexMatrix(n, 1);
    if (n > 0) {
      part(x, 0, 1, y, 0, n, roots);
    }
    return y;
  }

  /** Transforms the n elements of x from {@code from} in steps into those of y from {@code to}. */
  private static void part(
      ComplexMatrix x, int from, int step, ComplexMatrix y, int to, int n, ComplexMatrix roots) {
    if (n == 1) {
      y.set(to, 0, x.re[from], x.im[from]);
      return;
    }
    int radix = smallestFactor(n);
    int length = n / radix;
    for (int r = 0; r < radix; r++) {
      part(x, from + r * step, step * radix, y, to + r * length, length, roots);
    }
    ComplexMatrix sums = new ComplexMatrix(radix, 1);
    for (int k = 0; k < length; k++) {
      for (int q = 0; q < radix; q++) {
        sums.set(q, 0, 0, 0);
        for (int r = 0; r < radix; r++) {
          int turn = (int) ((long) r * (k + (long) q * length) % n) * step;
          double c = roots.re[turn];
          double s = roots.im[turn];
          double p = y.re[to + r * length + k];
          double z = y.im[to + r * length + k];
          sums.add(q, 0, p * c - z * s, p * s + z * c);
        }
      }
      for (int q = 0; q < radix; q++) {
        y.set(to + q * length + k, 0, sums.re[q], sums.im[q]);
      }
    }
  }

  private static int smallestFactor(int n) {
    for (int f = 2; f * f <= n; f++) {
      if (n % f == 0) {
        return f;
      }
    }
    return n;
  }
}
