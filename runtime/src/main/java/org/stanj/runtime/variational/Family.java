package org.stanj.runtime.variational;

/**
 * A family of normal distributions of n dimensions, whose members are vectors of parameters: the
 * mean first, then what spreads z, standard normal, around it.
 */
public sealed interface Family permits MeanField, FullRank {
  /** Independent dimensions: mean, then the logarithms ω of the standard deviations. */
  static Family meanField(int n) {
    return new MeanField(n);
  }

  /** Any covariance L Lᵀ: mean, then the rows of the lower triangle of L. */
  static Family fullRank(int n) {
    return new FullRank(n);
  }

  /** n. */
  int dimensions();

  /** The member with that mean and the identity as covariance. */
  double[] around(double[] mean);

  /** Where {@code z} lies under a member; {@code q} is filled. */
  void place(double[] member, double[] z, double[] q);

  /** Entropy of a member, in nats. */
  double entropy(double[] member);

  /**
   * Adds the gradient, by the member's parameters, of the log density at the place of z.
   *
   * @param gradient of the log density by the place
   */
  void addPathwise(double[] member, double[] z, double[] gradient, double[] sum);

  /** Adds the gradient of the entropy. */
  void addEntropy(double[] member, double[] sum);
}
