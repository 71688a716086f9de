// Distribution functions of integers.

/// P(Y ≤ n) of a success (1) of chance theta or a failure (0).
real bernoulli_cdf(ints n "Random variable" | reals<bounded(0, 1)> theta "Probability parameter") {
  return n < 0 ? 0 : n >= 1 ? 1 : 1 - theta;
}

/// log P(Y ≤ n) of a success (1) of chance theta or a failure (0).
real bernoulli_lcdf(ints n "Random variable" | reals<bounded(0, 1)> theta "Probability parameter") {
  if (n < 0) {
    return negative_infinity();
  }
  if (n >= 1) {
    return 0;
  }
  return log1m_checked(theta);
}

/// log P(Y > n) of a success (1) of chance theta or a failure (0).
real bernoulli_lccdf(
    ints n "Random variable" |
    reals<bounded(0, 1)> theta "Probability parameter") {
  if (n < 0) {
    return 0;
  }
  if (n >= 1) {
    return negative_infinity();
  }
  return log(theta);
}

/// P(Y ≤ n) of the number of successes in N trials of chance theta.
real binomial_cdf(
    ints n "Successes variable" |
    ints<nonnegative> N "Population size parameter",
    reals<bounded(0, 1)> theta "Probability parameter") {
  return n < 0 ? 0 : n >= N ? 1 : inc_beta_of(N - n, n + 1, 1 - theta, theta);
}

/// log P(Y ≤ n) of the number of successes in N trials of chance theta.
real binomial_lcdf(
    ints n "Successes variable" |
    ints<nonnegative> N "Population size parameter",
    reals<bounded(0, 1)> theta "Probability parameter") {
  if (n < 0) {
    return negative_infinity();
  }
  if (n >= N) {
    return 0;
  }
  return log_inc_beta(N - n, n + 1, 1 - theta, theta);
}

/// log P(Y > n) of the number of successes in N trials of chance theta.
real binomial_lccdf(
    ints n "Successes variable" |
    ints<nonnegative> N "Population size parameter",
    reals<bounded(0, 1)> theta "Probability parameter") {
  if (n < 0) {
    return 0;
  }
  if (n >= N) {
    return negative_infinity();
  }
  return log_inc_beta(n + 1, N - n, theta, 1 - theta);
}

/// P(Y ≤ n) of the number of successes in N trials whose chance is beta(alpha, beta).
real beta_binomial_cdf(
    ints n "Successes variable" |
    ints<nonnegative> N "Population size parameter",
    reals<positive_finite> alpha "First prior sample size parameter",
    reals<positive_finite> beta "Second prior sample size parameter") {
  return exp(beta_binomial_lcdf(n | N, alpha, beta));
}

/// log P(Y ≤ n) of the number of successes in N trials whose chance is beta(alpha, beta).
real beta_binomial_lcdf(
    ints n "Successes variable" |
    ints<nonnegative> N "Population size parameter",
    reals<positive_finite> alpha "First prior sample size parameter",
    reals<positive_finite> beta "Second prior sample size parameter") {
  if (n < 0) {
    return negative_infinity();
  }
  if (n >= N) {
    return 0;
  }
  return beta_binomial_log_mass(0, n, N, alpha, beta);
}

/// log P(Y > n) of the number of successes in N trials whose chance is beta(alpha, beta).
real beta_binomial_lccdf(
    ints n "Successes variable" |
    ints<nonnegative> N "Population size parameter",
    reals<positive_finite> alpha "First prior sample size parameter",
    reals<positive_finite> beta "Second prior sample size parameter") {
  if (n < 0) {
    return 0;
  }
  if (n >= N) {
    return negative_infinity();
  }
  return beta_binomial_log_mass(n + 1, N, N, alpha, beta);
}

/// log of the beta-binomial mass of first, ..., last. Internal.
real beta_binomial_log_mass(int first, int last, int N, real alpha, real beta) {
  vector[last - first + 1] terms;
  for (k in first : last) {
    terms[k - first + 1] = log_choose(N, k) + lbeta(k + alpha, N - k + beta);
  }
  return log_sum_exp(terms) - lbeta(alpha, beta);
}

/// P(Y ≤ n) of the Poisson distribution with mean lambda.
real poisson_cdf(ints n "Random variable" | reals<nonnegative> lambda "Rate parameter") {
  return exp(poisson_lcdf(n | lambda));
}

/// log P(Y ≤ n) of the Poisson distribution with mean lambda.
real poisson_lcdf(ints n "Random variable" | reals<nonnegative> lambda "Rate parameter") {
  if (n < 0) {
    return negative_infinity();
  }
  return log_gamma_q(n + 1, lambda);
}

/// log P(Y > n) of the Poisson distribution with mean lambda.
real poisson_lccdf(ints n "Random variable" | reals<nonnegative> lambda "Rate parameter") {
  if (n < 0) {
    return 0;
  }
  return log_gamma_p(n + 1, lambda);
}

/// P(Y ≤ n) of the negative binomial distribution: Poisson with a mean that is gamma(alpha, beta).
real neg_binomial_cdf(
    ints n "Failures variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Inverse scale parameter") {
  return exp(neg_binomial_lcdf(n | alpha, beta));
}

/// log P(Y ≤ n) of the negative binomial distribution: Poisson with a mean that is gamma(alpha,
/// beta).
real neg_binomial_lcdf(
    ints n "Failures variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Inverse scale parameter") {
  if (n < 0) {
    return negative_infinity();
  }
  real q = 1 / (1 + beta);
  return log_inc_beta(alpha, n + 1, beta * q, q);
}

