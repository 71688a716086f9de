// Densities of first passage times and of linear dynamical systems.

/// Wiener first passage density of the upper boundary: separation alpha, non-decision time tau, bias
/// beta, drift delta. Short times by images, long times by sines: Navarro and Fuss, J. Math. Psychol.
/// 53 (2009) 222. Each series has the terms that reach rounding on its side of x = 0.3.
real wiener_lpdf(
    reals<positive_finite> y "Random variable" |
    reals<positive_finite> alpha "Boundary separation", reals<positive_finite> tau "Nondecision time",
    reals<bounded(0, 1)> beta "A-priori bias", reals<finite> delta "Drift rate") {
  if (y <= tau) {
    reject("wiener_lpdf: Random variable  = ", y, ", but must be greater than nondecision time = ", tau);
  }
  real w = 1 - beta;
  real x = (y - tau) / square(alpha);
  real drift = delta * alpha * w - 0.5 * square(delta) * (y - tau) - 2 * log(alpha);
  real series = 0;
  if (x < 0.3) {
    for (k in -3 : 3) {
      series += (w + 2 * k) * exp(-2 * k * (w + k) / x);
    }
    return drift - 0.5 * square(w) / x - 1.5 * log(x) - 0.5 * log(2 * pi()) + log(series);
  }
  for (k in 1 : 6) {
    series += k * exp(-0.5 * (square(k) - 1) * square(pi()) * x) * sin(k * pi() * w);
  }
  return drift - 0.5 * square(pi()) * x + log(pi()) + log(series);
}

/// Gaussian dynamic linear model: columns of y observe F' theta with variance V; theta moves by G with
/// variance W from mean m0 and variance C0. Kalman filter.
real gaussian_dlm_obs_lpdf(
    matrix<finite> y "y" |
    matrix<finite> F "F", matrix<finite> G "G", matrix<pos_semidefinite> V "V", matrix<pos_semidefinite> W "W",
    vector<finite> m0 "m0", matrix<pos_definite> C0 "C0") {
  int r = rows(y);
  vector[num_elements(m0)] m = m0;
  matrix[rows(C0), rows(C0)] C = C0;
  real terms = 0;
  for (t in 1 : cols(y)) {
    vector[num_elements(m0)] a = G * m;
    matrix[rows(C0), rows(C0)] R = G * C * G' + W;
    matrix[rows(C0), r] RF = R * F;
    matrix[r, r] L = cholesky_decompose(symmetric_part(F' * RF + V));
    vector[r] z = mdivide_left_tri_low(L, col(y, t) - F' * a);
    matrix[r, rows(C0)] A = mdivide_left_tri_low(L, RF');
    m = a + A' * z;
    C = symmetric_part(R - A' * A);
    terms -= sum(log(diagonal(L))) + 0.5 * dot_self(z);
  }
  return -0.5 * r * cols(y) * log(2 * pi()) + terms;
}

real gaussian_dlm_obs_lpdf(
    matrix y |
    matrix F, matrix G, vector V, matrix W, vector m0, matrix C0) {
  return gaussian_dlm_obs_lupdf(y | F, G, diag_matrix(V), W, m0, C0);
}

/// (A + A') / 2. Internal.
matrix symmetric_part(matrix A) {
  return 0.5 * (A + A');
}
