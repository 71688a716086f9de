// Distribution functions on the positive half line and the unit interval.

/// Lognormal distribution function.
real lognormal_cdf(
    reals<nonnegative> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return y == 0 ? 0 : Phi((log(y) - mu) / sigma);
}

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

/// Exponential distribution function.
real exponential_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> beta "Inverse scale parameter") {
  return -expm1(-beta * y);
}

real exponential_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> beta "Inverse scale parameter") {
  return log1m_exp(-beta * y);
}

real exponential_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> beta "Inverse scale parameter") {
  return -beta * y;
}

/// Gamma distribution function.
real gamma_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Inverse scale parameter") {
  return exp(gamma_lcdf(y | alpha, beta));
}

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

/// Inverse gamma distribution function.
real inv_gamma_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Scale parameter|Scale Parameter") {
  return exp(inv_gamma_lcdf(y | alpha, beta));
}

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

/// Chi-square distribution function.
real chi_square_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter") {
  return exp(chi_square_lcdf(y | nu));
}

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

/// Inverse chi-square distribution function.
real inv_chi_square_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter") {
  return exp(inv_chi_square_lcdf(y | nu));
}

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

/// Scaled inverse chi-square distribution function.
real scaled_inv_chi_square_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return exp(scaled_inv_chi_square_lcdf(y | nu, sigma));
}

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

/// Weibull distribution function.
real weibull_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return -expm1(-(y / sigma) ^ alpha);
}

real weibull_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return log1m_exp(-(y / sigma) ^ alpha);
}

real weibull_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return -(y / sigma) ^ alpha;
}

/// Fréchet distribution function.
real frechet_cdf(
    reals<positive> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return exp(frechet_lcdf(y | alpha, sigma));
}

real frechet_lcdf(
    reals<positive> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return -(y / sigma) ^ (-alpha);
}

real frechet_lccdf(
    reals<positive> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return log1m_exp(-(y / sigma) ^ (-alpha));
}

/// Rayleigh distribution function.
real rayleigh_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive> sigma "Scale parameter") {
  real z = y / sigma;
  return -expm1(-0.5 * z * z);
}

real rayleigh_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive> sigma "Scale parameter") {
  real z = y / sigma;
  return log1m_exp(-0.5 * z * z);
}

real rayleigh_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive> sigma "Scale parameter") {
  real z = y / sigma;
  return -0.5 * z * z;
}

/// Log-logistic distribution function.
real loglogistic_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> alpha "Scale parameter",
    reals<positive_finite> beta "Shape parameter") {
  return y == 0 ? 0 : inv_logit(beta * (log(y) - log(alpha)));
}

/// Pareto distribution function.
real pareto_cdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> y_min "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return y < y_min ? 0 : -expm1(alpha * (log(y_min) - log(y)));
}

real pareto_lcdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> y_min "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  if (y < y_min) {
    return negative_infinity();
  }
  return log1m_exp(alpha * (log(y_min) - log(y)));
}

real pareto_lccdf(
    reals<nonnegative> y "Random variable" |
    reals<positive_finite> y_min "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  if (y < y_min) {
    return 0;
  }
  return alpha * (log(y_min) - log(y));
}

/// Distribution function of the Pareto distribution of type 2.
real pareto_type_2_cdf(
    reals<lower(mu)> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> lambda "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return -expm1(-alpha * log1p((y - mu) / lambda));
}

real pareto_type_2_lcdf(
    reals<lower(mu)> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> lambda "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return log1m_exp(-alpha * log1p((y - mu) / lambda));
}

real pareto_type_2_lccdf(
    reals<lower(mu)> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> lambda "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return -alpha * log1p((y - mu) / lambda);
}

/// Beta distribution function.
real beta_cdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive_finite> alpha "First shape parameter",
    reals<positive_finite> beta "Second shape parameter") {
  return inc_beta_of(alpha, beta, y, 1 - y);
}

real beta_lcdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive_finite> alpha "First shape parameter",
    reals<positive_finite> beta "Second shape parameter") {
  return log_inc_beta(alpha, beta, y, 1 - y);
}

real beta_lccdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive_finite> alpha "First shape parameter",
    reals<positive_finite> beta "Second shape parameter") {
  return log_inc_beta(beta, alpha, 1 - y, y);
}

/// Beta distribution function, mean mu and precision kappa.
real beta_proportion_lcdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive, less(1)> mu "Location parameter",
    reals<positive_finite> kappa "Precision parameter") {
  real a = mu * kappa;
  real b = kappa - a;
  return log_inc_beta(a, b, y, 1 - y);
}

real beta_proportion_lccdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive, less(1)> mu "Location parameter",
    reals<positive_finite> kappa "Precision parameter") {
  real a = mu * kappa;
  real b = kappa - a;
  return log_inc_beta(b, a, 1 - y, y);
}
