// Logistic functions, and sums and mixtures on the log scale.

/// 1 / (1 + e⁻ˣ).
@elementwise
@java Logistic.invLogit
@d x = inv_logit_slope(x, result)
real inv_logit(real x);

/// Derivative of inv_logit from its value p: p (1 - p), exact in both tails. Internal.
@java Logistic.invLogitSlope
real inv_logit_slope(real x, real p);

/// log(eˣ + eʸ).
@elementwise
real log_sum_exp(real x, real y) {
  real high = x > y ? x : y;
  real low = x > y ? y : x;
  if (low == negative_infinity() || high == positive_infinity()) {
    return high;
  }
  return high + log1p(exp(low - high));
}

/// log(theta exp(lambda1) + (1 - theta) exp(lambda2)).
real log_mix(real<bounded(0, 1)> theta "theta", real<not_nan> lambda1 "lambda1", real<not_nan> lambda2 "lambda2") {
  if (lambda1 > lambda2) {
    if (theta == 0) {
      return lambda2;
    }
    return lambda1 + log(theta + (1 - theta) * exp(lambda2 - lambda1));
  }
  if (theta == 1 || lambda2 == negative_infinity()) {
    return lambda1;
  }
  return lambda2 + log((1 - theta) + theta * exp(lambda1 - lambda2));
}
