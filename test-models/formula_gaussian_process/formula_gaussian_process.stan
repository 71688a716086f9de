// A Gaussian process per level, latent and exact, and its approximation by eigenfunctions.
functions {
  vector exact(data array[] vector x, real sd, vector length_scale, vector z) {
    int D = rows(x[1]);
    int N = size(x);
    matrix[N, N] C;
    if (rows(length_scale) == 1) {
      C = gp_exp_quad_cov(x, sd, length_scale[1]);
    } else {
      C = gp_exp_quad_cov(x[ : , 1], sd, length_scale[1]);
      for (d in 2 : D) {
        C = C .* gp_exp_quad_cov(x[ : , d], 1, length_scale[d]);
      }
    }
    for (n in 1 : N) {
      C[n, n] += 1e-12;
    }
    return cholesky_decompose(C) * z;
  }
  vector spectral_density(data array[] vector omega, real sd, vector length_scale) {
    int B = size(omega);
    int D = rows(omega[1]);
    int D_scale = rows(length_scale);
    vector[B] out;
    if (D_scale == 1) {
      real constant = square(sd) * (sqrt(2 * pi()) * length_scale[1]) ^ D;
      real half = -0.5 * square(length_scale[1]);
      for (m in 1 : B) {
        out[m] = constant * exp(half * dot_self(omega[m]));
      }
    } else {
      real constant = square(sd) * sqrt(2 * pi()) ^ D * prod(length_scale);
      vector[D_scale] half = -0.5 * square(length_scale);
      for (m in 1 : B) {
        out[m] = constant * exp(dot_product(half, square(omega[m])));
      }
    }
    return out;
  }
  vector approximate(data matrix phi, real sd, vector length_scale, vector z,
                     data array[] vector omega) {
    vector[cols(phi)] diagonal = sqrt(spectral_density(omega, sd, length_scale));
    return phi * (diagonal .* z);
  }
}
data {
  int<lower=1> N;
  vector[N] y;
  int<lower=1> L; // levels
  array[L] int<lower=1> n_level;
  array[n_level[1]] vector[2] x_1;
  array[n_level[2]] vector[2] x_2;
  array[n_level[1]] int<lower=1> rows_1;
  array[n_level[2]] int<lower=1> rows_2;
  int<lower=1> M;
  matrix[N, M] phi;
  array[M] vector[1] omega;
  int<lower=1> U; // unique inputs
  array[U] vector[1] x_u;
  array[N] int<lower=1> which;
  int prior_only;
}
parameters {
  real alpha;
  vector<lower=0>[L] sd;
  array[L] vector<lower=0>[2] scale;
  vector[n_level[1]] z_1;
  vector[n_level[2]] z_2;
  real<lower=0> sd_a;
  array[1] vector<lower=0>[1] scale_a;
  vector[M] z_a;
  real<lower=0> sd_u;
  vector<lower=0>[1] scale_u;
  vector[U] z_u;
  real<lower=0> sigma;
}
transformed parameters {
  real lprior = 0;
  lprior += student_t_lpdf(sd | 3, 0, 2.5) - 2 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += inv_gamma_lpdf(scale[1] | 2, 1) + inv_gamma_lpdf(scale[2][1 : 2] | 2.5, 1);
  lprior += inv_gamma_lpdf(scale_a[1][1] | 1.5, 0.06) + inv_gamma_lpdf(scale_u | 2, 0.5);
  lprior += normal_lpdf(sd_a | 0, 1) + normal_lpdf(sd_u | 0, 1) - 2 * normal_lccdf(0 | 0, 1);
}
model {
  if (!prior_only) {
    vector[N] smooth = approximate(phi, sd_a, scale_a[1], z_a, omega);
    vector[U] unique = exact(x_u, sd_u, scale_u, z_u);
    vector[N] mu = rep_vector(0.0, N);
    mu += alpha + smooth + unique[which];
    mu[rows_1] += exact(x_1, sd[1], scale[1], z_1);
    mu[rows_2] += exact(x_2, sd[2], scale[2], z_2);
    target += normal_lpdf(y | mu, sigma);
  }
  target += lprior;
  target += student_t_lpdf(alpha | 3, 0, 2.5);
  target += std_normal_lpdf(z_1) + std_normal_lpdf(z_2);
  target += std_normal_lpdf(z_a) + std_normal_lpdf(z_u);
  target += exponential_lpdf(sigma | 1);
}
