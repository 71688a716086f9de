// Generators of scalar distributions.

/// A draw from the standard normal distribution.
@rng
@java Draws.standardNormal
real std_normal_rng();

/// Standard uniform draw. Internal.
@rng
@java Draws.standardUniform
real unit_uniform_rng();

/// Standard exponential draw. Internal.
@rng
@java Draws.standardExponential
real unit_exponential_rng();

/// Gamma draw with rate 1. Internal.
@rng
@java Draws.standardGamma
real unit_gamma_rng(real alpha);

/// A draw from the normal distribution with mean mu and standard deviation sigma.
@rng
real normal_rng(reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  return mu + sigma * std_normal_rng();
}

/// A draw from the uniform distribution on [alpha, beta].
@rng
@java Draws.uniform
real uniform_rng(
    reals<finite> alpha "Lower bound parameter", reals<finite, greater(alpha)> beta "Upper bound parameter");

/// A draw from the Cauchy distribution with location mu and scale sigma.
@rng
real cauchy_rng(reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  return mu + sigma * tan(pi() * (unit_uniform_rng() - 0.5));
}

/// A draw from the Student t distribution with nu degrees of freedom, location mu and scale sigma.
@rng
real student_t_rng(
    reals<positive_finite> nu "Degrees of freedom parameter", reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  real z = std_normal_rng();
  return mu + sigma * z / sqrt(2 * unit_gamma_rng(0.5 * nu) / nu);
}

/// A draw from the Laplace distribution with location mu and scale sigma.
@rng
real double_exponential_rng(
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  real e = unit_exponential_rng();
  return mu + (unit_uniform_rng() < 0.5 ? -sigma : sigma) * e;
}

/// A draw from the logistic distribution with location mu and scale sigma.
@rng
real logistic_rng(reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  return mu + sigma * logit(unit_uniform_rng());
}

/// A draw from the Gumbel distribution with location mu and scale beta.
@rng
real gumbel_rng(reals<finite> mu "Location parameter", reals<positive> beta "Scale parameter") {
  return mu - beta * log(unit_exponential_rng());
}

/// A draw from the skew normal distribution with location xi, scale omega and shape alpha.
@rng
real skew_normal_rng(
    reals<finite> xi "Location parameter", reals<positive> omega "Scale parameter",
    reals<finite> alpha "Shape parameter") {
  real delta = alpha / sqrt(1 + alpha * alpha);
  real u = abs(std_normal_rng());
  return xi + omega * (delta * u + sqrt(1 - delta * delta) * std_normal_rng());
}

/// A draw of the sum of a normal(mu, sigma) and an exponential(lambda) variable.
@rng
real exp_mod_normal_rng(
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter",
    reals<positive_finite> lambda "Inv_scale parameter") {
  real z = std_normal_rng();
  return mu + sigma * z + unit_exponential_rng() / lambda;
}

/// A draw from the asymmetric Laplace distribution with location mu, scale sigma and skewness tau.
@rng
real skew_double_exponential_rng(
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter",
    reals<bounded(0, 1)> tau "Skewness parameter") {
  real e = 0.5 * sigma * unit_exponential_rng();
  return unit_uniform_rng() < tau ? mu - e / (1 - tau) : mu + e / tau;
}

/// A draw from the von Mises distribution on the circle with direction mu and concentration kappa.
/// In (-π, π] about mu.
@rng
@java Draws.vonMises
real von_mises_rng(reals<finite> mu "Location parameter", reals<nonnegative, finite> kappa "Scale parameter");

/// A draw from the lognormal distribution: log y is normal(mu, sigma).
@rng
real lognormal_rng(reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  return exp(mu + sigma * std_normal_rng());
}

/// A draw from the exponential distribution with rate beta.
@rng
real exponential_rng(reals<positive_finite> beta "Inverse scale parameter") {
  return unit_exponential_rng() / beta;
}

/// A draw from the gamma distribution with shape alpha and rate beta.
@rng
real gamma_rng(
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> beta "Inverse scale parameter") {
  return unit_gamma_rng(alpha) / beta;
}

/// A draw from the inverse gamma distribution with shape alpha and scale beta.
@rng
real inv_gamma_rng(
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> beta "Scale parameter") {
  return beta / unit_gamma_rng(alpha);
}

/// A draw from the chi-square distribution with nu degrees of freedom.
@rng
real chi_square_rng(reals<positive_finite> nu "Degrees of freedom parameter") {
  return 2 * unit_gamma_rng(0.5 * nu);
}

/// A draw from the inverse chi-square distribution with nu degrees of freedom.
@rng
real inv_chi_square_rng(reals<positive_finite> nu "Degrees of freedom parameter") {
  return 0.5 / unit_gamma_rng(0.5 * nu);
}

/// A draw from the scaled inverse chi-square distribution with nu degrees of freedom and scale s.
@rng
real scaled_inv_chi_square_rng(
    reals<positive_finite> nu "Degrees of freedom parameter", reals<positive_finite> s "Scale parameter") {
  return 0.5 * nu * s * s / unit_gamma_rng(0.5 * nu);
}

/// A draw from the Weibull distribution with shape alpha and scale sigma.
@rng
real weibull_rng(reals<positive_finite> alpha "Shape parameter", reals<positive_finite> sigma "Scale parameter") {
  return sigma * unit_exponential_rng() ^ (1 / alpha);
}

