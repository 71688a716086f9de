// Special functions, mapped over containers.

/// log|Γ(x)|.
@elementwise
@java GammaFunctions.lgamma
@block Gamma
@d x = digamma(x)
real lgamma(real x);

/// Γ(x).
@elementwise
@java GammaFunctions.tgamma
@rejects
@d x = result * digamma(x)
real tgamma(real x);

/// ψ(x) = d log Γ(x) / dx.
@elementwise
@java GammaFunctions.digamma
@block Gamma
@d x = trigamma(x)
real digamma(real x);

/// ψ′(x).
@elementwise
@java GammaFunctions.trigamma
@block Gamma
@d x = tetragamma(x)
real trigamma(real x);

/// ψ″(x). Internal.
@java GammaFunctions.tetragamma
real tetragamma(real x);

/// Logarithm of the multivariate Γ of dimension n.
@elementwise promoted
real lmgamma(int n, real x) {
  real total = 0.25 * n * (n - 1) * log(pi());
  for (j in 1 : n) {
    total += lgamma(x + 0.5 * (1 - j));
  }
  return total;
}

/// log B(x, y).
@elementwise
@java BetaFunctions.lbeta
@rejects
@d x = digamma_difference(x, y)
@d y = digamma_difference(y, x)
real lbeta(real x, real y);

/// B(x, y).
@elementwise
real beta(real x, real y) {
  return x < 0 || y < 0 ? exp(lgamma(x) + lgamma(y) - lgamma(x + y)) : exp(lbeta(x, y));
}

/// ψ(x) - ψ(x + y). Internal.
@java GammaFunctions.digammaDifference
@d x = trigamma(x) - trigamma(x + y)
@d y = -trigamma(x + y)
real digamma_difference(real x, real y);

/// log(n choose k) for real n and k.
@elementwise
@java BetaFunctions.lchoose
@rejects
@d n = -digamma_difference(n - k + 1, k)
@d k = digamma(n - k + 1) - digamma(k + 1)
real lchoose(real n, real k);

/// log Γ(x + n) / Γ(x) for whole n, without cancellation. Internal.
@java GammaFunctions.lgammaIncrement
@d x = digamma_increment(x, n)
real lgamma_increment(real x, int n);

/// ψ(x + n) - ψ(x) for whole n. Internal.
@java GammaFunctions.digammaIncrement
@d x = trigamma(x + n) - trigamma(x)
real digamma_increment(real x, int n);

/// log Γ(x + h) / Γ(x), without cancellation. Internal.
@java GammaFunctions.lgammaIncrement
@d x = -digamma_difference(x, h)
@d h = digamma(x + h)
real lgamma_increment(real x, real h);

/// log n!. Internal.
@java Factorials.logFactorial
real log_factorial(int n);

/// log(n choose k), 0 ≤ k ≤ n. Internal.
@java Factorials.logChoose
real log_choose(int n, int k);

/// n choose k.
@elementwise
@java BetaFunctions.choose
@rejects
int choose(int n, int k);

/// log(x (x - 1) ... (x - n + 1)) for real n.
@elementwise
real log_falling_factorial(real x, real n) {
  return lgamma_increment(x - n + 1, n);
}

/// log(x (x + 1) ... (x + n - 1)) for real n.
@elementwise
real log_rising_factorial(real x, real n) {
  return lgamma_increment(x, n);
}

/// x (x - 1) ... (x - n + 1).
@elementwise
int falling_factorial(int x, int<nonnegative> n "second argument") {
  int product = 1;
  for (i in 0 : n - 1) {
    product *= x - i;
  }
  return product;
}

@elementwise promoted
real falling_factorial(real x, int<nonnegative> n "second argument") {
  real product = 1;
  for (i in 0 : n - 1) {
    product *= x - i;
  }
  return product;
}

/// x (x + 1) ... (x + n - 1).
@elementwise
int rising_factorial(int x, int<nonnegative> n "second argument") {
  int product = 1;
  for (i in 0 : n - 1) {
    product *= x + i;
  }
  return product;
}

@elementwise promoted
real rising_factorial(real x, int<nonnegative> n "second argument") {
  real product = 1;
  for (i in 0 : n - 1) {
    product *= x + i;
  }
  return product;
}

/// erf x.
@elementwise
@java NormalFunctions.erf
@block Normal
@d x = 2 * exp(-x * x) / sqrt(pi())
real erf(real x);

/// 1 - erf x.
@elementwise
@java NormalFunctions.erfc
@block Normal
@d x = -2 * exp(-x * x) / sqrt(pi())
real erfc(real x);

/// Inverse of erfc.
@elementwise
@java NormalFunctions.invErfc
@rejects
@d x = -0.5 * sqrt(pi()) * exp(result * result)
real inv_erfc(real x);

/// Φ(x), the standard normal distribution function.
@elementwise
@java NormalFunctions.phi
@block Normal
@d x = exp(-0.5 * x * x) / sqrt(2 * pi())
real Phi(real x);

/// Fast approximation of Φ.
@elementwise
real Phi_approx(real x) {
  return inv_logit(0.07056 * x * x * x + 1.5976 * x);
}

/// log Φ(x). Internal.
@java NormalFunctions.logPhi
@block Normal
@d x = log_Phi_slope(x)
real log_Phi(real x);

/// φ(x) / Φ(x). Internal.
@java NormalFunctions.logPhiSlope
@block Normal
@d x = -result * (x + result)
real log_Phi_slope(real x);

/// Φ⁻¹(p).
@elementwise
@java NormalQuantile.invPhi
@rejects
@d p = sqrt(2 * pi()) * exp(0.5 * result * result)
real inv_Phi(real p);

