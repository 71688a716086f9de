// Distribution functions on the real line: _lcdf below, _lccdf above, on the log scale.

/// P(Y ≤ y) of the normal distribution with mean mu and standard deviation sigma.
real normal_cdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive> sigma "Scale parameter") {
  return Phi((y - mu) / sigma);
}

/// log P(Y ≤ y) of the normal distribution with mean mu and standard deviation sigma.
real normal_lcdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive> sigma "Scale parameter") {
  real z = (y - mu) / sigma;
  return log_Phi(z);
}

/// log P(Y > y) of the normal distribution with mean mu and standard deviation sigma.
real normal_lccdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive> sigma "Scale parameter") {
  real z = (y - mu) / sigma;
  return log_Phi(-z);
}

/// P(Y ≤ y) of the standard normal distribution.
real std_normal_cdf(reals<not_nan> y "Random variable" |) {
  return Phi(y);
}

/// log P(Y ≤ y) of the standard normal distribution.
real std_normal_lcdf(reals<not_nan> y "Random variable" |) {
  return log_Phi(y);
}

/// log P(Y > y) of the standard normal distribution.
real std_normal_lccdf(reals<not_nan> y "Random variable" |) {
  return log_Phi(-y);
}

/// P(Y ≤ y) of the Cauchy distribution with location mu and scale sigma.
real cauchy_cdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return exp(cauchy_lcdf(y | mu, sigma));
}

/// log P(Y ≤ y) of the Cauchy distribution with location mu and scale sigma.
real cauchy_lcdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter|Scale Parameter") {
  real z = (y - mu) / sigma;
  return cauchy_log_tail(z);
}

/// log P(Y > y) of the Cauchy distribution with location mu and scale sigma.
real cauchy_lccdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter|Scale Parameter") {
  real z = (y - mu) / sigma;
  return cauchy_log_tail(-z);
}

/// log P(Z < z) of a standard Cauchy variable. Internal.
real cauchy_log_tail(real z) {
  return z < -1 ? log(-atan(1 / z) / pi()) : log(0.5 + atan(z) / pi());
}

/// P(Y ≤ y) of the Student t distribution with nu degrees of freedom, location mu and scale sigma.
real student_t_cdf(
    reals<not_nan> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter",
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return exp(student_t_lcdf(y | nu, mu, sigma));
}

/// log P(Y ≤ y) of the Student t distribution with nu degrees of freedom, location mu and scale
/// sigma.
real student_t_lcdf(
    reals<not_nan> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter",
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  real z = (y - mu) / sigma;
  return student_t_log_tail(nu, -z);
}

/// log P(Y > y) of the Student t distribution with nu degrees of freedom, location mu and scale
/// sigma.
real student_t_lccdf(
    reals<not_nan> y "Random variable" |
    reals<positive_finite> nu "Degrees of freedom parameter",
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  real z = (y - mu) / sigma;
  return student_t_log_tail(nu, z);
}

/// log P(T > t) of a standard Student t variable. Internal.
@java StudentTail.logTail
@d nu = student_t_log_tail_slope(nu, t, result)
@d t = -exp(student_t_log_normaliser(nu) - 0.5 * log(pi()) - 0.5 * (nu + 1) * log1p(t * t / nu) - result)
real student_t_log_tail(real nu, real t);

/// ∂ / ∂nu of student_t_log_tail from its value. Internal.
@java StudentTail.logTailSlope
real student_t_log_tail_slope(real nu, real t, real value);

/// P(Y ≤ y) of the Laplace distribution with location mu and scale sigma.
real double_exponential_cdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return exp(double_exponential_lcdf(y | mu, sigma));
}

/// log P(Y ≤ y) of the Laplace distribution with location mu and scale sigma.
real double_exponential_lcdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter|Scale Parameter") {
  real z = (y - mu) / sigma;
  return laplace_log_tail(z);
}

/// log P(Y > y) of the Laplace distribution with location mu and scale sigma.
real double_exponential_lccdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  real z = (y - mu) / sigma;
  return laplace_log_tail(-z);
}

/// log P(Z < z) of a standard Laplace variable. Internal.
real laplace_log_tail(real z) {
  return z < 0 ? z - log2() : log1m_checked(0.5 * exp(-z));
}