/// A draw from the Fréchet distribution with shape alpha and scale sigma.
@rng
real frechet_rng(reals<positive_finite> alpha "Shape parameter", reals<positive_finite> sigma "Scale parameter") {
  return sigma * unit_exponential_rng() ^ (-1 / alpha);
}

/// A draw from the Rayleigh distribution with scale sigma.
@rng
real rayleigh_rng(reals<positive> sigma "Scale parameter") {
  return sigma * sqrt(2 * unit_exponential_rng());
}

/// A draw from the log-logistic distribution with scale alpha and shape beta.
@rng
real loglogistic_rng(
    reals<positive_finite> alpha "Scale parameter", reals<positive_finite> beta "Shape parameter") {
  real u = unit_uniform_rng();
  return alpha * (u / (1 - u)) ^ (1 / beta);
}

/// A draw from the Pareto distribution with least value y_min and shape alpha.
@rng
real pareto_rng(reals<positive_finite> y_min "Scale parameter", reals<positive_finite> alpha "Shape parameter") {
  return y_min * exp(unit_exponential_rng() / alpha);
}

/// A draw from the Pareto distribution of type 2 with location mu, scale lambda and shape alpha.
@rng
real pareto_type_2_rng(
    reals<finite> mu "Location parameter", reals<positive_finite> lambda "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return mu + lambda * expm1(unit_exponential_rng() / alpha);
}

/// A draw from the beta distribution with shapes alpha and beta.
@rng
@java Draws.beta
real beta_rng(
    reals<positive_finite> alpha "First shape parameter", reals<positive_finite> beta "Second shape parameter");

/// A draw from the beta distribution with mean mu and precision kappa.
@rng
real beta_proportion_rng(
    reals<positive, less(1)> mu "Location parameter", reals<positive_finite> kappa "Precision parameter") {
  return beta_rng(mu * kappa, (1 - mu) * kappa);
}

/// A draw of a success (1) of chance theta or a failure (0).
@rng
@java Draws.bernoulli
int bernoulli_rng(reals<bounded(0, 1)> theta "Probability parameter");

/// A draw of a success (1) of chance inv_logit(t) or a failure (0).
@rng
int bernoulli_logit_rng(reals<finite> t "Logit transformed probability parameter") {
  return bernoulli_rng(inv_logit(t));
}

/// A draw of the number of successes in N trials of chance theta.
@rng
@java Draws.binomial
int binomial_rng(
    ints<nonnegative> N "Population size parameter", reals<bounded(0, 1)> theta "Probability parameter");

/// A draw of the number of successes in N trials whose chance is beta(alpha, beta).
@rng
int beta_binomial_rng(
    ints<nonnegative> N "Population size parameter",
    reals<positive_finite> alpha "First prior sample size parameter",
    reals<positive_finite> beta "Second prior sample size parameter") {
  return binomial_rng(N, beta_rng(alpha, beta));
}

/// A draw from the Poisson distribution with mean lambda.
@rng
@java Draws.poisson
int poisson_rng(reals<nonnegative, less(1073741824)> lambda "Rate parameter");

/// A draw from the Poisson distribution with mean exp(alpha).
@rng
int poisson_log_rng(reals<not_nan, less(20.79441541679836)> alpha "Log rate parameter") {
  return poisson_rng(exp(alpha));
}

/// A draw from the negative binomial distribution: Poisson with a mean that is gamma(alpha, beta).
@rng
int neg_binomial_rng(
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> beta "Inverse scale parameter") {
  return poisson_rng(unit_gamma_rng(alpha) / beta);
}

/// A draw from the negative binomial distribution with mean mu and variance mu + mu² / phi.
@rng
int neg_binomial_2_rng(
    reals<positive_finite> mu "Location parameter", reals<positive_finite> phi "Precision parameter") {
  return poisson_rng(unit_gamma_rng(phi) * (mu / phi));
}

/// A draw from the negative binomial distribution with mean m = exp(eta) and variance m + m² / phi.
@rng
int neg_binomial_2_log_rng(
    reals<finite> eta "Log-location parameter", reals<positive_finite> phi "Inverse dispersion parameter") {
  return poisson_rng(unit_gamma_rng(phi) * (exp(eta) / phi));
}

/// A draw of the number of failures before r successes whose chance is beta(alpha, beta).
@rng
int beta_neg_binomial_rng(
    reals<positive_finite> r "Number of successes parameter",
    reals<positive_finite> alpha "Prior success parameter",
    reals<positive_finite> beta "Prior failure parameter") {
  real p = beta_rng(alpha, beta);
  return poisson_rng(unit_gamma_rng(r) * ((1 - p) / p));
}

/// Draws equal chances of the integers first to last.
@rng
@java Draws.discreteRange
int discrete_range_rng(ints first "Lower bound parameter", ints<lower(first)> last "Upper bound parameter");

/// A draw of the number of successes among N draws, without replacement, from a successes and b
/// failures.
@rng
@java Draws.hypergeometric
int hypergeometric_rng(
    int<positive> N "Draws parameter", int<positive> a "Successes in population parameter",
    int<positive> b "Failures in population parameter");

/// A draw from the Yule-Simon distribution with shape alpha.
@rng
int yule_simon_rng(reals<positive_finite> alpha "Shape parameter") {
  real w = unit_exponential_rng() / alpha;
  return poisson_rng(unit_exponential_rng() * expm1(w)) + 1;
}
