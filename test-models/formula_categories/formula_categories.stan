// Unordered categories, shares of a whole and counts of several kinds.
functions {
  real shares_lpdf(vector y, vector mu, real phi) {
    return dirichlet_lpdf(y | softmax(mu) * phi);
  }
  real kinds_lpmf(array[] int y, vector mu) {
    return multinomial_lpmf(y | softmax(mu));
  }
}
data {
  int<lower=1> N;
  int<lower=2> C;
  array[N] int<lower=1, upper=C> y;
  array[N] vector[C] shares;
  array[N, C] int<lower=0> kinds;
  int K;
  matrix[N, K] X;
  int J;
  array[N] int g;
  int prior_only;
}
parameters {
  vector[K] b_2;
  vector[K] b_3;
  vector<lower=0>[2] tau;
  vector[J] z_2;
  vector[J] z_3;
  real<lower=0> phi;
}
transformed parameters {
  vector[J] r_2 = tau[1] * z_2;
  vector[J] r_3 = tau[2] * z_3;
}
model {
  if (!prior_only) {
    vector[N] mu_2 = rep_vector(0.0, N);
    vector[N] mu_3 = X * b_3;
    array[N] vector[C] mu;
    mu_2 += X * b_2;
    for (n in 1 : N) {
      mu_2[n] += r_2[g[n]];
      mu_3[n] += r_3[g[n]];
      mu[n] = transpose([0, mu_2[n], mu_3[n]]);
    }
    for (n in 1 : N) {
      target += categorical_logit_lpmf(y[n] | mu[n]);
      target += shares_lpdf(shares[n] | mu[n], phi);
      target += kinds_lpmf(kinds[n] | mu[n]);
    }
    target += categorical_logit_glm_lpmf(y | X, rep_vector(0, C),
                                         append_col(rep_vector(0, K), append_col(b_2, b_3)));
  }
  target += normal_lpdf(b_2 | 0, 1) + normal_lpdf(b_3 | 0, 1);
  target += exponential_lpdf(tau | 1) + gamma_lpdf(phi | 2, 0.1);
  target += std_normal_lpdf(z_2) + std_normal_lpdf(z_3);
}
