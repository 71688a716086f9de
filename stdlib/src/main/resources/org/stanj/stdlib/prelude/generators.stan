// Generators of scalar distributions.

/// Standard normal draw.
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

/// Normal draw.
@rng
real normal_rng(reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  return mu + sigma * std_normal_rng();
}

/// Uniform draw.
@rng
@java Draws.uniform
real uniform_rng(
    reals<finite> alpha "Lower bound parameter", reals<finite, greater(alpha)> beta "Upper bound parameter");

/// Cauchy draw.
@rng
real cauchy_rng(reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  return mu + sigma * tan(pi() * (unit_uniform_rng() - 0.5));
}

/// Student t draw.
@rng
real student_t_rng(
    reals<positive_finite> nu "Degrees of freedom parameter", reals<finite> mu "Location parameter",
    reals<positive_finite> sigma "Scale parameter") {
  real z = std_normal_rng();
  return mu + sigma * z / sqrt(2 * unit_gamma_rng(0.5 * nu) / nu);
}

/// Laplace draw.
@rng
real double_exponential_rng(
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  real e = unit_exponential_rng();
  return mu + (unit_uniform_rng() < 0.5 ? -sigma : sigma) * e;
}

/// Logistic draw.
@rng
real logistic_rng(reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  return mu + sigma * logit(unit_uniform_rng());
}

/// Gumbel draw.
@rng
real gumbel_rng(reals<finite> mu "Location parameter", reals<positive> beta "Scale parameter") {
  return mu - beta * log(unit_exponential_rng());
}

/// Skew normal draw.
@rng
real skew_normal_rng(
    reals<finite> xi "Location parameter", reals<positive> omega "Scale parameter",
    reals<finite> alpha "Shape parameter") {
  real delta = alpha / sqrt(1 + alpha * alpha);
  real u = abs(std_normal_rng());
  return xi + omega * (delta * u + sqrt(1 - delta * delta) * std_normal_rng());
}

/// Draw of a normal plus an exponential variable.
@rng
real exp_mod_normal_rng(
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter",
    reals<positive_finite> lambda "Inv_scale parameter") {
  real z = std_normal_rng();
  return mu + sigma * z + unit_exponential_rng() / lambda;
}

/// Asymmetric Laplace draw.
@rng
real skew_double_exponential_rng(
    reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter",
    reals<bounded(0, 1)> tau "Skewness parameter") {
  real e = 0.5 * sigma * unit_exponential_rng();
  return unit_uniform_rng() < tau ? mu - e / (1 - tau) : mu + e / tau;
}

/// Von Mises draw in (-π, π] about mu.
@rng
@java Draws.vonMises
real von_mises_rng(reals<finite> mu "Location parameter", reals<nonnegative, finite> kappa "Scale parameter");

/// Lognormal draw.
@rng
real lognormal_rng(reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  return exp(mu + sigma * std_normal_rng());
}

/// Exponential draw with rate beta.
@rng
real exponential_rng(reals<positive_finite> beta "Inverse scale parameter") {
  return unit_exponential_rng() / beta;
}

/// Gamma draw with rate beta.
@rng
real gamma_rng(
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> beta "Inverse scale parameter") {
  return unit_gamma_rng(alpha) / beta;
}

/// Inverse gamma draw with scale beta.
@rng
real inv_gamma_rng(
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> beta "Scale parameter") {
  return beta / unit_gamma_rng(alpha);
}

/// Chi-square draw.
@rng
real chi_square_rng(reals<positive_finite> nu "Degrees of freedom parameter") {
  return 2 * unit_gamma_rng(0.5 * nu);
}

/// Inverse chi-square draw.
@rng
real inv_chi_square_rng(reals<positive_finite> nu "Degrees of freedom parameter") {
  return 0.5 / unit_gamma_rng(0.5 * nu);
}

/// Scaled inverse chi-square draw.
@rng
real scaled_inv_chi_square_rng(
    reals<positive_finite> nu "Degrees of freedom parameter", reals<positive_finite> s "Scale parameter") {
  return 0.5 * nu * s * s / unit_gamma_rng(0.5 * nu);
}

/// Weibull draw.
@rng
real weibull_rng(reals<positive_finite> alpha "Shape parameter", reals<positive_finite> sigma "Scale parameter") {
  return sigma * unit_exponential_rng() ^ (1 / alpha);
}

/// Fréchet draw.
@rng
real frechet_rng(reals<positive_finite> alpha "Shape parameter", reals<positive_finite> sigma "Scale parameter") {
  return sigma * unit_exponential_rng() ^ (-1 / alpha);
}

