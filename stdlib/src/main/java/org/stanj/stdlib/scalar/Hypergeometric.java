package org.stanj.stdlib.scalar;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * The generalised hypergeometric function pFq(a; b; z) = Σ (a₁)ₙ···(a_p)ₙ/((b₁)ₙ···(b_q)ₙ) zⁿ/n!,
 * for p ≤ q, and for p = q + 1 with |z| ≤ 1. Source: DLMF 16.2.
 *
 * <p>By its series in doubles; with more digits where its terms cancel; by an extrapolation on |z|
 * = 1. Value to about 1e−12, derivatives to about 1e−10.
 */
public final class Hypergeometric {
  private Hypergeometric() {}

  /**
   * Kernel: fills r with the value and its slopes in a, in b, and in z.
   *
   * @throws RejectException where Stan says that the series does not converge, and where this
   *     cannot sum it
   */
  public static void pFq(
      double[] a,
      int ao,
      int p,
      double[] b,
      int bo,
      int q,
      double[] z,
      int zo,
      int one,
      double[] r,
      int ro,
      int size) {
    double[] upper = Arrays.copyOfRange(a, ao, ao + p);
    double[] lower = Arrays.copyOfRange(b, bo, bo + q);
    double[] all = valueAndSlopes(upper, lower, z[zo]);
    System.arraycopy(all, 0, r, ro, size);
  }

  /** Adjoint of {@link #pFq}: the slopes stand behind the value. */
  public static void pFqAdjoint(
      double[] a,
      int ao,
      int p,
      double[] b,
      int bo,
      int q,
      double[] z,
      int zo,
      int one,
      double[] r,
      int ro,
      int size,
      double @Nullable [] aAdj,
      int aa,
      double @Nullable [] bAdj,
      int ba,
      double @Nullable [] zAdj,
      int za,
      double[] rAdj,
      int ra) {
    double factor = rAdj[ra];
    for (int i = 0; i < p && aAdj != null; i++) {
      aAdj[aa + i] += factor * r[ro + 1 + i];
    }
    for (int j = 0; j < q && bAdj != null; j++) {
      bAdj[ba + j] += factor * r[ro + 1 + p + j];
    }
    if (zAdj != null) {
      zAdj[za] += factor * r[ro + 1 + p + q];
    }
  }

  /**
   * Whether the series of 3F2 meets Stan's conditions: no zero in a denominator, and the sum ends,
   * or |z| &lt; 1, or |z| = 1 and b₁ + b₂ &gt; a₁ + a₂ + a₃.
   */
  public static int converges(double a1, double a2, double a3, double b1, double b2, double z) {
    double terms = Math.max(length(a1), Math.max(length(a2), length(a3)));
    if ((ends(b1) && -b1 <= terms) || (ends(b2) && -b2 <= terms)) {
      return 0;
    }
    boolean polynomial = ends(a1) || ends(a2) || ends(a3);
    boolean onCircle = Math.abs(z) == 1 && b1 + b2 > a1 + a2 + a3;
    return polynomial || Math.abs(z) < 1 || onCircle ? 1 : 0;
  }

  private static double length(double a) {
    return ends(a) ? -a : 0;
  }

  /** Value, slopes in a, in b, and in z. */
  static double[] valueAndSlopes(double[] a, double[] b, double z) {
    boolean balanced = a.length == b.length + 1;
    if ((a.length > b.length + 1 && z != 0) || (balanced && Math.abs(z) > 1)) {
      throw RejectException.domain(
          "hypergeometric function pFq does not meet convergence conditions with given arguments."
              + " a: "
              + row(a)
              + ", b: "
              + row(b)
              + ", z: "
              + Numbers.general(z));
    }
    if (z == 0) {
      double[] result = new double[a.length + b.length + 2];
      result[0] = 1;
      result[result.length - 1] = product(a) / product(b);
      return result;
    }
    Optional<double[]> result =
        balanced && Math.abs(z) == 1
            ? atRadius(a, b, z)
            : HypergeometricSeries.sum(a, b, z).or(() -> HypergeometricDigits.sum(a, b, z));
    return result.orElseThrow(
        () ->
            RejectException.domain(
                "hypergeometric_pFq: the series does not converge with given arguments. a: "
                    + row(a)
                    + ", b: "
                    + row(b)
                    + ", z: "
                    + Numbers.general(z)));
  }

  private static Optional<double[]> atRadius(double[] a, double[] b, double z) {
    double excess = Arrays.stream(b).sum() - Arrays.stream(a).sum();
    if (!(excess > (z == 1 ? 0 : -1))) {
      return Arrays.stream(a).anyMatch(Hypergeometric::ends)
          ? HypergeometricDigits.finiteSum(a, b, z).map(r -> withoutSlopes(a, r))
          : Optional.empty();
    }
    return HypergeometricLimit.sum(a, b, z)
        .map(
            limit -> {
              double[] result = Arrays.copyOf(limit, limit.length + 1);
              result[limit.length] = slopeAtRadius(a, b, z, excess);
              return result;
            });
  }

  /** Whether a parameter of the numerator ends the series. */
  static boolean ends(double a) {
    return a <= 0 && a == Math.rint(a);
  }

  /** Beside a where the sum ends it diverges, so that it has no slope. */
  private static double[] withoutSlopes(double[] a, double[] result) {
    for (int i = 0; i < a.length; i++) {
      result[1 + i] = ends(a[i]) ? Double.NaN : result[1 + i];
    }
    return result;
  }

  /** ∏a/∏b pFq(a + 1; b + 1; z), infinite at 1 if the excess of the parameters is at most 1. */
  private static double slopeAtRadius(double[] a, double[] b, double z, double excess) {
    double factor = product(a) / product(b);
    if (factor == 0) {
      return 0;
    }
    double[] upper = Arrays.stream(a).map(x -> x + 1).toArray();
    double[] lower = Arrays.stream(b).map(x -> x + 1).toArray();
    if (excess - 1 <= (z == 1 ? 0 : -1)) {
      return z == 1 ? factor * Double.POSITIVE_INFINITY : Double.NaN;
    }
    return HypergeometricLimit.sum(upper, lower, z).map(r -> factor * r[0]).orElse(Double.NaN);
  }

  private static double product(double[] x) {
    double product = 1;
    for (double factor : x) {
      product *= factor;
    }
    return product;
  }

  /** A row vector as Stan's messages show it: columns of one width, parted by blanks. */
  private static String row(double[] x) {
    String[] cells = Arrays.stream(x).mapToObj(Numbers::general).toArray(String[]::new);
    int width = Arrays.stream(cells).mapToInt(String::length).max().orElse(0);
    return String.join(
        " ", Arrays.stream(cells).map(c -> " ".repeat(width - c.length()) + c).toList());
  }
}
