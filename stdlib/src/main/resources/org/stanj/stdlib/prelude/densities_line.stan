// Densities on the real line.

/// Normal density. Reference manual: continuous distributions on the line.
real normal_lpdf(reals<not_nan> y "Random variable" | reals<finite> mu "Location parameter", reals<positive> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  return -0.5 * z * z - log(sigma) - 0.5 * log(2 * pi());
}

/// Standard normal density.
real std_normal_lpdf(reals<not_nan> y "Random variable" |) {
  return -0.5 * y * y - 0.5 * log(2 * pi());
}

/// Cauchy density.
real cauchy_lpdf(reals<not_nan> y "Random variable" | reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  return -log1p(z * z) - log(sigma) - log(pi());
}

/// Student t density with nu degrees of freedom.
real student_t_lpdf(reals<not_nan> y "Random variable" | reals<positive_finite> nu "Degrees of freedom parameter", reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  real inv_sigma = 1 / sigma;
  real z = (y - mu) * inv_sigma;
  return student_t_log_normaliser(nu) - 0.5 * log(pi()) - log(sigma) - 0.5 * (nu + 1) * log1p(z * z / nu);
}

/// lgamma((nu + 1) / 2) - lgamma(nu / 2) - log(nu) / 2, without cancellation for large nu. Internal.
@java GammaFunctions.studentNormaliser
@d nu = student_t_log_normaliser_slope(nu)
real student_t_log_normaliser(real nu);

/// Derivative of student_t_log_normaliser. Internal.
@java GammaFunctions.studentNormaliserSlope
real student_t_log_normaliser_slope(real nu);