/// P(Y ≤ y) of the logistic distribution with location mu and scale sigma.
real logistic_cdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  return exp(logistic_lcdf(y | mu, sigma));
}

/// log P(Y ≤ y) of the logistic distribution with location mu and scale sigma.
real logistic_lcdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  real z = (y - mu) / sigma;
  return log_inv_logit(z);
}

/// log P(Y > y) of the logistic distribution with location mu and scale sigma.
real logistic_lccdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  real z = (y - mu) / sigma;
  return log1m_inv_logit(z);
}

/// P(Y ≤ y) of the Gumbel distribution with location mu and scale beta.
real gumbel_cdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive> beta "Scale parameter") {
  return exp(gumbel_lcdf(y | mu, beta));
}

/// log P(Y ≤ y) of the Gumbel distribution with location mu and scale beta.
real gumbel_lcdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive> beta "Scale parameter") {
  real z = (y - mu) / beta;
  return -exp(-z);
}

/// log P(Y > y) of the Gumbel distribution with location mu and scale beta.
real gumbel_lccdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive> beta "Scale parameter") {
  real z = (y - mu) / beta;
  return log1m_exp(-exp(-z));
}

/// P(Y ≤ y) of the sum of a normal(mu, sigma) and an exponential(lambda) variable.
real exp_mod_normal_cdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter",
    reals<positive_finite> lambda "Inv_scale parameter") {
  return exp(exp_mod_normal_lcdf(y | mu, sigma, lambda));
}

/// log P(Y ≤ y) of the sum of a normal(mu, sigma) and an exponential(lambda) variable.
real exp_mod_normal_lcdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter",
    reals<positive_finite> lambda "Inv_scale parameter") {
  real z = (y - mu) / sigma;
  return log_diff_exp(log_Phi(z), exp_mod_normal_core(z, lambda * sigma));
}

/// log P(Y > y) of the sum of a normal(mu, sigma) and an exponential(lambda) variable.
real exp_mod_normal_lccdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter",
    reals<positive_finite> lambda "Inv_scale parameter") {
  real z = (y - mu) / sigma;
  return log_sum_exp(log_Phi(-z), exp_mod_normal_core(z, lambda * sigma));
}

/// P(Y ≤ y) of the asymmetric Laplace distribution with location mu, scale sigma and skewness tau.
@says skew_double_exponential_lcdf
real skew_double_exponential_cdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter|Shape parameter",
    reals<bounded(0, 1)> tau "Skewness parameter") {
  return exp(skew_double_exponential_lcdf(y | mu, sigma, tau));
}

/// log P(Y ≤ y) of the asymmetric Laplace distribution with location mu, scale sigma and skewness
/// tau.
real skew_double_exponential_lcdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter|Shape parameter",
    reals<bounded(0, 1)> tau "Skewness parameter") {
  real z = 2 * (y - mu) / sigma;
  return y < mu ? log(tau) + (1 - tau) * z : log1m_checked((1 - tau) * exp(-tau * z));
}

/// log P(Y > y) of the asymmetric Laplace distribution with location mu, scale sigma and skewness
/// tau.
real skew_double_exponential_lccdf(
    reals<not_nan> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter|Shape parameter",
    reals<bounded(0, 1)> tau "Skewness parameter") {
  real z = 2 * (y - mu) / sigma;
  return y < mu ? log1m_checked(tau * exp((1 - tau) * z)) : log1m_checked(tau) - tau * z;
}

/// P(Y ≤ y) of the skew normal distribution with location xi, scale omega and shape alpha.
real skew_normal_cdf(
    reals<not_nan> y "Random variable" |
    reals<finite> xi "Location parameter",
    reals<positive> omega "Scale parameter",
    reals<finite> alpha "Shape parameter") {
  real z = (y - xi) / omega;
  return exp(skew_normal_log_lower(z, alpha));
}

/// log P(Y ≤ y) of the skew normal distribution with location xi, scale omega and shape alpha.
real skew_normal_lcdf(
    reals<not_nan> y "Random variable" |
    reals<finite> xi "Location parameter",
    reals<positive> omega "Scale parameter",
    reals<finite> alpha "Shape parameter") {
  real z = (y - xi) / omega;
  return skew_normal_log_lower(z, alpha);
}

