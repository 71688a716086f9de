// Densities on the real line.

/// x: stands as one term in the sum that a density returns, so that all of it is dropped or none,
/// as Stan does it. Internal.
real one_term(real x) {
  return x;
}

/// Normal density. Reference manual: continuous distributions on the line.
real normal_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  return -0.5 * z * z - log(sigma) - 0.5 * log(2 * pi());
}

/// Standard normal density.
real std_normal_lpdf(reals<not_nan> y "Random variable" |) {
  return -0.5 * y * y - 0.5 * log(2 * pi());
}

/// Cauchy density.
real cauchy_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  return -log1p_square(z) - log(sigma) - log(pi());
}

/// log(1 + x²) without overflow. Internal.
real log1p_square(real x) {
  return abs(x) < 1e8 ? log1p(x * x) : 2 * log(abs(x));
}

/// Student t density with nu degrees of freedom.
real student_t_lpdf(
    reals<not_nan> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter", reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  return student_t_log_normaliser(nu) - 0.5 * log(pi()) - log(sigma)
         - 0.5 * (nu + 1) * log1p(z * z / nu);
}

/// lgamma((nu + 1) / 2) - lgamma(nu / 2) - log(nu) / 2, without cancellation for large nu.
/// Internal.
@java GammaFunctions.studentNormaliser
@d nu = student_t_log_normaliser_slope(nu)
real student_t_log_normaliser(real nu);

/// Derivative of student_t_log_normaliser. Internal.
@java GammaFunctions.studentNormaliserSlope
real student_t_log_normaliser_slope(real nu);

/// Laplace density.
real double_exponential_lpdf(
    reals<finite> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter|Shape parameter") {
  return -abs(y - mu) / sigma - log(sigma) - log2();
}

/// Logistic density.
real logistic_lpdf(
    reals<finite> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  real a = z < 0 ? z : -z;
  return a - 2 * log1p(exp(a)) - log(sigma);
}

/// Gumbel density.
real gumbel_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive> beta "Scale parameter") {
  real z = (y - mu) / beta;
  return -z - exp(-z) - log(beta);
}

/// Skew normal density.
real skew_normal_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> xi "Location parameter", reals<positive> omega "Scale parameter",
    reals<finite> alpha "Shape parameter") {
  real inv_omega = 1 / omega;
  real z = (y - xi) * inv_omega;
  return -0.5 * z * z + one_term(log_Phi(alpha * z) + log2()) - log(omega) - 0.5 * log(2 * pi());
}

/// Density of a normal plus an exponential variable.
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

/// Asymmetric Laplace density, skewness tau.
real skew_double_exponential_lpdf(
    reals<finite> y "Random variable" |
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Shape parameter",
    reals<bounded(0, 1)> tau "Skewness parameter") {
  return (log(tau) + log1m(tau)) - log(sigma) + log2()
         - 2 * (y < mu ? 1 - tau : tau) * abs(y - mu) / sigma;
}

/// Von Mises density on the circle.
real von_mises_lpdf(
    reals<finite> y "Random variable" |
    reals<finite> mu "Location parameter", reals<nonnegative, finite> kappa "Scale parameter") {
  return kappa * cos(mu - y) - log_modified_bessel_first_kind(0, kappa) - log(2 * pi());
}

/// Uniform density; 0 outside the bounds.
real uniform_lpdf(
    reals<not_nan> y "Random variable" |
    reals<finite> alpha "Lower bound parameter",
    reals<finite, greater(alpha)> beta "Upper bound parameter") {
  return (y < alpha || y > beta ? negative_infinity() : 0) - log(beta - alpha);
}
