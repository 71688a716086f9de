// Densities on the real line.

/// x: stands as one term in the sum that a density returns, so that all of it is dropped or none,
/// as Stan does it. Internal.
real one_term(real x) {
  return x;
}

/// Log density of the normal distribution with mean mu and standard deviation sigma: -½ ((y - mu) /
/// sigma)² - log sigma - ½ log(2π).
real normal_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  return -0.5 * z * z - log(sigma) - 0.5 * log(2 * pi());
}

/// Log density of the standard normal distribution: -½ y² - ½ log(2π).
real std_normal_lpdf(reals<not_nan> y "Random variable" |) {
  return -0.5 * y * y - 0.5 * log(2 * pi());
}

/// Log density of the Cauchy distribution with location mu and scale sigma: -log(1 + ((y - mu) /
/// sigma)²) - log(π sigma).
real cauchy_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  return -log1p_square(z) - log(sigma) - log(pi());
}

/// log(1 + x²) without overflow. Internal.
real log1p_square(real x) {
  return abs(x) < 1e8 ? log1p_checked(x * x) : 2 * log(abs(x));
}

/// Log density of the Student t distribution with nu degrees of freedom, location mu and scale
/// sigma.
real student_t_lpdf(
    reals<not_nan> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter", reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  return student_t_log_normaliser(nu) - 0.5 * log(pi()) - log(sigma)
         - 0.5 * (nu + 1) * log1p_checked(z * z / nu);
}

/// lgamma((nu + 1) / 2) - lgamma(nu / 2) - log(nu) / 2, without cancellation for large nu.
/// Internal.
@java GammaFunctions.studentNormaliser
@d nu = student_t_log_normaliser_slope(nu)
real student_t_log_normaliser(real nu);

/// Derivative of student_t_log_normaliser. Internal.
@java GammaFunctions.studentNormaliserSlope
@d nu = 0.25 * (trigamma(0.5 * (nu + 1)) - trigamma(0.5 * nu)) + 0.5 / square(nu)
real student_t_log_normaliser_slope(real nu);

/// Log density of the Laplace distribution with location mu and scale sigma: -|y - mu| / sigma -
/// log(2 sigma).
real double_exponential_lpdf(
    reals<finite> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter|Shape parameter") {
  return -abs(y - mu) / sigma - log(sigma) - log2();
}

/// Log density of the logistic distribution with location mu and scale sigma: -z - 2 log(1 + e⁻ᶻ) -
/// log sigma with z = (y - mu) / sigma.
real logistic_lpdf(
    reals<finite> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  real a = -magnitude(z);
  return a - 2 * log1p_unit(exp(a)) - log(sigma);
}

/// Log density of the Gumbel distribution with location mu and scale beta: -z - e⁻ᶻ - log beta with
/// z = (y - mu) / beta.
real gumbel_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive> beta "Scale parameter") {
  real z = (y - mu) / beta;
  return -z - exp(-z) - log(beta);
}

/// Log density of the skew normal distribution with location xi, scale omega and shape alpha: log(2
/// φ(z) Φ(alpha z) / omega) with z = (y - xi) / omega.
real skew_normal_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> xi "Location parameter", reals<positive> omega "Scale parameter",
    reals<finite> alpha "Shape parameter") {
  real inv_omega = 1 / omega;
  real z = (y - xi) * inv_omega;
  return -0.5 * z * z + one_term(log_Phi(alpha * z) + log2()) - log(omega) - 0.5 * log(2 * pi());
}

/// Log density of the sum of a normal(mu, sigma) and an exponential(lambda) variable.
real exp_mod_normal_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter",
    reals<positive_finite> lambda "Inv_scale parameter") {
  real z = (y - mu) / sigma;
  real b = lambda * sigma;
  return log(lambda) + one_term(exp_mod_normal_core(z, b) + log2()) - log2();
}

/// b (b / 2 - z) + log Φ(z - b): without overflow, also in the far left tail. Internal.
real exp_mod_normal_core(real z, real b) {
  return b * (0.5 * b - z) + log_Phi(z - b);
}

/// Log density of the asymmetric Laplace distribution with location mu, scale sigma and skewness
/// tau.
real skew_double_exponential_lpdf(
    reals<finite> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Shape parameter",
    reals<bounded(0, 1)> tau "Skewness parameter") {
  return (log(tau) + log1m_checked(tau)) - log(sigma) + log2()
         - 2 * (y < mu ? (1 - tau) * (mu - y) : y > mu ? tau * (y - mu) : 0) / sigma;
}

/// Log density of the von Mises distribution on the circle with direction mu and concentration
/// kappa: kappa cos(y - mu) - log(2π I₀(kappa)).
real von_mises_lpdf(
    reals<finite> y "Random variable" |
    reals<finite> mu "Location parameter", reals<nonnegative, finite> kappa "Scale parameter") {
  return kappa * cos(mu - y) - log_modified_bessel_first_kind(0, kappa) - log(2 * pi());
}

/// Log density of the uniform distribution on [alpha, beta]: -log(beta - alpha). Density 0 outside.
real uniform_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> alpha "Lower bound parameter",
    reals<finite, greater(alpha)> beta "Upper bound parameter") {
  return (y < alpha || y > beta ? negative_infinity() : 0) - log(beta - alpha);
}
