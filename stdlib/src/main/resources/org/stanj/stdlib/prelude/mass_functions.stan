// Mass functions of scalar integers.

/// Log mass of a success (1) of chance theta or a failure (0).
real bernoulli_lpmf(
    ints<bounded(0, 1)> n "n|Random variable" | reals<bounded(0, 1)> theta "Probability parameter") {
  return n == 1 ? log(theta) : log1m_checked(theta);
}

/// Log mass of a success (1) of chance inv_logit(theta) or a failure (0).
real bernoulli_logit_lpmf(
    ints<bounded(0, 1)> n "n|Random variable" | reals<not_nan> theta "Logit transformed probability parameter|Probability parameter") {
  real t = (1 - 2 * n) * theta;
  return -positive_part(t) - log1p_unit(exp(-magnitude(t)));
}

/// Log mass of the number of successes in N trials of chance theta: log(N choose n) + n log theta +
/// (N - n) log(1 - theta).
real binomial_lpmf(
    ints<bounded(0, N)> n "Successes variable" |
    ints<nonnegative> N "Population size parameter", reals<bounded(0, 1)> theta "Probability parameter") {
  return log_choose(N, n) + (n == 0 ? 0 : n * log(theta)) + (n == N ? 0 : (N - n) * log1m_checked(theta));
}

/// Log mass of the number of successes in N trials of chance inv_logit(alpha).
real binomial_logit_lpmf(
    ints<bounded(0, N)> n "Successes variable" |
    ints<nonnegative> N "Population size parameter", reals<finite> alpha "Probability parameter") {
  real step = 0.5 + 0.5 * unit_sign(alpha);
  return log_choose(N, n) + ((n - N * step) * alpha - N * log1p_unit(exp(-magnitude(alpha))));
}

/// Log mass of the number of successes in N trials whose chance is beta(alpha, beta).
real beta_binomial_lpmf(
    ints n "Successes variable" |
    ints<nonnegative> N "Population size parameter",
    reals<positive_finite> alpha "First prior sample size parameter",
    reals<positive_finite> beta "Second prior sample size parameter") {
  return (n < 0 || n > N ? 0 : log_choose(N, n)) + beta_binomial_term(n, N, alpha, beta);
}

/// log of B(n + alpha, N - n + beta) / B(alpha, beta), one term; -inf outside the support. Internal.
real beta_binomial_term(int n, int N, real alpha, real beta) {
  if (n < 0 || n > N) {
    return negative_infinity();
  }
  return lgamma_increment(alpha, n) + lgamma_increment(beta, N - n) - lgamma_increment(alpha + beta, N);
}

/// Log mass of the Poisson distribution with mean lambda: n log lambda - lambda - log n!.
real poisson_lpmf(
    ints<nonnegative> n "Random variable" | reals<nonnegative> lambda "Rate parameter") {
  real count = n;
  int inside = lambda > 0 && lambda < positive_infinity();
  real within = count * log(inside ? lambda : 1);
  real beyond = lambda == 0 && count == 0 ? 0 : negative_infinity();
  return -log_factorial(n) + (inside ? within : beyond) - lambda;
}

/// Log mass of the Poisson distribution with mean exp(alpha): n alpha - exp(alpha) - log n!.
real poisson_log_lpmf(
    ints<nonnegative> n "Random variable" | reals<not_nan> alpha "Log rate parameter") {
  real count = n;
  int inside = alpha > negative_infinity() && alpha < positive_infinity();
  real within = count * alpha;
  real beyond = alpha < 0 && count == 0 ? 0 : negative_infinity();
  return -log_factorial(n) + (inside ? within : beyond) - exp(alpha);
}

/// Log mass of the negative binomial distribution: Poisson with a mean that is gamma(alpha, beta).
real neg_binomial_lpmf(
    ints<nonnegative> n "Failures variable" |
    reals<positive_finite> alpha "Shape parameter", reals<positive_finite> beta "Inverse scale parameter") {
  return one_term(lgamma_increment(alpha, n) - log_factorial(n))
         - one_term(alpha * log1p_checked(1 / beta) + n * log1p_checked(beta));
}

/// Log mass of the negative binomial distribution with mean mu and variance mu + mu² / phi.
real neg_binomial_2_lpmf(
    ints<nonnegative> n "Failures variable" |
    reals<positive_finite> mu "Location parameter", reals<positive_finite> phi "Precision parameter") {
  return one_term(lgamma_increment(phi, n) - log_factorial(n)) + n * log(mu)
         - one_term(phi * log1p_checked(mu / phi) + n * log(mu + phi));
}

