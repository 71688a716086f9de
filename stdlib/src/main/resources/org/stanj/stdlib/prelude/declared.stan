// Functions of Stan that the prelude does not have yet: headers only. Programs that call them are
// checked, but not compiled.

// Distributions.

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

// Options of the embedded Laplace approximation.

tuple(vector, real, int, int, int, int) generate_laplace_options(int n);

tuple(vector, real, int, int, int, int) generate_laplace_options(vector start);
