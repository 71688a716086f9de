// Covariance functions of Gaussian processes.

kernel Distances.squared(array[] vector x, array[] vector y, out matrix D);

kernel Distances.euclidean(array[] vector x, array[] vector y, out matrix D);

kernel Distances.squaredLower(array[] vector x, out vector d);

kernel Distances.euclideanLower(array[] vector x, out vector d);

kernel Distances.symmetric(vector half, out matrix K);

/// Squared distances between points, the lower triangle column by column. Internal.
vector squared_distances(array[] vector x) {
  vector[(size(x) * (size(x) + 1)) %/% 2] d;
  Distances_squaredLower(x, d);
  return d;
}

/// Distances between points, the lower triangle column by column. Internal.
vector distances(array[] vector x) {
  vector[(size(x) * (size(x) + 1)) %/% 2] d;
  Distances_euclideanLower(x, d);
  return d;
}

/// The symmetric matrix of n rows with this lower triangle. Internal.
matrix symmetric_from_lower(vector half, int n) {
  matrix[n, n] K;
  Distances_symmetric(half, K);
  return K;
}

/// Squared distances of two sets of points, column by column. Internal.
vector squared_distances(array[] vector x, array[] vector y) {
  matrix[size(x), size(y)] D;
  Distances_squared(x, y, D);
  return to_vector(D);
}

/// Distances of two sets of points, column by column. Internal.
vector distances(array[] vector x, array[] vector y) {
  matrix[size(x), size(y)] D;
  Distances_euclidean(x, y, D);
  return to_vector(D);
}

/// Numbers as points of one dimension. Internal.
array[] vector points(array[] real x) {
  array[size(x)] vector[1] p;
  for (i in 1 : size(x)) {
    p[i, 1] = x[i];
  }
  return p;
}

/// Points with each coordinate divided by its length scale. Internal.
array[] vector scaled_points(array[] vector x, array[] real length_scale) {
  int d = size(length_scale);
  array[size(x)] vector[d] z;
  for (i in 1 : size(x)) {
    for (k in 1 : d) {
      z[i, k] = x[i, k] / length_scale[k];
    }
  }
  return z;
}

/// Covariances at squared distances d. Internal.
vector exp_quad_covariances(vector d, real sigma, real length_scale) {
  return square(sigma) * exp((-0.5 / square(length_scale)) * d);
}

/// sigma² exp(-|xᵢ - yⱼ|² / (2 length_scale²)).
matrix gp_exp_quad_cov(
    array[] vector x, array[] vector y, real<positive> sigma "magnitude",
    real<positive> length_scale "length scale") {
  return to_matrix(exp_quad_covariances(squared_distances(x, y), sigma, length_scale), size(x), size(y));
}

matrix gp_exp_quad_cov(
    array[] vector x, real<positive> sigma "magnitude", real<positive> length_scale "length scale") {
  return symmetric_from_lower(exp_quad_covariances(squared_distances(x), sigma, length_scale), size(x));
}

matrix gp_exp_quad_cov(
    array[] vector x, real sigma, array[] real<positive> length_scale "length scale") {
  if (size(x) > 0 && num_elements(x[1]) != size(length_scale)) {
    fatal_error("gp_exp_quad_cov: x dimension (", num_elements(x[1]), ") and number of length scales (",
           size(length_scale), ") must match in size");
  }
  array[size(x)] vector[size(length_scale)] z = scaled_points(x, length_scale);
  return gp_exp_quad_cov(z, sigma, 1);
}

matrix gp_exp_quad_cov(
    array[] vector x, array[] vector y, real sigma,
    array[] real<positive> length_scale "length scale") {
  if (size(x) > 0 && num_elements(x[1]) != size(length_scale)) {
    fatal_error("gp_exp_quad_cov: x dimension (", num_elements(x[1]), ") and number of length scales (",
           size(length_scale), ") must match in size");
  }
  return gp_exp_quad_cov(scaled_points(x, length_scale), scaled_points(y, length_scale), sigma, 1);
}

matrix gp_exp_quad_cov(array[] real x, real sigma, real length_scale) {
  return gp_exp_quad_cov(points(x), sigma, length_scale);
}

matrix gp_exp_quad_cov(array[] real x, array[] real y, real sigma, real length_scale) {
  return gp_exp_quad_cov(points(x), points(y), sigma, length_scale);
}

/// Old name of gp_exp_quad_cov.
@deprecated gp_exp_quad_cov
matrix cov_exp_quad(array[] real x, real sigma, real length_scale) {
  return gp_exp_quad_cov(x, sigma, length_scale);
}