/// Log mass of the negative binomial distribution with mean m = exp(eta) and variance m + m² / phi.
real neg_binomial_2_log_lpmf(
    ints<nonnegative> n "Failures variable" |
    reals<finite> eta "Log location parameter", reals<positive_finite> phi "Precision parameter") {
  real log_phi = log(phi);
  real t = eta - log_phi;
  real s = positive_part(t) + log1p_unit(exp(-magnitude(t)));
  return one_term(lgamma_increment(phi, n) - log_factorial(n)) + n * eta
         - one_term(phi * s + n * (log_phi + s));
}

/// Log mass of the number of failures before r successes whose chance is beta(alpha, beta).
real beta_neg_binomial_lpmf(
    ints<nonnegative> n "Failures variable" |
    reals<positive_finite> r "Number of successes parameter",
    reals<positive_finite> alpha "Prior success parameter",
    reals<positive_finite> beta "Prior failure parameter") {
  return -log_factorial(n) + lgamma_increment(r, n) + lbeta(alpha + r, beta + n) - lbeta(alpha, beta);
}

/// Log mass of the number of successes among N draws, without replacement, from a successes and b
/// failures.
real hypergeometric_lpmf(
    int n "Successes variable" |
    int<nonnegative> N "Draws parameter", int<nonnegative> a "Successes in population parameter",
    int<nonnegative> b "Failures in population parameter") {
  if (n < 0 || n > a) {
    reject("hypergeometric_lpmf: Successes variable is ", n, ", but must be in the interval [0, ", a, "]");
  }
  if (N - n < 0 || N - n > b) {
    reject("hypergeometric_lpmf: Draws parameter minus successes variable is ", N - n,
           ", but must be in the interval [0, ", b, "]");
  }
  return log_choose(a, n) + log_choose(b, N - n) - log_choose(a + b, N);
}

/// Log mass of equal chances of the integers first to last: -log(last - first + 1) inside.
real discrete_range_lpmf(
    ints y "Outcome variable" |
    ints first "Lower bound parameter", ints<lower(first)> last "Upper bound parameter") {
  if (y < first || y > last) {
    return negative_infinity();
  }
  return -log(last - first + 1);
}

/// Log mass of the Yule-Simon distribution with shape alpha: log(alpha B(n, alpha + 1)).
real yule_simon_lpmf(
    ints<lower(1)> n "Outcome variable|Failures variable" | reals<positive_finite> alpha "Shape parameter") {
  return log(alpha) + lbeta(n, alpha + 1);
}

/// Log mass of a category of the chances theta: log theta[y].
real categorical_lpmf(int y "Number of categories" | vector<simplex> theta "Probabilities parameter") {
  int K = num_elements(theta);
  if (y < 1 || y > K) {
    reject("categorical_lpmf: Number of categories is ", y, ", but must be in the interval [1, ", K, "]");
  }
  return log(theta[y]);
}

real categorical_lpmf(
    array[] int y "element of outcome array" | vector<simplex> theta "Probabilities parameter") {
  int K = num_elements(theta);
  vector[K] log_theta = log(theta);
  real total = 0;
  for (i in 1 : size(y)) {
    if (y[i] < 1 || y[i] > K) {
      reject("categorical_lpmf: element of outcome array[", i, "] is ", y[i],
             ", but must be in the interval [1, ", K, "]");
    }
    total += log_theta[y[i]];
  }
  return total;
}

/// Log mass of a category of the chances softmax(beta): beta[y] - log_sum_exp(beta).
real categorical_logit_lpmf(
    int y "categorical outcome out of support" | vector<finite> beta "log odds parameter") {
  int K = num_elements(beta);
  if (y < 1 || y > K) {
    reject("categorical_logit_lpmf: categorical outcome out of support is ", y,
           ", but must be in the interval [1, ", K, "]");
  }
  return beta[y] - log_sum_exp(beta);
}

real categorical_logit_lpmf(
    array[] int y "categorical outcome out of support" | vector<finite> beta "log odds parameter") {
  int K = num_elements(beta);
  real total = 0;
  for (i in 1 : size(y)) {
    if (y[i] < 1 || y[i] > K) {
      reject("categorical_logit_lpmf: categorical outcome out of support[", i, "] is ", y[i],
             ", but must be in the interval [1, ", K, "]");
    }
    total += beta[y[i]];
  }
  return total - size(y) * log_sum_exp(beta);
}
