// Logistic functions, and sums and mixtures on the log scale.

/// Inverse of logit, 1 / (1 + e⁻ˣ).
@elementwise
@java Logistic.invLogit
@block = (x < 0 ? exp(-magnitude(x)) : 1) / (1 + exp(-magnitude(x)))
@d x = inv_logit_slope(x, result)
real inv_logit(real x);

/// Derivative of inv_logit from its value p, with which it moves: p (1 - p), exact in both tails.
/// Internal.
@java Logistic.invLogitSlope
@block = exp(-magnitude(x)) / ((1 + exp(-magnitude(x))) * (1 + exp(-magnitude(x))))
@d x = result * (1 - 2 * p)
@d p = 0
real inv_logit_slope(real x, real p);

/// Log odds, log(x / (1 - x)).
@elementwise
@java Logistic.logit
@block = log(x / (1 - x))
@d x = 1 / (x * (1 - x))
real logit(real x);

/// log inv_logit(x).
@elementwise
real log_inv_logit(real x) {
  return -log1p_exp(-x);
}

/// log(1 - inv_logit(x)).
@elementwise
real log1m_inv_logit(real x) {
  return -log1p_exp(x);
}

/// log(inv_logit(x) - inv_logit(y)).
@elementwise
real log_inv_logit_diff(real x, real y) {
  return log1m_exp(y - x) - log1p_exp(-x) - log1p_exp(y);
}

/// 1 - exp(-eˣ).
@elementwise
@java Logistic.invCloglog
@block = -expm1(-exp(x))
@d x = exp(x - exp(x))
real inv_cloglog(real x);

/// log(1 + eˣ).
@elementwise
@java Logistic.log1pExp
@block = positive_part(x) + log1p_unit(exp(-magnitude(x)))
@d x = inv_logit(x)
real log1p_exp(real x);

/// log(1 - eˣ); NaN for x > 0.
@elementwise
@java Logistic.log1mExp
@block
@d x = -1 / expm1(-x)
real log1m_exp(real x);

/// log(eˣ - eʸ).
@elementwise
@java Logistic.logDiffExp
@block = x + log1m_exp(x == y ? (x < positive_infinity() ? 0 : not_a_number()) : y - x)
@d x = -1 / expm1(y - x)
@d y = -1 / expm1(x - y)
real log_diff_exp(real x, real y);

/// log(eˣ + eʸ).
@elementwise
real log_sum_exp(real x, real y) {
  real high = x > y ? x : y;
  real low = x > y ? y : x;
  real gap = low == negative_infinity() || high == positive_infinity() ? negative_infinity() : low - high;
  return high + log1p_unit(exp(gap));
}

/// x log y, and 0 for x = y = 0.
@elementwise
@java Logistic.lmultiply
@block = x == 0 && y == 0 ? 0 : x * log(y)
@d x = log(y)
@d y = x / y
real lmultiply(real x, real y);

/// log(theta exp(lambda1) + (1 - theta) exp(lambda2)).
real log_mix(
    real<bounded(0, 1)> theta "theta",
    real<not_nan> lambda1 "lambda1",
    real<not_nan> lambda2 "lambda2") {
  real high = lambda1 > lambda2 ? lambda1 : lambda2;
  real low = lambda1 > lambda2 ? lambda2 : lambda1;
  real share = lambda1 > lambda2 ? theta : 1 - theta;
  real other = lambda1 > lambda2 ? 1 - theta : theta;
  real gap = high == negative_infinity() ? high : low - high;
  real both = share + other * exp(gap);
  // Nothing is left where the larger one has no share, and the other one is too far below.
  return (both > 0 ? high : low) + log(both > 0 ? both : 1);
}

/// log Σ thetaₖ exp(lambdaₖ).
real log_mix(
    vector<bounded(0, 1)> theta "theta",
    vector<not_nan> lambda "lambda") {
  if (num_elements(theta) != num_elements(lambda)) {
    reject("log_mix: theta has size = ", num_elements(theta), ", but lambda has size ",
           num_elements(lambda), "; and they must be the same size.");
  }
  return log_weighted_sum_exp(theta, lambda);
}

/// log Σ thetaₖ exp(lambdaₖ): the weights stay outside the logarithm, so that they may be 0. Internal.
real log_weighted_sum_exp(vector theta, vector lambda) {
  real high = max(lambda);
  if (high == negative_infinity()) {
    return high;
  }
  return high + log(dot_product(theta, exp(lambda - high)));
}

real log_mix(vector theta, row_vector lambda) {
  return log_mix(theta, lambda');
}

real log_mix(vector theta, array[] real lambda) {
  return log_mix(theta, to_vector(lambda));
}

real log_mix(vector theta, array[] vector lambda) {
  real total = 0;
  for (i in 1 : size(lambda)) {
    total += log_mix(theta, lambda[i]);
  }
  return total;
}

real log_mix(vector theta, array[] row_vector lambda) {
  real total = 0;
  for (i in 1 : size(lambda)) {
    total += log_mix(theta, lambda[i]');
  }
  return total;
}

real log_mix(row_vector theta, vector lambda) {
  return log_mix(theta', lambda);
}

real log_mix(row_vector theta, row_vector lambda) {
  return log_mix(theta', lambda');
}

real log_mix(row_vector theta, array[] real lambda) {
  return log_mix(theta', to_vector(lambda));
}

real log_mix(row_vector theta, array[] vector lambda) {
  return log_mix(theta', lambda);
}

real log_mix(row_vector theta, array[] row_vector lambda) {
  return log_mix(theta', lambda);
}

real log_mix(array[] real theta, vector lambda) {
  return log_mix(to_vector(theta), lambda);
}

real log_mix(array[] real theta, row_vector lambda) {
  return log_mix(to_vector(theta), lambda');
}

real log_mix(array[] real theta, array[] real lambda) {
  return log_mix(to_vector(theta), to_vector(lambda));
}

real log_mix(array[] real theta, array[] vector lambda) {
  return log_mix(to_vector(theta), lambda);
}

real log_mix(array[] real theta, array[] row_vector lambda) {
  return log_mix(to_vector(theta), lambda);
}

/// Minus the log density of a Bernoulli outcome y with chance y_hat.
@elementwise promoted
real binary_log_loss(int y, real y_hat) {
  return y == 1 ? -log(y_hat) : -log1m(y_hat);
}