@deprecated gp_exp_quad_cov
matrix cov_exp_quad(array[] vector x, real sigma, real length_scale) {
  return gp_exp_quad_cov(x, sigma, length_scale);
}

@deprecated gp_exp_quad_cov
matrix cov_exp_quad(array[] real x, array[] real y, real sigma, real length_scale) {
  return gp_exp_quad_cov(x, y, sigma, length_scale);
}

@deprecated gp_exp_quad_cov
matrix cov_exp_quad(array[] vector x, array[] vector y, real sigma, real length_scale) {
  return gp_exp_quad_cov(x, y, sigma, length_scale);
}

/// Covariances at distances d. Internal.
vector exponential_decay_covariances(vector d, real sigma, real length_scale) {
  return square(sigma) * exp((-1 / length_scale) * d);
}

/// sigma² exp(-d) with d = |xᵢ - yⱼ| / length_scale.
matrix gp_exponential_cov(
    array[] vector x, array[] vector y, real<positive_finite> sigma "magnitude",
    real<positive_finite> length_scale "length scale") {
  return to_matrix(exponential_decay_covariances(distances(x, y), sigma, length_scale), size(x), size(y));
}

matrix gp_exponential_cov(
    array[] vector x, real<positive_finite> sigma "magnitude", real<positive_finite> length_scale "length scale") {
  return symmetric_from_lower(exponential_decay_covariances(distances(x), sigma, length_scale), size(x));
}

matrix gp_exponential_cov(
    array[] vector x, real sigma, array[] real<positive_finite> length_scale "length scale") {
  if (size(x) > 0 && num_elements(x[1]) != size(length_scale)) {
    fatal_error("gp_exponential_cov: x dimension (", num_elements(x[1]), ") and number of length scales (",
           size(length_scale), ") must match in size");
  }
  array[size(x)] vector[size(length_scale)] z = scaled_points(x, length_scale);
  return gp_exponential_cov(z, sigma, 1);
}

matrix gp_exponential_cov(
    array[] vector x, array[] vector y, real sigma,
    array[] real<positive_finite> length_scale "length scale") {
  if (size(x) > 0 && num_elements(x[1]) != size(length_scale)) {
    fatal_error("gp_exponential_cov: x dimension (", num_elements(x[1]), ") and number of length scales (",
           size(length_scale), ") must match in size");
  }
  return gp_exponential_cov(scaled_points(x, length_scale), scaled_points(y, length_scale), sigma, 1);
}

matrix gp_exponential_cov(array[] real x, real sigma, real length_scale) {
  return gp_exponential_cov(points(x), sigma, length_scale);
}

matrix gp_exponential_cov(array[] real x, array[] real y, real sigma, real length_scale) {
  return gp_exponential_cov(points(x), points(y), sigma, length_scale);
}

/// Covariances at distances d. Internal.
vector matern32_covariances(vector d, real sigma, real length_scale) {
  return square(sigma) * ((1 + (sqrt(3) / length_scale) * d) .* exp((-sqrt(3) / length_scale) * d));
}

/// sigma² (1 + √3 d) exp(-√3 d) with d = |xᵢ - yⱼ| / length_scale.
matrix gp_matern32_cov(
    array[] vector x, array[] vector y, real<positive_finite> sigma "magnitude",
    real<positive_finite> length_scale "length scale") {
  return to_matrix(matern32_covariances(distances(x, y), sigma, length_scale), size(x), size(y));
}

matrix gp_matern32_cov(
    array[] vector x, real<positive_finite> sigma "magnitude", real<positive_finite> length_scale "length scale") {
  return symmetric_from_lower(matern32_covariances(distances(x), sigma, length_scale), size(x));
}

matrix gp_matern32_cov(
    array[] vector x, real sigma, array[] real<positive_finite> length_scale "length scale") {
  if (size(x) > 0 && num_elements(x[1]) != size(length_scale)) {
    fatal_error("gp_matern32_cov: x dimension (", num_elements(x[1]), ") and number of length scales (",
           size(length_scale), ") must match in size");
  }
  array[size(x)] vector[size(length_scale)] z = scaled_points(x, length_scale);
  return gp_matern32_cov(z, sigma, 1);
}

matrix gp_matern32_cov(
    array[] vector x, array[] vector y, real sigma,
    array[] real<positive_finite> length_scale "length scale") {
  if (size(x) > 0 && num_elements(x[1]) != size(length_scale)) {
    fatal_error("gp_matern32_cov: x dimension (", num_elements(x[1]), ") and number of length scales (",
           size(length_scale), ") must match in size");
  }
  return gp_matern32_cov(scaled_points(x, length_scale), scaled_points(y, length_scale), sigma, 1);
}

