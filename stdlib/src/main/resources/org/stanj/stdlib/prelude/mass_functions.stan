// Mass functions of scalar integers.

/// Bernoulli mass.
real bernoulli_lpmf(ints<bounded(0, 1)> n "n" | reals<bounded(0, 1)> theta "Probability parameter") {
  return n == 1 ? log(theta) : log1m(theta);
}

/// Bernoulli mass, chance of success on the logit scale.
real bernoulli_logit_lpmf(ints<bounded(0, 1)> n "n" | reals<not_nan> theta "Logit transformed probability parameter") {
  real t = n == 1 ? -theta : theta;
  real high = t > 0 ? t : 0;
  return -high - log1p(exp(t > 0 ? -t : t));
}

/// Poisson mass, rate on the log scale.
real poisson_log_lpmf(ints<nonnegative> n "Random variable" | reals<not_nan> alpha "Log rate parameter") {
  if (alpha == positive_infinity() || (alpha == negative_infinity() && n != 0)) {
    return negative_infinity();
  }
  return (n == 0 ? 0 : n * alpha) - exp(alpha) - lgamma(n + 1);
}
