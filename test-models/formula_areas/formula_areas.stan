// Neighbouring areas: conditional and intrinsic autoregression, spatial lags and errors.
functions {
  real sparse_car_lpdf(vector phi, real car, real sd, int n, int edges, data vector neighbours,
                       data vector eigenvalues, array[] int e1, array[] int e2) {
    real tau = inv_square(sd);
    row_vector[n] phi_D = (phi .* neighbours)';
    row_vector[n] phi_W = rep_row_vector(0, n);
    vector[n] ldet = log1m(car * eigenvalues);
    for (i in 1 : edges) {
      phi_W[e1[i]] = phi_W[e1[i]] + phi[e2[i]];
      phi_W[e2[i]] = phi_W[e2[i]] + phi[e1[i]];
    }
    return 0.5 * (n * log(tau) + sum(ldet) - tau * (phi_D * phi - car * (phi_W * phi)));
  }
  real lagged_lpdf(vector y, vector mu, real sigma, real rho, data matrix W, data vector eigen) {
    int N = rows(y);
    real inv_sigma2 = inv_square(sigma);
    matrix[N, N] W_tilde = add_diag(-rho * W, 1);
    vector[N] half = W_tilde * y - mdivide_left(W_tilde, mu);
    real log_det = sum(log1m(rho * eigen));
    return 0.5 * N * log(inv_sigma2) + log_det - 0.5 * dot_self(half) * inv_sigma2;
  }
  real error_lpdf(vector y, vector mu, real nu, real sigma, real rho, data matrix W) {
    int N = rows(y);
    matrix[N, N] I_W = add_diag(-rho * W, 1);
    vector[N] half = I_W * (y - mu) / sigma;
    return N * (lgamma((nu + 1) / 2) - lgamma(nu / 2) - 0.5 * log(nu * pi()) - log(sigma))
           + log_determinant(I_W) - 0.5 * (nu + 1) * sum(log1p(square(half) / nu));
  }
}
data {
  int<lower=1> N;
  vector[N] y;
  vector[N] x;
  int<lower=1> n_loc;
  array[N] int<lower=1> loc;
  int<lower=0> n_edges;
  array[n_edges] int<lower=1> e1;
  array[n_edges] int<lower=1> e2;
  vector[n_loc] neighbours;
  vector[n_loc] car_eigen;
  matrix[N, N] W;
  vector[N] w_eigen;
  int prior_only;
}
parameters {
  vector[2] b;
  real<lower=0> sd_car;
  real<lower=0, upper=1> car;
  vector[n_loc] r_car;
  vector[n_loc] z_icar;
  real<lower=0> sigma;
  real<lower=min(w_eigen), upper=max(w_eigen)> rho;
  real<lower=1> nu;
}
transformed parameters {
  vector[n_loc] r_icar;
  real lprior = 0;
  r_icar = z_icar * sd_car;
  lprior += beta_lpdf(car | 1, 1);
  lprior += student_t_lpdf(sd_car | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += student_t_lpdf(sigma | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += gamma_lpdf(nu | 2, 0.1) - 1 * gamma_lccdf(1 | 2, 0.1);
}
model {
  if (!prior_only) {
    vector[N] mu = b[1] + b[2] * x;
    target += lagged_lpdf(y | mu, sigma, rho, W, w_eigen);
    target += error_lpdf(y | mu, nu, sigma, rho, W);
    mu += r_car[loc] + r_icar[loc];
    target += normal_lpdf(y | mu, sigma);
  }
  target += lprior + normal_lpdf(b | 0, 2);
  target += sparse_car_lpdf(r_car | car, sd_car, n_loc, n_edges, neighbours, car_eigen, e1, e2);
  target += -0.5 * dot_self(z_icar[e1] - z_icar[e2]);
  target += normal_lpdf(sum(z_icar) | 0, 0.001 * n_loc);
}
