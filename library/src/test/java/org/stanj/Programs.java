package org.stanj;

import java.util.Map;

/** Programs and data of the tests. */
final class Programs {
  static final String SCHOOLS =
      """
      data {
        int<lower=0> J;
        array[J] real y;
        array[J] real<lower=0> sigma;
      }
      parameters {
        real mu;
        real<lower=0> tau;
        vector[J] eta;
      }
      transformed parameters {
        vector[J] theta = mu + tau * eta;
      }
      model {
        mu ~ normal(0, 5);
        tau ~ cauchy(0, 5);
        eta ~ std_normal();
        y ~ normal(theta, sigma);
      }
      generated quantities {
        array[J] real y_rep = normal_rng(theta, sigma);
      }
      """;

  static final double[] Y = {28, 8, -3, 7, -1, 1, 18, 12};
  static final double[] SIGMA = {15, 10, 16, 11, 9, 11, 10, 18};

  /** The eight schools as JSON. */
  static final String JSON =
      "{\"J\": 8, \"y\": [28, 8, -3, 7, -1, 1, 18, 12],"
          + " \"sigma\": [15, 10, 16, 11, 9, 11, 10, 18]}";

  /** All shapes. */
  static final String SHAPES =
      """
      data {
        int n;
        array[2] int k;
        vector[3] v;
        matrix[2, 3] m;
        array[2] matrix[2, 2] a;
        complex z;
        tuple(real, array[2] int) t;
        array[2] tuple(int, vector[2]) u;
      }
      parameters {
        real<lower=0> s;
        matrix[2, 3] p;
        tuple(real, vector[2]) q;
      }
      model {
        s ~ exponential(1);
        to_vector(p) ~ std_normal();
        q.1 ~ std_normal();
        q.2 ~ std_normal();
      }
      generated quantities {
        int n2 = n;
        array[2] int k2 = k;
        vector[3] v2 = v;
        matrix[2, 3] m2 = m;
        array[2] matrix[2, 2] a2 = a;
        complex z2 = z;
        real t1 = t.1;
        array[2] int t2 = t.2;
        vector[2] u22 = u[2].2;
      }
      """;

  private Programs() {}

  static Data schools() {
    return Data.of(Map.of("J", 8, "y", Y, "sigma", SIGMA));
  }
}
