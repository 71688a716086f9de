package org.stanj.runtime.diagnostics;

/**
 * The discrete Fourier transform Xₖ = Σⱼ xⱼ exp(−2πi jk/n) for n a power of two, in place.
 *
 * <p>Source: Cooley and Tukey 1965, doi:10.1090/S0025-5718-1965-0178586-1.
 */
final class Fourier {
  private Fourier() {}

  /**
   * Replaces numbers by their transform.
   *
   * @param real parts; their number is a power of two
   * @param imaginary parts
   */
  static void transform(double[] real, double[] imaginary) {
    int n = real.length;
    reorder(real, imaginary);
    double[] cos = new double[n / 2];
    double[] sin = new double[n / 2];
    for (int k = 0; k < n / 2; k++) {
      cos[k] = Math.cos(2 * Math.PI * k / n);
      sin[k] = -Math.sin(2 * Math.PI * k / n);
    }
    for (int half = 1; half < n; half *= 2) {
      int step = n / (2 * half);
      for (int start = 0; start < n; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          int a = start + k;
          int b = a + half;
          double re = real[b] * cos[k * step] - imaginary[b] * sin[k * step];
          double im = real[b] * sin[k * step] + imaginary[b] * cos[k * step];
          real[b] = real[a] - re;
          imaginary[b] = imaginary[a] - im;
          real[a] += re;
          imaginary[a] += im;
        }
      }
    }
  }

  /** Each number goes to the place with the bits of its own in reverse. */
  private static void reorder(double[] real, double[] imaginary) {
    int n = real.length;
    int shift = Integer.numberOfLeadingZeros(n) + 1;
    for (int i = 0; i < n; i++) {
      int j = n == 1 ? 0 : Integer.reverse(i) >>> shift;
      if (j > i) {
        swap(real, i, j);
        swap(imaginary, i, j);
      }
    }
  }

  private static void swap(double[] x, int i, int j) {
    double kept = x[i];
    x[i] = x[j];
    x[j] = kept;
  }
}
