package org.stanj.stdlib.solver;

/**
 * Nodes and weights of double-exponential quadrature: a map of the line t onto a range, under which
 * the integrand times the weight decays double exponentially, so that the trapezoidal rule in t
 * converges at an exponential rate.
 *
 * <p>With u = (π/2) sinh t, for |t| ≤ {@value #LAST_T}:
 *
 * <ul>
 *   <li>tanh-sinh, for (−1, 1): x = tanh u, x′ = (π/2) cosh t / cosh² u. The abscissa is kept as
 *       its distance 1 − tanh |u| = 2/(1 + exp 2|u|) from the end, which is exact down to 1e−275;
 *   <li>exp-sinh, for (0, ∞): x = exp u, x′ = (π/2) cosh t · x, from 1e−138 to 1e138;
 *   <li>sinh-sinh, for the line: x = sinh u, x′ = (π/2) cosh t cosh u.
 * </ul>
 *
 * <p>Level k has the step 2⁻ᵏ; its new nodes are the odd multiples of it.
 *
 * <p>Source: Takahasi &amp; Mori (1974), Double exponential formulas for numerical integration,
 * Publ. RIMS 9:721–741, doi:10.2977/prims/1195192451, section 3; for the distances Bailey,
 * Jeyabalan &amp; Li (2005), A comparison of three high-precision quadrature schemes, Experimental
 * Mathematics 14:317–329, doi:10.1080/10586458.2005.10128931.
 */
enum DoubleExponentialRule {
  TANH_SINH {
    @Override
    double abscissa(double t) {
      return 2 / (1 + Math.exp(Math.PI * Math.sinh(Math.abs(t))));
    }

    @Override
    double weight(double t, double abscissa) {
      return Math.PI / 2 * Math.cosh(t) * abscissa * (2 - abscissa);
    }
  },
  EXP_SINH {
    @Override
    double abscissa(double t) {
      return Math.exp(Math.PI / 2 * Math.sinh(t));
    }

    @Override
    double weight(double t, double abscissa) {
      return Math.PI / 2 * Math.cosh(t) * abscissa;
    }
  },
  SINH_SINH {
    @Override
    double abscissa(double t) {
      return Math.sinh(Math.PI / 2 * Math.sinh(t));
    }

    @Override
    double weight(double t, double abscissa) {
      return Math.PI / 2 * Math.cosh(t) * Math.cosh(Math.PI / 2 * Math.sinh(t));
    }
  };

  /** The largest |t|. */
  static final int LAST_T = 6;

  /** The first level whose nodes are used. */
  static final int FIRST_LEVEL = 3;

  private static final int LAST_TABLED_LEVEL = 6;

  private final Nodes[] tables = new Nodes[LAST_TABLED_LEVEL - FIRST_LEVEL + 1];

  DoubleExponentialRule() {
    for (int i = 0; i < tables.length; i++) {
      tables[i] = compute(FIRST_LEVEL + i);
    }
  }

  /**
   * Nodes in ascending order.
   *
   * @param t where they are
   * @param abscissas x, for tanh-sinh the distance from the nearer end
   * @param weights x′
   */
  record Nodes(double[] t, double[] abscissas, double[] weights) {}

  /** x, for tanh-sinh the distance from the nearer end. */
  abstract double abscissa(double t);

  /** x′. */
  abstract double weight(double t, double abscissa);

  /** All nodes of the first level, the new ones of a later level. */
  Nodes nodes(int level) {
    int i = level - FIRST_LEVEL;
    return i < tables.length ? tables[i] : compute(level);
  }

  private Nodes compute(int level) {
    double step = Math.scalb(1.0, -level);
    int half = LAST_T << level;
    boolean all = level == FIRST_LEVEL;
    double[] t = new double[all ? 2 * half + 1 : half];
    double[] abscissas = new double[t.length];
    double[] weights = new double[t.length];
    for (int i = 0; i < t.length; i++) {
      t[i] = step * (all ? i - half : 2 * i + 1 - half);
      abscissas[i] = abscissa(t[i]);
      weights[i] = weight(t[i], abscissas[i]);
    }
    return new Nodes(t, abscissas, weights);
  }
}