matrix gp_matern32_cov(array[] real x, real sigma, real length_scale) {
  return gp_matern32_cov(points(x), sigma, length_scale);
}

matrix gp_matern32_cov(array[] real x, array[] real y, real sigma, real length_scale) {
  return gp_matern32_cov(points(x), points(y), sigma, length_scale);
}

/// Covariances at distances d. Internal.
vector matern52_covariances(vector d, real sigma, real length_scale) {
  return square(sigma)
    * ((1 + (sqrt(5) / length_scale) * d + (5 / (3 * square(length_scale))) * square(d))
       .* exp((-sqrt(5) / length_scale) * d));
}

/// sigma² (1 + √5 d + 5 d² / 3) exp(-√5 d) with d = |xᵢ - yⱼ| / length_scale.
matrix gp_matern52_cov(
    array[] vector x, array[] vector y, real<positive_finite> sigma "magnitude",
    real<positive_finite> length_scale "length scale") {
  return to_matrix(matern52_covariances(distances(x, y), sigma, length_scale), size(x), size(y));
}

matrix gp_matern52_cov(
    array[] vector x, real<positive_finite> sigma "magnitude", real<positive_finite> length_scale "length scale") {
  return symmetric_from_lower(matern52_covariances(distances(x), sigma, length_scale), size(x));
}

matrix gp_matern52_cov(
    array[] vector x, real sigma, array[] real<positive_finite> length_scale "length scale") {
  if (size(x) > 0 && num_elements(x[1]) != size(length_scale)) {
    fatal_error("gp_matern52_cov: x dimension (", num_elements(x[1]), ") and number of length scales (",
           size(length_scale), ") must match in size");
  }
  array[size(x)] vector[size(length_scale)] z = scaled_points(x, length_scale);
  return gp_matern52_cov(z, sigma, 1);
}

matrix gp_matern52_cov(
    array[] vector x, array[] vector y, real sigma,
    array[] real<positive_finite> length_scale "length scale") {
  if (size(x) > 0 && num_elements(x[1]) != size(length_scale)) {
    fatal_error("gp_matern52_cov: x dimension (", num_elements(x[1]), ") and number of length scales (",
           size(length_scale), ") must match in size");
  }
  return gp_matern52_cov(scaled_points(x, length_scale), scaled_points(y, length_scale), sigma, 1);
}

matrix gp_matern52_cov(array[] real x, real sigma, real length_scale) {
  return gp_matern52_cov(points(x), sigma, length_scale);
}

matrix gp_matern52_cov(array[] real x, array[] real y, real sigma, real length_scale) {
  return gp_matern52_cov(points(x), points(y), sigma, length_scale);
}

/// sigma² exp(-2 sin²(π |xᵢ - yⱼ| / period) / length_scale²).
matrix gp_periodic_cov(
    array[] vector x, array[] vector y, real<positive> sigma "signal standard deviation",
    real<positive> length_scale "length-scale", real<positive> period "period") {
  matrix[size(x), size(y)] D;
  Distances_euclidean(x, y, D);
  return square(sigma) * exp((-2 / square(length_scale)) * square(sin((pi() / period) * D)));
}

matrix gp_periodic_cov(array[] vector x, real sigma, real length_scale, real period) {
  return gp_periodic_cov(x, x, sigma, length_scale, period);
}

matrix gp_periodic_cov(array[] real x, real sigma, real length_scale, real period) {
  return gp_periodic_cov(points(x), points(x), sigma, length_scale, period);
}

matrix gp_periodic_cov(array[] real x, array[] real y, real sigma, real length_scale, real period) {
  return gp_periodic_cov(points(x), points(y), sigma, length_scale, period);
}

/// sigma² + xᵢ'yⱼ.
matrix gp_dot_prod_cov(array[] vector x, array[] vector y, real<nonnegative, finite> sigma "sigma") {
  matrix[size(x), size(y)] K;
  for (j in 1 : size(y)) {
    for (i in 1 : size(x)) {
      K[i, j] = square(sigma) + dot_product(x[i], y[j]);
    }
  }
  return K;
}

matrix gp_dot_prod_cov(array[] vector x, real sigma) {
  return gp_dot_prod_cov(x, x, sigma);
}

matrix gp_dot_prod_cov(array[] real x, real sigma) {
  return gp_dot_prod_cov(points(x), points(x), sigma);
}

matrix gp_dot_prod_cov(array[] real x, array[] real y, real sigma) {
  return gp_dot_prod_cov(points(x), points(y), sigma);
}
