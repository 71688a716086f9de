// Functions of Stan that the prelude does not have yet: headers only. Programs that call them are
// checked, but not compiled.

// Special functions.

real hypergeometric_1F0(real a, real z);

real hypergeometric_2F1(real a1, real a2, real b1, real z);

real hypergeometric_3F2(list a, list b, real z);

real hypergeometric_pFq(list a, list b, real z);

reals student_t_qf(reals p, reals nu, reals mu, reals sigma);

// Distributions.

real lkj_cov_lpdf(matrix y | vector mu, vector sigma, real eta);

real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta);

real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta, data real precision);

real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st);

real wiener_lcdf_unnorm(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st, data real precision);

real wiener_lcdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta);

real wiener_lcdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, data real precision);

real wiener_lcdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st);

real wiener_lcdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st, data real precision);

real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta);

real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta, data real precision);

real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st);

real wiener_lccdf_unnorm(real y, real alpha, real tau, real beta, real delta, real sv, real sw, real st, data real precision);

real wiener_lccdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta);

real wiener_lccdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, data real precision);

real wiener_lccdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st);

real wiener_lccdf_unnorm(vector y, vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st, data real precision);

real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv);

real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv, data real precision);

real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv, real sw, real st);

real wiener_lpdf(real y | real alpha, real tau, real beta, real delta, real sv, real sw, real st, data real precision);

real wiener_lpdf(vector y | vector alpha, vector tau, vector beta, vector delta, vector sv);

real wiener_lpdf(vector y | vector alpha, vector tau, vector beta, vector delta, vector sv, data real precision);

real wiener_lpdf(vector y | vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st);

real wiener_lpdf(vector y | vector alpha, vector tau, vector beta, vector delta, vector sv, vector sw, vector st, data real precision);
