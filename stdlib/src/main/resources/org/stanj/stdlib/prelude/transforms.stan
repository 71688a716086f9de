// Constraint transforms: *_jacobian adds log|J| to the target, *_unconstrain inverts. The
// *_constrain functions follow by leaving out "jacobian +=".
//
// Of a type whose name is a constraint, @declares gives the name and its sizes, @free the sizes on
// the unconstrained scale, and @checked the method of Checks that values of such variables pass.

/// x ↦ eˣ + lb, above lb; the identity for lb = -inf.
@elementwise promoted
real lower_bound_jacobian(real x, real lb) {
  if (lb == negative_infinity()) {
    return x;
  }
  jacobian += x;
  return exp(x) + lb;
}

/// Inverse of lower_bound_constrain.
@elementwise promoted
real lower_bound_unconstrain(real y, real lb) {
  if (lb == negative_infinity()) {
    return y;
  }
  return log(bounded_below(y, lb) - lb);
}

/// y, checked to be at least lb. Internal.
@java Bounds.atLeast
@rejects
@d y = 1
@d lb = 0
real bounded_below(real y, real lb);

/// x ↦ ub - eˣ, below ub; the identity for ub = inf.
@elementwise promoted
real upper_bound_jacobian(real x, real ub) {
  if (ub == positive_infinity()) {
    return x;
  }
  jacobian += x;
  return ub - exp(x);
}

/// Inverse of upper_bound_constrain.
@elementwise promoted
real upper_bound_unconstrain(real y, real ub) {
  if (ub == positive_infinity()) {
    return y;
  }
  return log(ub - bounded_above(y, ub));
}

/// y, checked to be at most ub. Internal.
@java Bounds.atMost
@rejects
@d y = 1
@d ub = 0
real bounded_above(real y, real ub);

/// x ↦ lb + (ub - lb) inv_logit(x); one-sided or the identity for infinite bounds.
@elementwise promoted
real lower_upper_bound_jacobian(real x, real lb, real ub) {
  if (lb == negative_infinity()) {
    return upper_bound_jacobian(x, ub);
  }
  if (ub == positive_infinity()) {
    return lower_bound_jacobian(x, lb);
  }
  real width = interval_width(lb, ub);
  real e = exp(x < 0 ? x : -x);
  jacobian += log(width) + (x < 0 ? x : -x) - 2 * log1p_checked(e);
  return lb + width * ((x < 0 ? e : 1) / (1 + e));
}

/// Inverse of lower_upper_bound_constrain.
@elementwise promoted
real lower_upper_bound_unconstrain(real y, real lb, real ub) {
  if (lb == negative_infinity()) {
    return upper_bound_unconstrain(y, ub);
  }
  if (ub == positive_infinity()) {
    return lower_bound_unconstrain(y, lb);
  }
  real inside = bounded_between(y, lb, ub);
  return log((inside - lb) / (ub - inside));
}

/// ub - lb, checked to be positive. Internal.
@java Bounds.width
@rejects
@d lb = -1
@d ub = 1
real interval_width(real lb, real ub);

/// y, checked to be in [lb, ub]. Internal.
@java Bounds.between
@rejects
@d y = 1
@d lb = 0
@d ub = 0
real bounded_between(real y, real lb, real ub);

/// x ↦ mu + sigma x.
@elementwise promoted
real offset_multiplier_jacobian(real x, real mu, real sigma) {
  real scale = checked_multiplier(sigma);
  jacobian += log(scale);
  return mu + scale * x;
}

/// Inverse of offset_multiplier_constrain.
@elementwise promoted
real offset_multiplier_unconstrain(real y, real mu, real sigma) {
  return (y - mu) / checked_multiplier(sigma);
}

/// sigma, checked to be positive and finite. Internal.
@java Bounds.multiplier
@rejects
@d sigma = 1
real checked_multiplier(real sigma);

/// Ordered vector: x₁, then increments exp(xₖ).
@declares ordered[K]
@free K
@checked ordered
vector ordered_jacobian(vector x) {
  int K = num_elements(x);
  vector[K] y;
  if (K == 0) {
    return y;
  }
  y[1] = x[1];
  for (k in 2 : K) {
    jacobian += x[k];
    y[k] = y[k - 1] + exp(x[k]);
  }
  return y;
}

/// Inverse of ordered_constrain.
@says stan::math::ordered_free
vector ordered_unconstrain(vector<ordered> y "Ordered variable") {
  int K = num_elements(y);
  vector[K] x;
  if (K == 0) {
    return x;
  }
  x[1] = y[1];
  for (k in 2 : K) {
    x[k] = log(y[k] - y[k - 1]);
  }
  return x;
}

/// Positive ordered vector: increments exp(xₖ) from 0.
@declares positive_ordered[K]
@free K
@checked positive_ordered
vector positive_ordered_jacobian(vector x) {
  int K = num_elements(x);
  vector[K] y;
  real last = 0;
  for (k in 1 : K) {
    jacobian += x[k];
    last += exp(x[k]);
    y[k] = last;
  }
  return y;
}

/// Inverse of positive_ordered_constrain.
@says stan::math::positive_ordered_free
vector positive_ordered_unconstrain(vector<positive_ordered> y "Positive ordered variable") {
  int K = num_elements(y);
  vector[K] x;
  for (k in 1 : K) {
    x[k] = log(k == 1 ? y[1] : y[k] - y[k - 1]);
  }
  return x;
}

