// Extra zeros in counts: each pair of links as a density of its own, and distribution functions.
functions {
  real zi_poisson_lpmf(int y, real lambda, real zi) {
    if (y == 0) {
      return log_sum_exp(bernoulli_lpmf(1 | zi), bernoulli_lpmf(0 | zi) + poisson_lpmf(0 | lambda));
    } else {
      return bernoulli_lpmf(0 | zi) + poisson_lpmf(y | lambda);
    }
  }
  real zi_poisson_log_logit_lpmf(int y, real eta, real zi) {
    if (y == 0) {
      return log_sum_exp(bernoulli_logit_lpmf(1 | zi),
                         bernoulli_logit_lpmf(0 | zi) + poisson_log_lpmf(0 | eta));
    } else {
      return bernoulli_logit_lpmf(0 | zi) + poisson_log_lpmf(y | eta);
    }
  }
  real zi_poisson_lccdf(int y, real lambda, real zi) {
    return bernoulli_lpmf(0 | zi) + poisson_lccdf(y | lambda);
  }
  real zi_poisson_lcdf(int y, real lambda, real zi) {
    return log1m_exp(zi_poisson_lccdf(y | lambda, zi));
  }
  real zi_negbin_lpmf(int y, real mu, real phi, real zi) {
    if (y == 0) {
      return log_sum_exp(bernoulli_lpmf(1 | zi),
                         bernoulli_lpmf(0 | zi) + neg_binomial_2_lpmf(0 | mu, phi));
    }
    return bernoulli_lpmf(0 | zi) + neg_binomial_2_lpmf(y | mu, phi);
  }
  real zi_binomial_logit_lpmf(int y, int trials, real eta, real zi) {
    return y == 0
           ? log_mix(inv_logit(zi), 0.0, binomial_logit_lpmf(0 | trials, eta))
           : bernoulli_logit_lpmf(0 | zi) + binomial_logit_lpmf(y | trials, eta);
  }
}
data {
  int<lower=1> N;
  array[N] int y;
  array[N] int trials;
  array[N] int hits;
  int K;
  matrix[N, K] X;
  vector[N] offsets;
  array[N] int ceiling;
  int prior_only;
}
parameters {
  vector[K] b;
  vector[K] b_zi;
  real<lower=0, upper=1> zi;
  real<lower=0> shape;
  vector[K] b_bin;
}
transformed parameters {
  real lprior = 0;
  lprior += beta_lpdf(zi | 1, 1);
  lprior += gamma_lpdf(shape | 0.01, 0.01);
  lprior += normal_lpdf(b | 0, 1) + logistic_lpdf(b_zi | 0, 1) + normal_lpdf(b_bin | 0, 1);
}
model {
  if (!prior_only) {
    vector[N] mu = rep_vector(0.0, N);
    vector[N] eta_zi = X * b_zi;
    mu += X * b + offsets;
    for (n in 1 : N) {
      target += zi_poisson_log_logit_lpmf(y[n] | mu[n], eta_zi[n]);
      target += zi_binomial_logit_lpmf(hits[n] | trials[n], X[n] * b_bin, eta_zi[n]);
    }
    mu = exp(mu);
    for (n in 1 : N) {
      target += zi_negbin_lpmf(y[n] | mu[n], shape, zi);
      if (y[n] <= ceiling[n]) {
        target += zi_poisson_lpmf(y[n] | mu[n], zi) - zi_poisson_lcdf(ceiling[n] | mu[n], zi);
      }
    }
  }
  target += lprior;
}
