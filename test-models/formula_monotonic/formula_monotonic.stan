// Ordered predictors: steps are a simplex; alone, in an interaction, and varying by group.
functions {
  real steps(vector scale, int i) {
    if (i == 0) {
      return 0;
    } else {
      return rows(scale) * sum(scale[1 : i]);
    }
  }
}
data {
  int<lower=1> N;
  vector[N] y;
  int<lower=1> Jm;
  array[Jm] int<lower=1> n_steps;
  array[N] int level_1;
  array[N] int level_2;
  vector[N] x;
  vector<lower=0>[n_steps[1]] con_1;
  vector<lower=0>[n_steps[2]] con_2;
  int J;
  array[N] int g;
  int prior_only;
}
parameters {
  real alpha;
  vector[3] bsp;
  simplex[n_steps[1]] simo_1;
  simplex[n_steps[2]] simo_2;
  real<lower=0> sigma;
  vector<lower=0>[2] tau;
  array[2] vector[J] z;
}
transformed parameters {
  vector[J] r_1;
  vector[J] r_2;
  real lprior = 0;
  r_1 = (tau[1] * (z[1]));
  r_2 = (tau[2] * (z[2]));
  lprior += dirichlet_lpdf(simo_1 | con_1);
  lprior += dirichlet_lpdf(simo_2 | con_2);
  lprior += student_t_lpdf(tau | 3, 0, 2.5) - 2 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += student_t_lpdf(sigma | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
}
model {
  if (!prior_only) {
    vector[N] mu = rep_vector(0.0, N);
    mu += alpha;
    for (n in 1 : N) {
      mu[n] += (bsp[1] + r_2[g[n]]) * steps(simo_1, level_1[n])
               + bsp[2] * steps(simo_2, level_2[n]) * x[n]
               + bsp[3] * steps(simo_1, level_1[n]) * steps(simo_2, level_2[n]) + r_1[g[n]];
    }
    target += normal_lpdf(y | mu, sigma);
  }
  target += lprior;
  target += normal_lpdf(bsp | 0, 1) + normal_lpdf(alpha | 0, 3);
  target += std_normal_lpdf(z[1]);
  target += std_normal_lpdf(z[2]);
}