/// Sum-to-zero vector of K + 1 elements from K: the inverse isometric log-ratio basis. Its
/// Jacobian is constant.
@declares sum_to_zero_vector[K]
@free K - 1
@checked sum_to_zero
vector sum_to_zero_jacobian(vector x) {
  int K = num_elements(x);
  vector[K + 1] z = rep_vector(0, K + 1);
  real running = 0;
  for (j in 1 : K) {
    int i = K + 1 - j;
    real w = x[i] / sqrt(i * (i + 1.0));
    running += w;
    z[i] += running;
    z[i + 1] -= i * w;
  }
  return z;
}

/// Inverse of sum_to_zero_constrain.
vector sum_to_zero_unconstrain(vector<sum_to_zero> z "Sum_to_zero variable") {
  int K = num_elements(z) - 1;
  vector[K] x;
  real running = 0;
  for (j in 1 : K) {
    int i = K + 1 - j;
    real w = (running - z[i + 1]) / i;
    x[i] = w * sqrt(i * (i + 1.0));
    running += w;
  }
  return x;
}

/// Matrix whose rows and columns sum to zero: the same basis along both dimensions, but the first
/// element of each comes last.
@declares sum_to_zero_matrix[M, N]
@free M - 1, N - 1
@checked sum_to_zero
matrix sum_to_zero_jacobian(matrix x) {
  int M = rows(x) + 1;
  int N = cols(x) + 1;
  matrix[M, N - 1] half;
  matrix[M, N] z;
  matrix[M, N] turned;
  for (j in 1 : cols(x)) {
    half[ : , j] = sum_to_zero_jacobian(x[ : , j]);
  }
  for (i in 1 : M) {
    z[i] = sum_to_zero_jacobian(half[i]')';
  }
  for (j in 1 : N) {
    for (i in 1 : M) {
      turned[i, j] = z[i % M + 1, j % N + 1];
    }
  }
  return turned;
}

/// Inverse of sum_to_zero_constrain.
matrix sum_to_zero_unconstrain(matrix z) {
  int M = rows(z);
  int N = cols(z);
  matrix[M, N] turned;
  matrix[M, N - 1] half;
  matrix[M - 1, N - 1] x;
  for (j in 1 : N) {
    for (i in 1 : M) {
      turned[i % M + 1, j % N + 1] = z[i, j];
    }
  }
  for (i in 1 : M) {
    half[i] = sum_to_zero_unconstrain(turned[i]')';
  }
  for (j in 1 : N - 1) {
    x[ : , j] = sum_to_zero_unconstrain(half[ : , j]);
  }
  return x;
}

/// Simplex of K + 1 elements: softmax of a sum-to-zero vector, log|J| = Σ log θₖ + log(K + 1) / 2.
@declares simplex[K]
@free K - 1
@checked simplex
vector simplex_jacobian(vector x) {
  int K = num_elements(x) + 1;
  vector[K] z = sum_to_zero_jacobian(x);
  real r = log_sum_exp(z);
  jacobian += 0.5 * log(K) - K * r;
  return exp(z - r);
}

/// Inverse of simplex_constrain.
@says stan::math::simplex_free
vector simplex_unconstrain(vector<simplex> theta "Simplex variable") {
  vector[num_elements(theta)] z = log(theta);
  return sum_to_zero_unconstrain(z - mean(z));
}

/// Unit vector x / |x|, with the standard normal density of x as its "Jacobian".
@declares unit_vector[K]
@free K
@checked unit_vector
vector unit_vector_jacobian(vector x) {
  real square_norm = dot_self(x);
  if (!(square_norm > 0) || is_inf(square_norm)) {
    reject("unit_vector_constrain: norm is ", square_norm, ", but must be positive finite!");
  }
  jacobian += -0.5 * square_norm;
  return x / sqrt(square_norm);
}

/// A unit vector is its own unconstrained value.
@says stan::math::unit_vector_free
vector unit_vector_unconstrain(vector<unit_vector> y "Unit vector variable") {
  return y;
}

/// Matrix whose columns are simplexes.
@declares column_stochastic_matrix[M, N]
@free M - 1, N
@checked column_stochastic_matrix
matrix stochastic_column_jacobian(matrix x) {
  matrix[rows(x) + 1, cols(x)] y;
  for (j in 1 : cols(x)) {
    y[ : , j] = simplex_jacobian(x[ : , j]);
  }
  return y;
}

/// Inverse of stochastic_column_constrain.
matrix stochastic_column_unconstrain(matrix y) {
  matrix[rows(y) - 1, cols(y)] x;
  for (j in 1 : cols(y)) {
    x[ : , j] = simplex_unconstrain(y[ : , j]);
  }
  return x;
}

/// Matrix whose rows are simplexes.
@declares row_stochastic_matrix[M, N]
@free M, N - 1
@checked row_stochastic_matrix
matrix stochastic_row_jacobian(matrix x) {
  matrix[rows(x), cols(x) + 1] y;
  for (i in 1 : rows(x)) {
    y[i] = simplex_jacobian(x[i]')';
  }
  return y;
}

/// Inverse of stochastic_row_constrain.
matrix stochastic_row_unconstrain(matrix y) {
  matrix[rows(y), cols(y) - 1] x;
  for (i in 1 : rows(y)) {
    x[i] = simplex_unconstrain(y[i]')';
  }
  return x;
}
