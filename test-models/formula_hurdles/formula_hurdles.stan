// A hurdle before counts, sizes and proportions; mixtures of point masses and densities.
functions {
  real hurdle_poisson_log_lpmf(int y, real eta, real hu) {
    if (y == 0) {
      return bernoulli_lpmf(1 | hu);
    } else {
      return bernoulli_lpmf(0 | hu) + poisson_log_lpmf(y | eta) - log1m_exp(-exp(eta));
    }
  }
  real hurdle_negbin_log_logit_lpmf(int y, real eta, real phi, real hu) {
    if (y == 0) {
      return bernoulli_logit_lpmf(1 | hu);
    }
    return bernoulli_logit_lpmf(0 | hu) + neg_binomial_2_log_lpmf(y | eta, phi)
           - log1m((phi / (exp(eta) + phi)) ^ phi);
  }
  real hurdle_gamma_lpdf(real y, real shape, real rate, real hu) {
    return y == 0 ? bernoulli_lpmf(1 | hu) : bernoulli_lpmf(0 | hu) + gamma_lpdf(y | shape, rate);
  }
  real hurdle_lognormal_logit_lpdf(real y, real mu, real sigma, real hu) {
    if (y == 0) {
      return bernoulli_logit_lpmf(1 | hu);
    } else {
      return bernoulli_logit_lpmf(0 | hu) + lognormal_lpdf(y | mu, sigma);
    }
  }
  real zero_one_beta_lpdf(real y, real mu, real phi, real zoi, real coi) {
    row_vector[2] shape = [mu * phi, (1 - mu) * phi];
    if (y == 0) {
      return bernoulli_lpmf(1 | zoi) + bernoulli_lpmf(0 | coi);
    } else if (y == 1) {
      return bernoulli_lpmf(1 | zoi) + bernoulli_lpmf(1 | coi);
    } else {
      return bernoulli_lpmf(0 | zoi) + beta_lpdf(y | shape[1], shape[2]);
    }
  }
}
data {
  int<lower=1> N;
  array[N] int counts;
  vector<lower=0>[N] sizes;
  vector<lower=0, upper=1>[N] shares;
  array[N] int successes;
  array[N] int trials;
  int K;
  matrix[N, K] X;
  int prior_only;
}
parameters {
  vector[K] b;
  real<lower=0> shape;
  real<lower=0> sigma;
  real<lower=0, upper=1> hu;
  real logit_hu;
  real<lower=0, upper=1> zoi;
  real<lower=0, upper=1> coi;
  vector[K] b_phi;
}
model {
  if (!prior_only) {
    vector[N] mu = X * b;
    vector[N] phi = exp(X * b_phi);
    for (n in 1 : N) {
      target += hurdle_poisson_log_lpmf(counts[n] | mu[n], hu);
      target += hurdle_negbin_log_logit_lpmf(counts[n] | mu[n], shape, logit_hu);
      target += hurdle_lognormal_logit_lpdf(sizes[n] | mu[n], sigma, logit_hu);
    }
    for (n in 1 : N) {
      mu[n] = shape * exp(-(mu[n]));
    }
    for (n in 1 : N) {
      target += hurdle_gamma_lpdf(sizes[n] | shape, mu[n], hu);
    }
    mu = inv_logit(X * b);
    for (n in 1 : N) {
      target += zero_one_beta_lpdf(shares[n] | mu[n], phi[n], zoi, coi);
      target += beta_binomial_lpmf(successes[n] | trials[n], mu[n] * phi[n], (1 - mu[n]) * phi[n]);
      if (shares[n] > 0 && shares[n] < 1) {
        target += beta_proportion_lpdf(shares[n] | mu[n], phi[n]);
      }
    }
  }
  target += normal_lpdf(b | 0, 1);
  target += normal_lpdf(b_phi | 1, 1);
  target += gamma_lpdf(shape | 2, 1);
  target += student_t_lpdf(sigma | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
  target += logistic_lpdf(logit_hu | 0, 1);
  target += beta_lpdf(hu | 1, 1) + beta_lpdf(zoi | 2, 2) + beta_lpdf(coi | 1, 2);
}
