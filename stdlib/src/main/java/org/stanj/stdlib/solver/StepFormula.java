package org.stanj.stdlib.solver;

/**
 * The coefficients of one step of a multistep method of variable order and step in Nordsieck form.
 *
 * <p>The history at {@code t_n} is a polynomial of degree q in {@code x = (t - t_n) / h}. A step
 * adds {@code e Λ(x)} to the predicted polynomial, where Λ(x) = Σ l_j x^j, Λ(0) = 1, and {@code e}
 * is what the implicit equation asks for. Past points lie at {@code x = -ξ_j}.
 *
 * <p>Sources: Byrne & Hindmarsh 1975, doi:10.1145/355626.355636; Jackson & Sacks-Davis 1980,
 * doi:10.1145/355900.355903; Brown, Byrne & Hindmarsh 1989, doi:10.1137/0910062.
 */
abstract sealed class StepFormula permits BdfFormula, AdamsFormula {
  private final int maxOrder;

  /** Coefficients of Λ. */
  final double[] l;

  /** Local error over the norm of e, at the present order. */
  double errorFactor;

  /** Local error at the order below over the last column of the history. */
  double lowerFactor;

  /** Local error at the order above over the change of e. */
  double raiseFactor;

  /** What e is divided by to be compared with that of a step of another size. */
  double raiseScale;

  StepFormula(int maxOrder) {
    this.maxOrder = maxOrder;
    l = new double[maxOrder + 2];
  }

  final int maxOrder() {
    return maxOrder;
  }

  /**
   * Sets Λ and the factors for a step.
   *
   * @param q order
   * @param h size of the step
   * @param past sizes of the steps before, the latest at index 1
   * @param decides whether the factors for the orders below and above are wanted
   */
  abstract void set(int q, double h, double[] past, boolean decides);

  /**
   * Polynomial whose multiple by the last column is taken off when the order drops, so that this
   * column vanishes and what the method of order q - 1 uses stays.
   *
   * @param h the history's unit of time
   * @param d is set to the coefficients 2 to q - 1
   */
  abstract void lowering(int q, double h, double[] past, double[] d);

  /**
   * The new column is the result times the last e when the order rises; its multiple by the
   * polynomial is added.
   *
   * @param d is set to the coefficients 2 to q
   */
  abstract double raising(int q, double h, double[] past, double[] d);

  /** Multiplies a polynomial of a degree, lowest coefficient first, by (1 + x r). */
  static void timesOnePlus(double[] polynomial, int degree, double r) {
    polynomial[degree + 1] = 0;
    for (int i = degree + 1; i > 0; i--) {
      polynomial[i] += polynomial[i - 1] * r;
    }
  }

  /** Multiplies a polynomial of a degree, lowest coefficient first, by (x + r). */
  static void timesPlus(double[] polynomial, int degree, double r) {
    polynomial[degree + 1] = 0;
    for (int i = degree + 1; i > 0; i--) {
      polynomial[i] = polynomial[i] * r + polynomial[i - 1];
    }
    polynomial[0] *= r;
  }
}
