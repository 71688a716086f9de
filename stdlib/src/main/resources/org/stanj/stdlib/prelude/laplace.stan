// Embedded Laplace approximation. The functions that programs call take a covariance function and
// tuples of arguments, and end here.

@random kernel LaplaceMarginal.latent(curved f, matrix K, vector start, real tolerance, int max_num_steps, int hessian_block_size, int solver, int max_steps_line_search, int allow_fallthrough, text name, out vector theta);

kernel LaplaceMarginal.marginal(curved f, matrix K, vector start, real tolerance, int max_num_steps, int hessian_block_size, int solver, int max_steps_line_search, int allow_fallthrough, text name, out vector density);

/// Log density of what the likelihood is conditioned on, the latent normal vector with covariance K
/// integrated out by Laplace's method. Internal.
@says laplace_marginal_density
real laplace_marginal_of(
    function(vector, ...) => real likelihood "laplace_marginal_density: value|likelihood",
    matrix K, vector start, int hessian_block_size, real tolerance, int max_num_steps, int solver,
    int max_steps_line_search, int allow_fallthrough, ...) {
  vector[1] density;
  LaplaceMarginal_marginal(
      likelihood, K, start, tolerance, max_num_steps, hessian_block_size, solver,
      max_steps_line_search, allow_fallthrough, density);
  return density[1];
}

/// A draw of the latent vector from the normal approximation at its mode. Internal.
@says laplace_latent_rng
vector laplace_latent_rng_of(
    function(vector, ...) => real likelihood "laplace_latent_rng: value|likelihood",
    matrix K, vector start, int hessian_block_size, real tolerance, int max_num_steps, int solver,
    int max_steps_line_search, int allow_fallthrough, ...) {
  vector[rows(K)] theta;
  LaplaceMarginal_latent(
      likelihood, K, start, tolerance, max_num_steps, hessian_block_size, solver,
      max_steps_line_search, allow_fallthrough, theta);
  return theta;
}

/// Bernoulli log likelihood of y successes in n trials, with logit theta + mean. Internal.
real laplace_likelihood_bernoulli_logit(
    vector theta, array[] int y, array[] int n, vector mean) {
  vector[size(theta)] eta = theta + mean;
  return sum(eta .* to_vector(y) - to_vector(n) .* log1p_exp(eta));
}

/// Poisson log likelihood of counts y of the groups in group, with log rate theta + mean. Internal.
real laplace_likelihood_poisson_log(
    vector theta, array[] int y, array[] int group, vector mean) {
  vector[size(theta)] counts = rep_vector(0, size(theta));
  vector[size(theta)] n = rep_vector(0, size(theta));
  for (i in 1 : size(y)) {
    counts[group[i]] += y[i];
    n[group[i]] += 1;
  }
  vector[size(theta)] eta = theta + mean;
  return sum(counts .* eta) - sum(n .* exp(eta)) - sum(lgamma(counts + 1));
}

/// Negative binomial log likelihood of counts y of the groups in group, with log mean theta + mean
/// and precision phi, of which there is one for all or one for each group. Internal.
real laplace_likelihood_neg_binomial_2_log(
    vector theta, vector phi, array[] int y, array[] int group, vector mean) {
  real total = 0;
  for (i in 1 : size(y)) {
    int g = group[i];
    real p = size(phi) == 1 ? phi[1] : phi[g];
    real eta = theta[g] + mean[g];
    real both = log_sum_exp(eta, log(p));
    total += lchoose(y[i] + p - 1, y[i]) + y[i] * (eta - both) + p * (log(p) - both);
  }
  return total;
}

/// Options of the embedded Laplace approximation with their defaults, and where its search for the
/// mode starts: start, tolerance, max_num_steps, solver, max_steps_line_search, allow_fallthrough.
tuple(vector, real, int, int, int, int) generate_laplace_options(vector start) {
  return (start, 1.49012e-8, 500, 1, 1000, 1);
}

/// The same for a search that starts at a zero vector of size n.
tuple(vector, real, int, int, int, int) generate_laplace_options(int n) {
  return (rep_vector(0, n), 1.49012e-8, 500, 1, 1000, 1);
}
