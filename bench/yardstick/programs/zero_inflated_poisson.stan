data {
  int<lower=0> N;
  int<lower=0> K;
  matrix[N, K] X;
  array[N] int<lower=0> y;
}
parameters {
  real alpha;
  vector[K] beta;
  real gamma;
}
model {
  alpha ~ normal(0, 2);
  beta ~ normal(0, 1);
  gamma ~ normal(0, 2);
  for (n in 1 : N) {
    real eta = alpha + X[n] * beta;
    if (y[n] == 0) {
      target += log_sum_exp(bernoulli_logit_lpmf(1 | gamma),
                            bernoulli_logit_lpmf(0 | gamma) + poisson_log_lpmf(0 | eta));
    } else {
      target += bernoulli_logit_lpmf(0 | gamma) + poisson_log_lpmf(y[n] | eta);
    }
  }
}