/// Φ⁻¹(p).
@elementwise
real std_normal_qf(real p) {
  return inv_Phi(p);
}

/// Φ⁻¹(exp(log_p)).
@elementwise
@java NormalQuantile.ofLog
@rejects
@d log_p = sqrt(2 * pi()) * exp(log_p + 0.5 * result * result)
real std_normal_log_qf(real log_p);

/// log P(a, x), the regularised lower incomplete Γ. Internal.
@java IncompleteGamma.logP
@d a = log_gamma_p_slope(a, x)
@d x = exp(log_gamma_density(a, x) - result)
real log_gamma_p(real a, real x);

/// ∂ log P(a, x) / ∂a. Internal.
@java IncompleteGamma.logPShapeSlope
real log_gamma_p_slope(real a, real x);

/// log Q(a, x) = log(1 - P(a, x)). Internal.
@java IncompleteGamma.logQ
@d a = log_gamma_q_slope(a, x)
@d x = -exp(log_gamma_density(a, x) - result)
real log_gamma_q(real a, real x);

/// ∂ log Q(a, x) / ∂a. Internal.
@java IncompleteGamma.logQShapeSlope
real log_gamma_q_slope(real a, real x);

/// (a - 1) log x - x - lgamma(a). Internal.
@java IncompleteGamma.logDensity
@d a = log(x) - digamma(a)
@d x = (a - 1) / x - 1
real log_gamma_density(real a, real x);

/// P(a, x).
@elementwise promoted
@java IncompleteGamma.p
@d a = result * log_gamma_p_slope(a, x)
@d x = exp(log_gamma_density(a, x))
real gamma_p(real a, real x);

/// Q(a, x) = 1 - P(a, x).
@elementwise promoted
@java IncompleteGamma.q
@d a = result * log_gamma_q_slope(a, x)
@d x = -exp(log_gamma_density(a, x))
real gamma_q(real a, real x);

/// log of the regularised incomplete Β at x, with y = 1 - x; differentiated through x alone.
/// Internal.
@java IncompleteBeta.logI
@d a = log_inc_beta_slope_a(a, b, x, y)
@d b = log_inc_beta_slope_b(a, b, x, y)
@d x = log_inc_beta_slope_x(a, b, x, y, result)
@d y = 0
real log_inc_beta(real a, real b, real x, real y);

/// ∂ / ∂a of log_inc_beta. Internal.
@java IncompleteBeta.firstShapeSlope
real log_inc_beta_slope_a(real a, real b, real x, real y);

/// ∂ / ∂b of log_inc_beta. Internal.
@java IncompleteBeta.secondShapeSlope
real log_inc_beta_slope_b(real a, real b, real x, real y);

/// ∂ / ∂x of log_inc_beta from its value. Internal.
@java IncompleteBeta.variableSlope
real log_inc_beta_slope_x(real a, real b, real x, real y, real value);

/// The regularised incomplete Β.
real inc_beta(real a, real b, real x) {
  return inc_beta_of(a, b, x, 1 - x);
}

/// The regularised incomplete Β at x, with y = 1 - x; differentiated through x alone. Internal.
@java IncompleteBeta.value
@d a = result == 0 ? 0 : result * log_inc_beta_slope_a(a, b, x, y)
@d b = result == 0 ? 0 : result * log_inc_beta_slope_b(a, b, x, y)
@d x = inc_beta_density(a, b, x, y)
@d y = 0
real inc_beta_of(real a, real b, real x, real y);

/// xᵃ⁻¹ yᵇ⁻¹ / B(a, b). Internal.
@java IncompleteBeta.density
real inc_beta_density(real a, real b, real x, real y);

/// The x whose regularised incomplete Β is p.
real inv_inc_beta(real<not_nan, positive> a "a", real<not_nan, positive> b "b",
                  real<not_nan, bounded(0, 1)> p "p") {
  return inverse_of_inc_beta(a, b, p);
}

/// As inv_inc_beta, without checks. Internal.
@java InverseBeta.inverse
@rejects
@d a = p == 0 || p == 1 ? 0 : -p * log_inc_beta_slope_a(a, b, result, 1 - result) / inc_beta_density(a, b, result, 1 - result)
@d b = p == 0 || p == 1 ? 0 : -p * log_inc_beta_slope_b(a, b, result, 1 - result) / inc_beta_density(a, b, result, 1 - result)
@d p = 1 / inc_beta_density(a, b, result, 1 - result)
real inverse_of_inc_beta(real a, real b, real p);

/// The quantile of Student's t distribution.
reals student_t_qf(reals p, reals nu, reals mu, reals sigma) {
  return scaled_student_t_quantile(nu, sigma, p, mu);
}

/// mu + sigma times the quantile of the standard distribution. Internal.
@says student_t_qf
real scaled_student_t_quantile(
    real<nonnegative> nu "Degrees of freedom parameter", real<positive> sigma "Scale parameter",
    real<bounded(0, 1)> p "Probability parameter", real mu) {
  return mu + sigma * student_t_quantile(p, nu);
}

/// The t with P(T ≤ t) = p for a standard Student t variable. Internal.
@java StudentQuantile.value
@rejects
@d p = exp(-student_t_quantile_log_density(result, nu))
@d nu = student_t_quantile_slope(result, nu)
real student_t_quantile(real p, real nu);

/// log density at a quantile. Internal.
@java StudentQuantile.logDensity
@rejects
real student_t_quantile_log_density(real t, real nu);

/// ∂ / ∂nu of a quantile. Internal.
@java StudentQuantile.freedomSlope
@rejects
real student_t_quantile_slope(real t, real nu);
