// Distribution functions on the positive half line and the unit interval.

/// P(Y ≤ y) of the lognormal distribution: log y is normal(mu, sigma).
real lognormal_cdf(
    reals<nonnegative> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return y == 0 ? 0 : Phi((log(y) - mu) / sigma);
}

/// log P(Y ≤ y) of the lognormal distribution: log y is normal(mu, sigma).
real lognormal_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  if (y == 0) {
    return negative_infinity();
  }
  real z = (log(y) - mu) / sigma;
  return log_Phi(z);
}

/// log P(Y > y) of the lognormal distribution: log y is normal(mu, sigma).
real lognormal_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  if (y == 0) {
    return 0;
  }
  real z = (log(y) - mu) / sigma;
  return log_Phi(-z);
}

/// P(Y ≤ y) of the exponential distribution with rate beta.
real exponential_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> beta "Inverse scale parameter") {
  return -expm1(-beta * y);
}

/// log P(Y ≤ y) of the exponential distribution with rate beta.
real exponential_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> beta "Inverse scale parameter") {
  return log1m_exp(-beta * y);
}

/// log P(Y > y) of the exponential distribution with rate beta.
real exponential_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> beta "Inverse scale parameter") {
  return -beta * y;
}

/// P(Y ≤ y) of the gamma distribution with shape alpha and rate beta.
real gamma_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Inverse scale parameter") {
  return exp(gamma_lcdf(y | alpha, beta));
}

/// log P(Y ≤ y) of the gamma distribution with shape alpha and rate beta.
real gamma_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Inverse scale parameter") {
  if (y == 0) {
    return negative_infinity();
  }
  if (y == positive_infinity()) {
    return 0;
  }
  return log_gamma_p(alpha, beta * y);
}

/// log P(Y > y) of the gamma distribution with shape alpha and rate beta.
real gamma_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Inverse scale parameter") {
  if (y == 0) {
    return 0;
  }
  if (y == positive_infinity()) {
    return negative_infinity();
  }
  return log_gamma_q(alpha, beta * y);
}

/// P(Y ≤ y) of the inverse gamma distribution with shape alpha and scale beta.
real inv_gamma_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Scale parameter|Scale Parameter") {
  return exp(inv_gamma_lcdf(y | alpha, beta));
}

/// log P(Y ≤ y) of the inverse gamma distribution with shape alpha and scale beta.
real inv_gamma_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Scale parameter|Scale Parameter") {
  if (y == 0) {
    return negative_infinity();
  }
  if (y == positive_infinity()) {
    return 0;
  }
  return log_gamma_q(alpha, beta / y);
}

/// log P(Y > y) of the inverse gamma distribution with shape alpha and scale beta.
real inv_gamma_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Scale parameter|Scale Parameter") {
  if (y == 0) {
    return 0;
  }
  if (y == positive_infinity()) {
    return negative_infinity();
  }
  return log_gamma_p(alpha, beta / y);
}

/// P(Y ≤ y) of the chi-square distribution with nu degrees of freedom.
real chi_square_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter") {
  return exp(chi_square_lcdf(y | nu));
}

/// log P(Y ≤ y) of the chi-square distribution with nu degrees of freedom.
real chi_square_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter") {
  if (y == 0) {
    return negative_infinity();
  }
  if (y == positive_infinity()) {
    return 0;
  }
  return log_gamma_p(0.5 * nu, 0.5 * y);
}

/// log P(Y > y) of the chi-square distribution with nu degrees of freedom.
real chi_square_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter") {
  if (y == 0) {
    return 0;
  }
  if (y == positive_infinity()) {
    return negative_infinity();
  }
  return log_gamma_q(0.5 * nu, 0.5 * y);
}

/// P(Y ≤ y) of the inverse chi-square distribution with nu degrees of freedom.
real inv_chi_square_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter") {
  return exp(inv_chi_square_lcdf(y | nu));
}

/// log P(Y ≤ y) of the inverse chi-square distribution with nu degrees of freedom.
real inv_chi_square_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter") {
  if (y == 0) {
    return negative_infinity();
  }
  if (y == positive_infinity()) {
    return 0;
  }
  return log_gamma_q(0.5 * nu, 0.5 / y);
}

/// log P(Y > y) of the inverse chi-square distribution with nu degrees of freedom.
real inv_chi_square_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter") {
  if (y == 0) {
    return 0;
  }
  if (y == positive_infinity()) {
    return negative_infinity();
  }
  return log_gamma_p(0.5 * nu, 0.5 / y);
}

/// P(Y ≤ y) of the scaled inverse chi-square distribution with nu degrees of freedom and scale
/// sigma.
real scaled_inv_chi_square_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return exp(scaled_inv_chi_square_lcdf(y | nu, sigma));
}

/// log P(Y ≤ y) of the scaled inverse chi-square distribution with nu degrees of freedom and scale
/// sigma.
real scaled_inv_chi_square_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter",
    reals<positive_finite> sigma "Scale parameter") {
  if (y == 0) {
    return negative_infinity();
  }
  if (y == positive_infinity()) {
    return 0;
  }
  real x = 0.5 * nu * sigma * sigma / y;
  return log_gamma_q(0.5 * nu, x);
}

