// Stopping-ratio, continuation-ratio and adjacent-category models with effects per category.
functions {
  real stopping_lpmf(int y, real mu, real disc, vector thres) {
    int n = num_elements(thres);
    vector[n + 1] p;
    vector[n] q;
    int k = 1;
    while (k <= min(y, n)) {
      q[k] = log1m_inv_logit(disc * (thres[k] - mu));
      p[k] = log1m_exp(q[k]);
      for (kk in 1 : (k - 1)) {
        p[k] = p[k] + q[kk];
      }
      k += 1;
    }
    if (y == n + 1) {
      p[n + 1] = sum(q);
    }
    return p[y];
  }
  real going_on_lpmf(int y, real mu, vector thres, row_vector own) {
    int n = num_elements(thres);
    real total = 0;
    for (k in 1 : n) {
      if (y > k) {
        total += log_inv_logit(mu + own[k] - thres[k]);
        continue;
      }
      total += log1m_inv_logit(mu + own[k] - thres[k]);
      break;
    }
    return total;
  }
  real neighbour_lpmf(int y, real mu, real disc, vector thres, vector own) {
    int n = num_elements(thres);
    vector[n + 1] p = append_row(0, cumulative_sum(disc * (mu + own - thres)));
    return p[y] - log_sum_exp(p);
  }
}
data {
  int<lower=1> N;
  array[N] int y;
  int<lower=2> nthres;
  int K;
  matrix[N, K] X;
  int K_own;
  matrix[N, K_own] X_own;
  real<lower=0> disc;
  int prior_only;
}
parameters {
  vector[K] b_s;
  vector[K] b_c;
  vector[K] b_n;
  vector[nthres] t_s;
  vector[nthres] t_c;
  real first;
  real<lower=0> delta;
  matrix[K_own, nthres] own_c;
  matrix[K_own, nthres] own_n;
}
transformed parameters {
  vector[nthres] t_n;
  for (k in 1 : nthres) {
    t_n[k] = first + (k - 1.0) * delta;
  }
}
model {
  if (!prior_only) {
    vector[N] mu_s = X * b_s;
    vector[N] mu_c = X * b_c;
    vector[N] mu_n = X * b_n;
    matrix[N, nthres] eta_c = X_own * own_c;
    matrix[N, nthres] eta_n = X_own * own_n;
    for (n in 1 : N) {
      target += stopping_lpmf(y[n] | mu_s[n], disc, t_s);
      target += going_on_lpmf(y[n] | mu_c[n], t_c, eta_c[n]);
      target += neighbour_lpmf(y[n] | mu_n[n], disc, t_n, transpose(eta_n[n]));
    }
  }
  target += normal_lpdf(b_s | 0, 1) + normal_lpdf(b_c | 0, 1) + normal_lpdf(b_n | 0, 1);
  target += student_t_lpdf(t_s | 3, 0, 2.5) + student_t_lpdf(t_c | 3, 0, 2.5);
  target += student_t_lpdf(first | 3, 0, 2.5);
  target += normal_lpdf(delta | 0, 2) - normal_lccdf(0 | 0, 2);
  target += normal_lpdf(to_vector(own_c) | 0, 1) + normal_lpdf(to_vector(own_n) | 0, 1);
}
generated quantities {
  real first_over_last = t_n[1] - t_n[nthres];
}
