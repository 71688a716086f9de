package org.stanj.runtime.variational;

import java.util.Arrays;

/** q = μ + exp(ω) z. */
record MeanField(int dimensions) implements Family {
  @Override
  public double[] around(double[] mean) {
    return Arrays.copyOf(mean, 2 * dimensions);
  }

  @Override
  public void place(double[] member, double[] z, double[] q) {
    for (int i = 0; i < dimensions; i++) {
      q[i] = member[i] + Math.exp(member[dimensions + i]) * z[i];
    }
  }

  @Override
  public double entropy(double[] member) {
    double sum = 0.5 * dimensions * (1 + Math.log(2 * Math.PI));
    for (int i = 0; i < dimensions; i++) {
      sum += member[dimensions + i];
    }
    return sum;
  }

  @Override
  public void addPathwise(double[] member, double[] z, double[] gradient, double[] sum) {
    for (int i = 0; i < dimensions; i++) {
      sum[i] += gradient[i];
      sum[dimensions + i] += gradient[i] * z[i] * Math.exp(member[dimensions + i]);
    }
  }

  @Override
  public void addEntropy(double[] member, double[] sum) {
    for (int i = 0; i < dimensions; i++) {
      sum[dimensions + i] += 1;
    }
  }
}