/// Rayleigh draw.
@rng
real rayleigh_rng(reals<positive> sigma "Scale parameter") {
  return sigma * sqrt(2 * unit_exponential_rng());
}

/// Log-logistic draw.
@rng
real loglogistic_rng(
    reals<positive_finite> alpha "Scale parameter", reals<positive_finite> beta "Shape parameter") {
  real u = unit_uniform_rng();
  return alpha * (u / (1 - u)) ^ (1 / beta);
}

/// Pareto draw.
@rng
real pareto_rng(reals<positive_finite> y_min "Scale parameter", reals<positive_finite> alpha "Shape parameter") {
  return y_min * exp(unit_exponential_rng() / alpha);
}

/// Pareto draw of type 2.
@rng
real pareto_type_2_rng(
    reals<finite> mu "Location parameter", reals<positive_finite> lambda "Scale parameter",
    reals<positive_finite> alpha "Shape parameter") {
  return mu + lambda * expm1(unit_exponential_rng() / alpha);
}

/// Beta draw.
@rng
@java Draws.beta
real beta_rng(
    reals<positive_finite> alpha "First shape parameter", reals<positive_finite> beta "Second shape parameter");

/// Beta draw with mean mu and precision kappa.
@rng
real beta_proportion_rng(
    reals<positive, less(1)> mu "Location parameter", reals<positive_finite> kappa "Precision parameter") {
  return beta_rng(mu * kappa, (1 - mu) * kappa);
}

/// Bernoulli draw.
@rng
@java Draws.bernoulli
int bernoulli_rng(reals<bounded(0, 1)> theta "Probability parameter");

/// Bernoulli draw, chance of success on the logit scale.
@rng
int bernoulli_logit_rng(reals<finite> t "Logit transformed probability parameter") {
  return bernoulli_rng(inv_logit(t));
}

/// Binomial draw.
@rng
@java Draws.binomial
int binomial_rng(
    ints<nonnegative> N "Population size parameter", reals<bounded(0, 1)> theta "Probability parameter");

/// Beta-binomial draw.
@rng
int beta_binomial_rng(
    ints<nonnegative> N "Population size parameter",
    reals<positive_finite> alpha "First prior sample size parameter",
    reals<positive_finite> beta "Second prior sample size parameter") {
  return binomial_rng(N, beta_rng(alpha, beta));
}

/// Poisson draw.
@rng
@java Draws.poisson
int poisson_rng(reals<nonnegative, less(1073741824)> lambda "Rate parameter");

/// Poisson draw, rate on the log scale.
@rng
int poisson_log_rng(reals<not_nan, less(20.79441541679836)> alpha "Log rate parameter") {
  return poisson_rng(exp(alpha));
}

/// Negative binomial draw.
@rng
int neg_binomial_rng(
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> beta "Inverse scale parameter") {
  return poisson_rng(unit_gamma_rng(alpha) / beta);
}

/// Negative binomial draw with mean mu and precision phi.
@rng
int neg_binomial_2_rng(
    reals<positive_finite> mu "Location parameter", reals<positive_finite> phi "Precision parameter") {
  return poisson_rng(unit_gamma_rng(phi) * (mu / phi));
}

/// Negative binomial draw with log mean eta and precision phi.
@rng
int neg_binomial_2_log_rng(
    reals<finite> eta "Log-location parameter", reals<positive_finite> phi "Inverse dispersion parameter") {
  return poisson_rng(unit_gamma_rng(phi) * (exp(eta) / phi));
}

/// Beta negative binomial draw.
@rng
int beta_neg_binomial_rng(
    reals<positive_finite> r "Number of successes parameter",
    reals<positive_finite> alpha "Prior success parameter",
    reals<positive_finite> beta "Prior failure parameter") {
  real p = beta_rng(alpha, beta);
  return poisson_rng(unit_gamma_rng(r) * ((1 - p) / p));
}

/// Draw from lower, ..., upper, equally likely.
@rng
@java Draws.discreteRange
int discrete_range_rng(ints first "Lower bound parameter", ints<lower(first)> last "Upper bound parameter");

/// Hypergeometric draw: successes among N draws from a successes and b failures.
@rng
@java Draws.hypergeometric
int hypergeometric_rng(
    int<positive> N "Draws parameter", int<positive> a "Successes in population parameter",
    int<positive> b "Failures in population parameter");

/// Yule-Simon draw.
@rng
int yule_simon_rng(reals<positive_finite> alpha "Shape parameter") {
  real w = unit_exponential_rng() / alpha;
  return poisson_rng(unit_exponential_rng() * expm1(w)) + 1;
}
