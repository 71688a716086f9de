package org.stanj.stdlib.scalar;

/**
 * The distribution function of the standard skew normal distribution with shape α, F(z) = Φ(z) − 2
 * T(z, α) with Owen's T. For z ≤ 0, where that difference cancels, by its integral
 *
 * <p>F(z) = (1/π) ∫₀^ψ exp(−z²/(2 sin² θ)) dθ, cot ψ = α,
 *
 * <p>which has terms of one sign; for z &gt; 0 by F(z; α) = 1 − F(−z; −α). Sources: Azzalini,
 * Scand. J. Statist. 12 (1985) 171; Owen, Ann. Math. Statist. 27 (1956) 1075, with x = cot θ.
 * Relative error about 1e−13.
 */
public final class SkewNormal {
  private static final double TOLERANCE = 1e-14;
  private static final int PARTS = 100;

  private SkewNormal() {}

  /** log F(z). */
  public static double logLower(double z, double alpha) {
    if (z == Double.POSITIVE_INFINITY || z == Double.NEGATIVE_INFINITY) {
      return z > 0 ? 0 : z;
    }
    return z > 0 ? Logistic.log1mExp(logTail(z, -alpha)) : logTail(-z, alpha);
  }

  /** log F(−h) for h ≥ 0. */
  private static double logTail(double h, double alpha) {
    double end = Math.atan2(1, alpha);
    double half = 0.5 * h * h;
    double largest = alpha > 0 ? 1 + alpha * alpha : 1;
    GaussKronrod.Functions functions =
        (angle, values) -> {
          double sine = Math.sin(angle);
          values[0] = h == 0 ? 1 : Math.exp(-half * (1 / (sine * sine) - largest));
        };
    double integral = GaussKronrod.integrate(functions, 1, 0, end, TOLERANCE, PARTS)[0];
    return Math.log(integral / Math.PI) - half * largest;
  }
}
