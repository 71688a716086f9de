// Censored from either side or in intervals, truncated, and with an exposure.
data {
  int<lower=1> N;
  vector<lower=0>[N] y;
  array[N] int<lower=-1, upper=2> censored;
  vector[N] ceiling;
  array[N] int counts;
  array[N] int lb;
  array[N] int ub;
  vector<lower=0>[N] exposure;
  vector[N] gauss;
  vector[N] from;
  vector[N] to;
  int K;
  matrix[N, K] X;
  int prior_only;
}
transformed data {
  vector[N] log_exposure = log(exposure);
}
parameters {
  vector[K] b;
  real<lower=0> shape;
  real<lower=0> sigma;
}
transformed parameters {
  real lprior = normal_lpdf(b | 0, 1);
  lprior += gamma_lpdf(shape | 2, 1);
  lprior += student_t_lpdf(sigma | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
}
model {
  if (!prior_only) {
    vector[N] mu = X * b;
    vector[N] rate = exp(mu + log_exposure);
    vector[N] location = exp(mu) / tgamma(1 + 1 / shape);
    for (n in 1 : N) {
      if (censored[n] == 0) {
        target += weibull_lpdf(y[n] | shape, location[n]);
      } else if (censored[n] == 1) {
        target += weibull_lccdf(y[n] | shape, location[n]);
      } else if (censored[n] == -1) {
        target += weibull_lcdf(y[n] | shape, location[n]);
      } else if (censored[n] == 2) {
        target += log_diff_exp(weibull_lcdf(ceiling[n] | shape, location[n]),
                               weibull_lcdf(y[n] | shape, location[n]));
      }
    }
    for (n in 1 : N) {
      target += poisson_lpmf(counts[n] | rate[n])
                - log_diff_exp(poisson_lcdf(ub[n] | rate[n]), poisson_lcdf(lb[n] - 1 | rate[n]));
      target += normal_lpdf(gauss[n] | mu[n], sigma)
                - log_diff_exp(normal_lcdf(to[n] | mu[n], sigma),
                               normal_lcdf(from[n] | mu[n], sigma));
      target += lognormal_lpdf(y[n] | mu[n], sigma) - lognormal_lccdf(0.01 | mu[n], sigma);
    }
  }
  target += lprior;
}