/// log P(Y > n) of the negative binomial distribution: Poisson with a mean that is gamma(alpha,
/// beta).
real neg_binomial_lccdf(
    ints n "Failures variable" |
    reals<positive_finite> alpha "Shape parameter",
    reals<positive_finite> beta "Inverse scale parameter") {
  if (n < 0) {
    return 0;
  }
  real q = 1 / (1 + beta);
  return log_inc_beta(n + 1, alpha, q, beta * q);
}

/// P(Y ≤ n) of the negative binomial distribution with mean mu and variance mu + mu² / phi.
real neg_binomial_2_cdf(
    ints n "Random variable" |
    reals<positive_finite> mu "Location parameter",
    reals<positive_finite> phi "Precision parameter|Precision Parameter") {
  return exp(neg_binomial_2_lcdf(n | mu, phi));
}

/// log P(Y ≤ n) of the negative binomial distribution with mean mu and variance mu + mu² / phi.
real neg_binomial_2_lcdf(
    ints n "Random variable" |
    reals<positive_finite> mu "Location parameter",
    reals<positive_finite> phi "Precision parameter|Precision Parameter") {
  if (n < 0) {
    return negative_infinity();
  }
  real p = phi / (phi + mu);
  real q = mu / (phi + mu);
  return log_inc_beta(phi, n + 1, p, q);
}

/// log P(Y > n) of the negative binomial distribution with mean mu and variance mu + mu² / phi.
real neg_binomial_2_lccdf(
    ints n "Random variable" |
    reals<positive_finite> mu "Location parameter",
    reals<positive_finite> phi "Precision parameter|Precision Parameter") {
  if (n < 0) {
    return 0;
  }
  real p = phi / (phi + mu);
  real q = mu / (phi + mu);
  return log_inc_beta(n + 1, phi, q, p);
}

/// P(Y ≤ n) of the number of failures before r successes whose chance is beta(alpha, beta).
real beta_neg_binomial_cdf(
    ints n "Failures variable" |
    reals<positive_finite> r "Number of successes parameter",
    reals<positive_finite> alpha "Prior success parameter",
    reals<positive_finite> beta "Prior failure parameter") {
  return exp(beta_neg_binomial_lcdf(n | r, alpha, beta));
}

/// log P(Y ≤ n) of the number of failures before r successes whose chance is beta(alpha, beta).
real beta_neg_binomial_lcdf(
    ints n "Failures variable" |
    reals<positive_finite> r "Number of successes parameter",
    reals<positive_finite> alpha "Prior success parameter",
    reals<positive_finite> beta "Prior failure parameter") {
  if (n < 0) {
    return negative_infinity();
  }
  return beta_neg_binomial_log_mass(n, r, alpha, beta);
}

/// log P(Y > n) of the number of failures before r successes whose chance is beta(alpha, beta).
real beta_neg_binomial_lccdf(
    ints n "Failures variable" |
    reals<positive_finite> r "Number of successes parameter",
    reals<positive_finite> alpha "Prior success parameter",
    reals<positive_finite> beta "Prior failure parameter") {
  if (n < 0) {
    return 0;
  }
  return log1m_exp(beta_neg_binomial_log_mass(n, r, alpha, beta));
}

/// log of the beta negative binomial mass of 0, ..., n. Internal.
real beta_neg_binomial_log_mass(int n, real r, real alpha, real beta) {
  vector[n + 1] terms;
  for (k in 0 : n) {
    terms[k + 1] = lgamma_increment(r, k) - log_factorial(k) + lbeta(alpha + r, beta + k);
  }
  return fmin(log_sum_exp(terms) - lbeta(alpha, beta), 0);
}

/// P(Y ≤ y) of equal chances of the integers first to last.
real discrete_range_cdf(
    ints y "Outcome variable" |
    ints first "Lower bound parameter",
    ints<lower(first)> last "Upper bound parameter") {
  return exp(discrete_range_lcdf(y | first, last));
}

/// log P(Y ≤ y) of equal chances of the integers first to last.
real discrete_range_lcdf(
    ints y "Outcome variable" |
    ints first "Lower bound parameter",
    ints<lower(first)> last "Upper bound parameter") {
  if (y < first) {
    return negative_infinity();
  }
  if (y >= last) {
    return 0;
  }
  real n = last - first + 1;
  return log((y - first + 1) / n);
}

/// log P(Y > y) of equal chances of the integers first to last.
real discrete_range_lccdf(
    ints y "Outcome variable" |
    ints first "Lower bound parameter",
    ints<lower(first)> last "Upper bound parameter") {
  if (y < first) {
    return 0;
  }
  if (y >= last) {
    return negative_infinity();
  }
  real n = last - first + 1;
  return log((last - y) / n);
}

/// P(Y ≤ n) of the Yule-Simon distribution with shape alpha.
real yule_simon_cdf(ints n "Outcome variable" | reals<positive_finite> alpha "Shape parameter") {
  return exp(yule_simon_lcdf(n | alpha));
}

/// log P(Y ≤ n) of the Yule-Simon distribution with shape alpha.
real yule_simon_lcdf(ints n "Outcome variable" | reals<positive_finite> alpha "Shape parameter") {
  if (n < 1) {
    return negative_infinity();
  }
  real above = log(n) + lbeta(n, alpha + 1);
  return log1m_exp(above);
}

/// log P(Y > n) of the Yule-Simon distribution with shape alpha.
real yule_simon_lccdf(ints n "Outcome variable" | reals<positive_finite> alpha "Shape parameter") {
  if (n < 1) {
    return 0;
  }
  real above = log(n) + lbeta(n, alpha + 1);
  return above;
}