/// log P(Y > y) of the scaled inverse chi-square distribution with nu degrees of freedom and scale
/// sigma.
real scaled_inv_chi_square_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter",
    reals<positive_finite> sigma "Scale parameter") {
  if (y == 0) {
    return 0;
  }
  if (y == positive_infinity()) {
    return negative_infinity();
  }
  real x = 0.5 * nu * sigma * sigma / y;
  return log_gamma_p(0.5 * nu, x);
}

/// P(Y ≤ y) of the Weibull distribution with shape alpha and scale sigma.
real weibull_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return -expm1(-(y / sigma) ^ alpha);
}

/// log P(Y ≤ y) of the Weibull distribution with shape alpha and scale sigma.
real weibull_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return log1m_exp(-(y / sigma) ^ alpha);
}

/// log P(Y > y) of the Weibull distribution with shape alpha and scale sigma.
real weibull_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return -(y / sigma) ^ alpha;
}

/// P(Y ≤ y) of the Fréchet distribution with shape alpha and scale sigma.
real frechet_cdf(
    reals<positive> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return exp(frechet_lcdf(y | alpha, sigma));
}

/// log P(Y ≤ y) of the Fréchet distribution with shape alpha and scale sigma.
real frechet_lcdf(
    reals<positive> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return -(y / sigma) ^ (-alpha);
}

/// log P(Y > y) of the Fréchet distribution with shape alpha and scale sigma.
real frechet_lccdf(
    reals<positive> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return log1m_exp(-(y / sigma) ^ (-alpha));
}

/// P(Y ≤ y) of the Rayleigh distribution with scale sigma.
real rayleigh_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive> sigma "Scale parameter") {
  real z = y / sigma;
  return -expm1(-0.5 * z * z);
}

/// log P(Y ≤ y) of the Rayleigh distribution with scale sigma.
real rayleigh_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive> sigma "Scale parameter") {
  real z = y / sigma;
  return log1m_exp(-0.5 * z * z);
}

/// log P(Y > y) of the Rayleigh distribution with scale sigma.
real rayleigh_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive> sigma "Scale parameter") {
  real z = y / sigma;
  return -0.5 * z * z;
}

/// P(Y ≤ y) of the log-logistic distribution with scale alpha and shape beta.
real loglogistic_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Scale parameter",
    reals<positive_finite> beta "Shape parameter") {
  return y == 0 ? 0 : inv_logit(beta * (log(y) - log(alpha)));
}

/// P(Y ≤ y) of the Pareto distribution with least value y_min and shape alpha.
real pareto_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> y_min "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return y < y_min ? 0 : -expm1(alpha * (log(y_min) - log(y)));
}

/// log P(Y ≤ y) of the Pareto distribution with least value y_min and shape alpha.
real pareto_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> y_min "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  if (y < y_min) {
    return negative_infinity();
  }
  return log1m_exp(alpha * (log(y_min) - log(y)));
}

/// log P(Y > y) of the Pareto distribution with least value y_min and shape alpha.
real pareto_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> y_min "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  if (y < y_min) {
    return 0;
  }
  return alpha * (log(y_min) - log(y));
}

/// P(Y ≤ y) of the Pareto distribution of type 2 with location mu, scale lambda and shape alpha.
real pareto_type_2_cdf(
    reals<lower(mu)> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> lambda "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return -expm1(-alpha * log1p((y - mu) / lambda));
}

/// log P(Y ≤ y) of the Pareto distribution of type 2 with location mu, scale lambda and shape
/// alpha.
real pareto_type_2_lcdf(
    reals<lower(mu)> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> lambda "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return log1m_exp(-alpha * log1p((y - mu) / lambda));
}

/// log P(Y > y) of the Pareto distribution of type 2 with location mu, scale lambda and shape
/// alpha.
real pareto_type_2_lccdf(
    reals<lower(mu)> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> lambda "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return -alpha * log1p((y - mu) / lambda);
}

/// P(Y ≤ y) of the beta distribution with shapes alpha and beta.
real beta_cdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive_finite> alpha "First shape parameter",
    reals<positive_finite> beta "Second shape parameter") {
  return inc_beta_of(alpha, beta, y, 1 - y);
}

/// log P(Y ≤ y) of the beta distribution with shapes alpha and beta.
real beta_lcdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive_finite> alpha "First shape parameter",
    reals<positive_finite> beta "Second shape parameter") {
  return log_inc_beta(alpha, beta, y, 1 - y);
}

/// log P(Y > y) of the beta distribution with shapes alpha and beta.
real beta_lccdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive_finite> alpha "First shape parameter",
    reals<positive_finite> beta "Second shape parameter") {
  return log_inc_beta(beta, alpha, 1 - y, y);
}

/// log P(Y ≤ y) of the beta distribution with mean mu and precision kappa.
real beta_proportion_lcdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive, less(1)> mu "Location parameter",
    reals<positive_finite> kappa "Precision parameter") {
  real a = mu * kappa;
  real b = kappa - a;
  return log_inc_beta(a, b, y, 1 - y);
}

/// log P(Y > y) of the beta distribution with mean mu and precision kappa.
real beta_proportion_lccdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive, less(1)> mu "Location parameter",
    reals<positive_finite> kappa "Precision parameter") {
  real a = mu * kappa;
  real b = kappa - a;
  return log_inc_beta(b, a, 1 - y, y);
}