/// log P(Y > y) of the skew normal distribution with location xi, scale omega and shape alpha.
real skew_normal_lccdf(
    reals<not_nan> y "Random variable" |
    reals<finite> xi "Location parameter",
    reals<positive> omega "Scale parameter",
    reals<finite> alpha "Shape parameter") {
  real z = (y - xi) / omega;
  return skew_normal_log_lower(-z, -alpha);
}

/// log distribution function of a standard skew normal variable. Internal.
@java SkewNormal.logLower
@d z = exp(log2() - 0.5 * log(2 * pi()) - 0.5 * z * z + log_Phi(alpha * z) - result)
@d alpha = -exp(-0.5 * z * z * (1 + alpha * alpha) - result) / (pi() * (1 + alpha * alpha))
real skew_normal_log_lower(real z, real alpha);

/// P(Y ≤ y) of the uniform distribution on [alpha, beta].
real uniform_cdf(
    reals<not_nan> y "Random variable" |
    reals<finite> alpha "Lower bound parameter",
    reals<finite, greater(alpha)> beta "Upper bound parameter") {
  return y < alpha ? 0 : y > beta ? 1 : (y - alpha) / (beta - alpha);
}

/// log P(Y ≤ y) of the uniform distribution on [alpha, beta].
real uniform_lcdf(
    reals<not_nan> y "Random variable" |
    reals<finite> alpha "Lower bound parameter",
    reals<finite, greater(alpha)> beta "Upper bound parameter") {
  if (y < alpha) {
    return negative_infinity();
  }
  if (y > beta) {
    return 0;
  }
  return log((y - alpha) / (beta - alpha));
}

/// log P(Y > y) of the uniform distribution on [alpha, beta].
real uniform_lccdf(
    reals<not_nan> y "Random variable" |
    reals<finite> alpha "Lower bound parameter",
    reals<finite, greater(alpha)> beta "Upper bound parameter") {
  if (y < alpha) {
    return 0;
  }
  if (y > beta) {
    return negative_infinity();
  }
  return log((beta - y) / (beta - alpha));
}

/// P(Y ≤ y) of the von Mises distribution on the circle with direction mu and concentration kappa.
/// y in [-π, π].
real von_mises_cdf(
    reals<bounded(-3.141592653589793, 3.141592653589793)> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive> kappa "Scale parameter") {
  return von_mises_mass(-pi() - mu, y - mu, kappa);
}

/// log P(Y ≤ y) of the von Mises distribution on the circle with direction mu and concentration
/// kappa.
real von_mises_lcdf(
    reals<bounded(-3.141592653589793, 3.141592653589793)> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive> kappa "Scale parameter") {
  return log_of_share(von_mises_mass(-pi() - mu, y - mu, kappa), von_mises_mass(y - mu, pi() - mu, kappa));
}

/// log P(Y > y) of the von Mises distribution on the circle with direction mu and concentration
/// kappa.
real von_mises_lccdf(
    reals<bounded(-3.141592653589793, 3.141592653589793)> y "Random variable" |
    reals<finite> mu "Location parameter",
    reals<positive> kappa "Scale parameter") {
  return log_of_share(von_mises_mass(y - mu, pi() - mu, kappa), von_mises_mass(-pi() - mu, y - mu, kappa));
}

/// log of one of two shares of 1, by the smaller of them. Internal.
real log_of_share(real share, real rest) {
  return share > 0.5 ? log1m(rest) : log(share);
}

/// Von Mises mass of [a, b] about location 0. Internal.
@java VonMises.mass
@rejects
@d a = -exp(kappa * cos(a) - log_modified_bessel_first_kind(0, kappa)) / (2 * pi())
@d b = exp(kappa * cos(b) - log_modified_bessel_first_kind(0, kappa)) / (2 * pi())
@d kappa = von_mises_mass_slope(a, b, kappa)
real von_mises_mass(real a, real b, real kappa);

/// ∂ / ∂kappa of von_mises_mass. Internal.
@java VonMises.massSlope
@rejects
real von_mises_mass_slope(real a, real b, real kappa);
