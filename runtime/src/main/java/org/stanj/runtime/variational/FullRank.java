package org.stanj.runtime.variational;

import java.util.Arrays;

/** q = μ + L z, L lower triangular. */
record FullRank(int dimensions) implements Family {
  @Override
  public double[] around(double[] mean) {
    double[] member = Arrays.copyOf(mean, row(dimensions));
    for (int i = 0; i < dimensions; i++) {
      member[row(i) + i] = 1;
    }
    return member;
  }

  /** Where row i of L starts. */
  private int row(int i) {
    return dimensions + i * (i + 1) / 2;
  }

  @Override
  public void place(double[] member, double[] z, double[] q) {
    int at = dimensions;
    for (int i = 0; i < dimensions; i++) {
      double sum = member[i];
      for (int j = 0; j <= i; j++) {
        sum += member[at++] * z[j];
      }
      q[i] = sum;
    }
  }

  @Override
  public double entropy(double[] member) {
    double sum = 0.5 * dimensions * (1 + Math.log(2 * Math.PI));
    for (int i = 0; i < dimensions; i++) {
      sum += Math.log(Math.abs(member[row(i) + i]));
    }
    return sum;
  }

  @Override
  public void addPathwise(double[] member, double[] z, double[] gradient, double[] sum) {
    int at = dimensions;
    for (int i = 0; i < dimensions; i++) {
      sum[i] += gradient[i];
      for (int j = 0; j <= i; j++) {
        sum[at++] += gradient[i] * z[j];
      }
    }
  }

  @Override
  public void addEntropy(double[] member, double[] sum) {
    for (int i = 0; i < dimensions; i++) {
      int diagonal = row(i) + i;
      sum[diagonal] += 1 / member[diagonal];
    }
  }
}
