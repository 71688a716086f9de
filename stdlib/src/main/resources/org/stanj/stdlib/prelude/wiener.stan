// Wiener first passage times with variability between trials, and their distribution functions. The
// figures are good to 1e-9 whatever the precision asked for.

@scalar kernel Wiener.density(vector x, out vector r);

@scalar kernel Wiener.distribution(vector x, out vector r);

@scalar kernel Wiener.complement(vector x, out vector r);

/// log density of one first passage. Internal.
real wiener_density(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st) {
  vector[9] r;
  Wiener_density([y, alpha, tau, beta, delta, sv, sw, st]', r);
  return r[1];
}

/// log of its distribution function. Internal.
real wiener_distribution(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st) {
  vector[9] r;
  Wiener_distribution([y, alpha, tau, beta, delta, sv, sw, st]', r);
  return r[1];
}

/// log of the complement of that. Internal.
real wiener_complement(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st) {
  vector[9] r;
  Wiener_complement([y, alpha, tau, beta, delta, sv, sw, st]', r);
  return r[1];
}

/// Density with a drift that varies. Internal.
@says wiener5_lpdf
real wiener_varying_drift_lpdf(
    reals<positive_finite> y "Random variable" |
    reals<positive_finite> alpha "Boundary separation", reals<finite> delta "Drift rate",
    reals<below(1), above(0)> beta "A-priori bias", reals<nonnegative, finite> tau "Nondecision time",
    reals<nonnegative, finite> sv "Inter-trial variability in drift rate") {
  if (y <= tau) {
    reject("wiener5_lpdf: Random variable  = ", y, ", but must be greater than nondecision time = ", tau);
  }
  return wiener_density(y, alpha, tau, beta, delta, sv, 0, 0);
}

/// Density with drift, bias and non-decision time that vary. Internal.
@says wiener_lpdf
real wiener_varying_lpdf(
    reals<positive_finite> y "Random variable" |
    reals<positive_finite> alpha "Boundary separation", reals<finite> delta "Drift rate",
    reals<below(1), above(0)> beta "A-priori bias", reals<nonnegative, finite> tau "Nondecision time",
    reals<nonnegative, finite> sv "Inter-trial variability in drift rate",
    reals<bounded(0, 1)> sw "Inter-trial variability in A-priori bias",
    reals<nonnegative, finite> st "Inter-trial variability in Nondecision time") {
  if (y <= tau) {
    reject("wiener_lpdf: Random variable  = ", y, ", but must be greater than nondecision time = ", tau);
  }
  if (beta - 0.5 * sw <= 0) {
    reject("wiener_lpdf: Inter-trial variability in A-priori bias  = ", sw,
           ", but must be smaller than 2*(A-priori bias) = ", 2 * beta);
  }
  if (beta + 0.5 * sw >= 1) {
    reject("wiener_lpdf: Inter-trial variability in A-priori bias  = ", sw,
           ", but must be smaller than 2*(1-A-priori bias) = ", 2 * (1 - beta));
  }
  return wiener_density(y, alpha, tau, beta, delta, sv, sw, st);
}

/// Distribution function of the response at the upper boundary. Internal.
@says wiener4_lcdf
real wiener_fixed_lcdf(
    reals<positive_finite> y "Random variable" |
    reals<positive_finite> alpha "Boundary separation", reals<finite> delta "Drift rate",
    reals<below(1), above(0)> beta "A-priori bias", reals<nonnegative, finite> tau "Nondecision time") {
  if (y <= tau) {
    reject("wiener4_lcdf: Random variable  = ", y, ", but must be greater than nondecision time = ", tau);
  }
  return wiener_distribution(y, alpha, tau, beta, delta, 0, 0, 0);
}

/// The same with drift, bias and non-decision time that vary. Internal.
@says wiener_lcdf_unnorm
real wiener_varying_lcdf(
    reals<positive_finite> y "Random variable" |
    reals<positive_finite> alpha "Boundary separation", reals<finite> delta "Drift rate",
    reals<below(1), above(0)> beta "A-priori bias", reals<nonnegative, finite> tau "Nondecision time",
    reals<nonnegative, finite> sv "Inter-trial variability in drift rate",
    reals<bounded(0, 1)> sw "Inter-trial variability in A-priori bias",
    reals<nonnegative, finite> st "Inter-trial variability in Nondecision time") {
  if (y <= tau) {
    reject("wiener_lcdf_unnorm: Random variable  = ", y, ", but must be greater than nondecision time = ", tau);
  }
  if (beta - 0.5 * sw <= 0) {
    reject("wiener_lcdf_unnorm: Inter-trial variability in A-priori bias  = ", sw,
           ", but must be smaller than 2*(A-priori bias) = ", 2 * beta);
  }
  if (beta + 0.5 * sw >= 1) {
    reject("wiener_lcdf_unnorm: Inter-trial variability in A-priori bias  = ", sw,
           ", but must be smaller than 2*(1-A-priori bias) = ", 2 * (1 - beta));
  }
  return wiener_distribution(y, alpha, tau, beta, delta, sv, sw, st);
}

/// Probability that the response is that at the upper boundary and later. Internal.
@says wiener4_lccdf
real wiener_fixed_lccdf(
    reals<positive_finite> y "Random variable" |
    reals<positive_finite> alpha "Boundary separation", reals<finite> delta "Drift rate",
    reals<below(1), above(0)> beta "A-priori bias", reals<nonnegative, finite> tau "Nondecision time") {
  if (y <= tau) {
    reject("wiener4_lccdf: Random variable  = ", y, ", but must be greater than nondecision time = ", tau);
  }
  return wiener_complement(y, alpha, tau, beta, delta, 0, 0, 0);
}

/// The same with drift, bias and non-decision time that vary. Internal.
@says wiener_lccdf_unnorm
real wiener_varying_lccdf(
    reals<positive_finite> y "Random variable" |
    reals<positive_finite> alpha "Boundary separation", reals<finite> delta "Drift rate",
    reals<below(1), above(0)> beta "A-priori bias", reals<nonnegative, finite> tau "Nondecision time",
    reals<nonnegative, finite> sv "Inter-trial variability in drift rate",
    reals<bounded(0, 1)> sw "Inter-trial variability in A-priori bias",
    reals<nonnegative, finite> st "Inter-trial variability in Nondecision time") {
  if (y <= tau) {
    reject("wiener_lccdf_unnorm: Random variable  = ", y, ", but must be greater than nondecision time = ", tau);
  }
  if (beta - 0.5 * sw <= 0) {
    reject("wiener_lccdf_unnorm: Inter-trial variability in A-priori bias  = ", sw,
           ", but must be smaller than 2*(A-priori bias) = ", 2 * beta);
  }
  if (beta + 0.5 * sw >= 1) {
    reject("wiener_lccdf_unnorm: Inter-trial variability in A-priori bias  = ", sw,
           ", but must be smaller than 2*(1-A-priori bias) = ", 2 * (1 - beta));
  }
  return wiener_complement(y, alpha, tau, beta, delta, sv, sw, st);
}

/// log of the probability of the upper boundary before y.
real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta) {
  return wiener_fixed_lcdf(y | alpha, delta, beta, tau);
}

/// log of the probability of the upper boundary before y.
real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta, data real precision) {
  return wiener_fixed_lcdf(y | alpha, delta, beta, tau);
}

/// log of the probability of the upper boundary before y.
real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st) {
  return wiener_varying_lcdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// log of the probability of the upper boundary before y.
real wiener_lcdf_unnorm(
    real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st, data real precision) {
  return wiener_varying_lcdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// log of the probability of the upper boundary before y.
real wiener_lcdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta) {
  return wiener_fixed_lcdf(y | alpha, delta, beta, tau);
}

/// log of the probability of the upper boundary before y.
real wiener_lcdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, data real precision) {
  return wiener_fixed_lcdf(y | alpha, delta, beta, tau);
}

