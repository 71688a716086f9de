// Densities on the positive half line and the unit interval.

/// Log density of the lognormal distribution: log y is normal(mu, sigma).
real lognormal_lpdf(
    reals<nonnegative> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  real log_y = y == 0 ? 0 : log(y);
  real inv_sigma = 1 / sigma;
  real z = (log_y - mu) * inv_sigma;
  return (y == 0 ? negative_infinity() : -0.5 * z * z - 0.5 * log(2 * pi())) - log(sigma) - log_y;
}

/// Log density of the exponential distribution with rate beta: log beta - beta y.
real exponential_lpdf(
    reals<nonnegative> y "Random variable" | reals<positive_finite> beta "Inverse scale parameter") {
  return log(beta) - beta * y;
}

/// Log density of the gamma distribution with shape alpha and rate beta: alpha log beta - log
/// Γ(alpha) + (alpha - 1) log y - beta y.
real gamma_lpdf(
    reals<positive_finite> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> beta "Inverse scale parameter") {
  return alpha * log(beta) - lgamma(alpha) + (alpha - 1) * log(y) - beta * y;
}

/// Log density of the inverse gamma distribution with shape alpha and scale beta: alpha log beta -
/// log Γ(alpha) - (alpha + 1) log y - beta / y. Density 0 for y ≤ 0.
real inv_gamma_lpdf(
    reals<not_nan> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> beta "Scale parameter") {
  return alpha * log(beta) - lgamma(alpha) - (y > 0 ? (alpha + 1) * log(y) : positive_infinity())
         - (y > 0 ? beta / y : positive_infinity());
}

/// Log density of the chi-square distribution with nu degrees of freedom.
real chi_square_lpdf(
    reals<nonnegative> y "Random variable" | reals<positive_finite> nu "Degrees of freedom parameter") {
  return -(lgamma(0.5 * nu) + 0.5 * nu * log2()) + lmultiply(0.5 * nu - 1, y) - 0.5 * y;
}

/// Log density of the inverse chi-square distribution with nu degrees of freedom. Density 0 for y ≤
/// 0.
real inv_chi_square_lpdf(
    reals<not_nan> y "Random variable" | reals<positive_finite> nu "Degrees of freedom parameter") {
  return -lgamma(0.5 * nu) - 0.5 * nu * log2()
         - (y > 0 ? (0.5 * nu + 1) * log(y) : positive_infinity())
         - (y > 0 ? 0.5 / y : positive_infinity());
}

/// Log density of the scaled inverse chi-square distribution with nu degrees of freedom and scale
/// sigma. Density 0 for y ≤ 0.
real scaled_inv_chi_square_lpdf(
    reals<not_nan> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter", reals<positive_finite> sigma "Scale parameter") {
  real half_nu = 0.5 * nu;
  return half_nu * log(half_nu) - lgamma(half_nu) + nu * log(sigma)
         - (y > 0 ? (half_nu + 1) * log(y) : positive_infinity())
         - (y > 0 ? half_nu * sigma * sigma / y : positive_infinity());
}

/// Log density of the Weibull distribution with shape alpha and scale sigma: log(alpha / sigma) +
/// (alpha - 1) log(y / sigma) - (y / sigma)^alpha. Density 0 for y < 0.
real weibull_lpdf(
    reals<finite> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> sigma "Scale parameter") {
  return log(alpha) + (y < 0 ? negative_infinity() : lmultiply(alpha - 1, y)) - alpha * log(sigma)
         - (y < 0 ? positive_infinity() : (y / sigma) ^ alpha);
}

/// Log density of the Fréchet distribution with shape alpha and scale sigma.
real frechet_lpdf(
    reals<positive> y "Random variable" |
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> sigma "Scale parameter") {
  return log(alpha) - (alpha + 1) * log(y) + alpha * log(sigma) - (y / sigma) ^ (-alpha);
}

/// Log density of the Rayleigh distribution with scale sigma: log y - 2 log sigma - ½ (y / sigma)².
real rayleigh_lpdf(
    reals<positive> y "Random variable" | reals<positive> sigma "Scale parameter") {
  real z = y / sigma;
  return log(y) - 2 * log(sigma) - 0.5 * z * z;
}

/// Log density of the log-logistic distribution with scale alpha and shape beta.
real loglogistic_lpdf(
    reals<positive_finite> y "Random variable" |
    reals<positive_finite> alpha "Scale parameter", reals<positive_finite> beta "Shape parameter") {
  real z = log(y) - log(alpha);
  return log(beta / alpha) + (beta - 1) * z - 2 * log1p_exp(beta * z);
}

/// Log density of the Pareto distribution with least value y_min and shape alpha: log alpha + alpha
/// log y_min - (alpha + 1) log y. Density 0 below y_min.
real pareto_lpdf(
    reals<not_nan> y "Random variable" |
    reals<positive_finite> y_min "Scale parameter", reals<positive_finite> alpha "Shape parameter") {
  return log(alpha) + alpha * log(y_min)
         - (y < y_min ? positive_infinity() : (alpha + 1) * log(y));
}

/// Log density of the Pareto distribution of type 2 with location mu, scale lambda and shape alpha:
/// log(alpha / lambda) - (alpha + 1) log(1 + (y - mu) / lambda).
real pareto_type_2_lpdf(
    reals<lower(mu)> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> lambda "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return log(alpha) - log(lambda) - (alpha + 1) * log1p_checked((y - mu) / lambda);
}

/// Log density of the beta distribution with shapes alpha and beta: (alpha - 1) log y + (beta - 1)
/// log(1 - y) - log B(alpha, beta).
real beta_lpdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive_finite> alpha "First shape parameter",
    reals<positive_finite> beta "Second shape parameter") {
  return lgamma(alpha + beta) - lgamma(alpha) - lgamma(beta) + (alpha - 1) * log(y)
         + (beta - 1) * log1m_checked(y);
}

/// Log density of the beta distribution with mean mu and precision kappa.
real beta_proportion_lpdf(
    reals<bounded(0, 1)> y "Random variable" |
    reals<positive, less(1)> mu "Location parameter", reals<positive_finite> kappa "Precision parameter") {
  real a = mu * kappa;
  real b = kappa - a;
  return lgamma(kappa) - (lgamma(a) + lgamma(b)) + (a - 1) * log(y) + (b - 1) * log1m_checked(y);
}
