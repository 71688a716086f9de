// Families for skewed responses, with their parameters turned into means.
functions {
  real loss(real u, real quantile) {
    return u < 0 ? u * (quantile - 1) : u * quantile;
  }
  real asym_laplace_lpdf(real y, real mu, real sigma, real quantile) {
    return log(quantile * (1 - quantile)) - log(sigma) - loss((y - mu) / sigma, quantile);
  }
  real asym_laplace_lcdf(real y, real mu, real sigma, real quantile) {
    if (y < mu) {
      return log(quantile) + (1 - quantile) * (y - mu) / sigma;
    }
    return log1m((1 - quantile) * exp(-quantile * (y - mu) / sigma));
  }
  real extreme_lpdf(real y, real mu, real sigma, real xi) {
    real x = (y - mu) / sigma;
    if (xi == 0) {
      return -log(sigma) - x - exp(-x);
    } else {
      real t = 1 + xi * x;
      real inv_xi = 1 / xi;
      return -log(sigma) - (1 + inv_xi) * log(t) - pow(t, -inv_xi);
    }
  }
  // Keeps 1 + xi (y - mu) / sigma positive for every response.
  real bounded_shape(real raw, vector y, real mu, real sigma) {
    vector[rows(y)] x = (y - mu) / sigma;
    real least = -inv(max(x));
    real most = min(x) < 0 ? -inv(min(x)) : positive_infinity();
    if (is_inf(most)) {
      return exp(raw) + least;
    }
    return inv_logit(raw) * (most - least) + least;
  }
  real inv_gaussian_lpdf(real y, real mu, real shape, real log_y, real sqrt_y) {
    return 0.5 * log(shape / (2 * pi())) - 1.5 * log_y
           - 0.5 * shape * square((y - mu) / (mu * sqrt_y));
  }
}
data {
  int<lower=1> N;
  vector<lower=0>[N] y;
  int K;
  matrix[N, K] X;
  vector[N] centred;
  int prior_only;
}
transformed data {
  real earliest = min(y);
  vector[N] log_y = log(y);
  vector[N] sqrt_y = sqrt(y);
}
parameters {
  vector[K] b;
  real<lower=0> sigma;
  real alpha;
  real<lower=0> beta;
  real<lower=0, upper=earliest> ndt;
  real<lower=0, upper=1> quantile;
  real raw_xi;
  real<lower=1> nu;
  real<lower=0> shape;
}
transformed parameters {
  real xi = bounded_shape(raw_xi, centred, 0, sigma);
  real lprior = normal_lpdf(alpha | 0, 4);
  lprior += gamma_lpdf(beta | 1, 0.1);
  lprior += uniform_lpdf(ndt | 0, earliest);
  lprior += gamma_lpdf(nu | 2, 0.1) - 1 * gamma_lccdf(1 | 2, 0.1);
}
model {
  real delta = alpha / sqrt(1 + alpha ^ 2);
  real omega = sigma / sqrt(1 - sqrt(2 / pi()) ^ 2 * delta ^ 2);
  if (!prior_only) {
    vector[N] eta = X * b;
    vector[N] mu;
    for (n in 1 : N) {
      mu[n] = eta[n] - omega * delta * sqrt(2 / pi());
    }
    target += skew_normal_lpdf(log_y | mu, omega, alpha);
    target += exp_mod_normal_lpdf(y | exp(eta) - beta, sigma, inv(beta));
    target += lognormal_lpdf(y - ndt | eta, sigma);
    target += weibull_lpdf(y | shape, exp(eta) / tgamma(1 + 1 / shape));
    target += frechet_lpdf(y | nu, exp(eta) / tgamma(1 - 1 / (nu + 0.01)));
    for (n in 1 : N) {
      target += asym_laplace_lpdf(y[n] | exp(eta[n]), sigma, quantile);
      target += extreme_lpdf(centred[n] | 0, sigma, xi);
      target += inv_gaussian_lpdf(y[n] | exp(eta[n]), shape, log_y[n], sqrt_y[n]);
    }
    target += -asym_laplace_lcdf(5 * max(y) | eta[1], sigma, quantile);
  }
  target += lprior;
  target += normal_lpdf(b | 0, 1);
  target += gamma_lpdf(shape | 2, 1);
  target += student_t_lpdf(sigma | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
  target += normal_lpdf(raw_xi | 0, 1);
}