/// log of the probability of the upper boundary before y.
real wiener_lcdf_unnorm(
    vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st) {
  return wiener_varying_lcdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// log of the probability of the upper boundary before y.
real wiener_lcdf_unnorm(
    vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st, data real precision) {
  return wiener_varying_lcdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// log of the probability of the upper boundary after y.
real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta) {
  return wiener_fixed_lccdf(y | alpha, delta, beta, tau);
}

/// log of the probability of the upper boundary after y.
real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta, data real precision) {
  return wiener_fixed_lccdf(y | alpha, delta, beta, tau);
}

/// log of the probability of the upper boundary after y.
real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st) {
  return wiener_varying_lccdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// log of the probability of the upper boundary after y.
real wiener_lccdf_unnorm(
    real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st, data real precision) {
  return wiener_varying_lccdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// log of the probability of the upper boundary after y.
real wiener_lccdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta) {
  return wiener_fixed_lccdf(y | alpha, delta, beta, tau);
}

/// log of the probability of the upper boundary after y.
real wiener_lccdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, data real precision) {
  return wiener_fixed_lccdf(y | alpha, delta, beta, tau);
}

/// log of the probability of the upper boundary after y.
real wiener_lccdf_unnorm(
    vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st) {
  return wiener_varying_lccdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// log of the probability of the upper boundary after y.
real wiener_lccdf_unnorm(
    vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st, data real precision) {
  return wiener_varying_lccdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// First passage density of the upper boundary, with variability between trials.
real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv) {
  return wiener_varying_drift_lupdf(y | alpha, delta, beta, tau, sv);
}

/// First passage density of the upper boundary, with variability between trials.
real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv, data real precision) {
  return wiener_varying_drift_lupdf(y | alpha, delta, beta, tau, sv);
}

/// First passage density of the upper boundary, with variability between trials.
real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv, real sw, real st) {
  return wiener_varying_lupdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// First passage density of the upper boundary, with variability between trials.
real wiener_lpdf(
    real y | real alpha, real tau, real beta, real delta, real sv, real sw, real st, data real precision) {
  return wiener_varying_lupdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// First passage density of the upper boundary, with variability between trials.
real wiener_lpdf(vector y | vector alpha, vector tau, vector beta, vector delta, vector sv) {
  return wiener_varying_drift_lupdf(y | alpha, delta, beta, tau, sv);
}

/// First passage density of the upper boundary, with variability between trials.
real wiener_lpdf(
    vector y | vector alpha, vector tau, vector beta, vector delta, vector sv, data real precision) {
  return wiener_varying_drift_lupdf(y | alpha, delta, beta, tau, sv);
}

/// First passage density of the upper boundary, with variability between trials.
real wiener_lpdf(
    vector y | vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st) {
  return wiener_varying_lupdf(y | alpha, delta, beta, tau, sv, sw, st);
}

/// First passage density of the upper boundary, with variability between trials.
real wiener_lpdf(
    vector y | vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st, data real precision) {
  return wiener_varying_lupdf(y | alpha, delta, beta, tau, sv, sw, st);
}
