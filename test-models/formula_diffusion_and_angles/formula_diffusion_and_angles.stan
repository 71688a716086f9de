// A diffusion to two boundaries (all four parameters), and angles around a mean direction.
functions {
  real choice_lpdf(real y, int hit, real alpha, real tau, real beta, real delta) {
    if (hit == 1) {
      return wiener_lpdf(y | alpha, tau, beta, delta);
    } else {
      return wiener_lpdf(y | alpha, tau, 1 - beta, -delta);
    }
  }
  real angle_lpdf(vector y, vector mu, real kappa) {
    if (kappa < 100) {
      return von_mises_lpdf(y | mu, kappa);
    } else {
      return normal_lpdf(y | mu, sqrt(1 / kappa));
    }
  }
}
data {
  int<lower=1> N;
  vector<lower=0>[N] y;
  array[N] int<lower=0, upper=1> hit;
  int K;
  matrix[N, K] X;
  vector[N] angles;
  int prior_only;
}
transformed data {
  real earliest = min(y);
}
parameters {
  vector[K] b;
  real<lower=0> bs;
  vector[2] b_bs;
  real<lower=0, upper=earliest> ndt;
  real<lower=0, upper=1> bias;
  vector[K] b_angle;
  real<lower=0> kappa;
}
transformed parameters {
  real lprior = 0;
  lprior += gamma_lpdf(bs | 1, 1) + normal_lpdf(b_bs | 0, 0.3);
  lprior += uniform_lpdf(ndt | 0, earliest);
  lprior += beta_lpdf(bias | 2, 2);
  lprior += gamma_lpdf(kappa | 2, 0.01);
}
model {
  if (!prior_only) {
    vector[N] mu = X * b;
    vector[N] separation = bs * exp(b_bs[1] + b_bs[2] * X[ : , 2]);
    vector[N] direction = 2 * atan(X * b_angle);
    for (n in 1 : N) {
      target += choice_lpdf(y[n] | hit[n], separation[n], ndt, bias, mu[n]);
    }
    target += angle_lpdf(angles | direction, kappa);
  }
  target += lprior;
  target += normal_lpdf(b | 0, 1) + normal_lpdf(b_angle | 0, 1);
}
