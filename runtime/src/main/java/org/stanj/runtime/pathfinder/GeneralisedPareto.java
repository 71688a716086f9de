package org.stanj.runtime.pathfinder;

/**
 * The generalised Pareto distribution on the positive numbers.
 *
 * @param k shape
 * @param sigma scale
 */
record GeneralisedPareto(double k, double sigma) {
  /** Observations at k = 0.5 that the prior of k is worth (Vehtari et al. 2024, appendix G). */
  private static final double PRIOR_WEIGHT = 10;

  /**
   * The estimate of Zhang &amp; Stephens (2009, doi:10.1198/tech.2009.08017), drawn a little
   * towards k = 0.5.
   *
   * @param x positive, ascending
   */
  static GeneralisedPareto fit(double[] x) {
    int n = x.length;
    int grid = 30 + (int) Math.sqrt(n);
    double quartile = x[Math.max(0, (int) Math.floor(n / 4.0 + 0.5) - 1)];
    double[] theta = new double[grid];
    double[] profile = new double[grid];
    for (int j = 0; j < grid; j++) {
      theta[j] = 1 / x[n - 1] + (1 - Math.sqrt(grid / (j + 0.5))) / (3 * quartile);
      double shape = shape(theta[j], x);
      profile[j] = n * (Math.log(-theta[j] / shape) - shape - 1);
    }
    double mean = 0;
    for (int j = 0; j < grid; j++) {
      double sum = 0;
      for (double other : profile) {
        sum += Math.exp(other - profile[j]);
      }
      mean += theta[j] / sum;
    }
    double shape = shape(mean, x);
    double k = (n * shape + PRIOR_WEIGHT * 0.5) / (n + PRIOR_WEIGHT);
    return new GeneralisedPareto(k, -shape / mean);
  }

  /** The likeliest k for a given θ = −k / σ. */
  private static double shape(double theta, double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += Math.log1p(-theta * v);
    }
    return sum / x.length;
  }

  /** The value that a share {@code p} of the distribution lies below. */
  double quantile(double p) {
    return k == 0 ? -sigma * Math.log1p(-p) : sigma * Math.expm1(-k * Math.log1p(-p)) / k;
  }
}
