// Ordered categories by cumulative links: discrimination with predictors, thresholds per group.
functions {
  real below_lpmf(int y, real mu, real disc, vector thres) {
    int n = num_elements(thres);
    if (y == 1) {
      return log_inv_logit(disc * (thres[1] - mu));
    } else if (y == n + 1) {
      return log1m_inv_logit(disc * (thres[n] - mu));
    } else {
      return log_diff_exp(log_inv_logit(disc * (thres[y] - mu)),
                          log_inv_logit(disc * (thres[y - 1] - mu)));
    }
  }
  real below_merged_lpmf(int y, real mu, real disc, vector thres, array[] int from_to) {
    return below_lpmf(y | mu, disc, thres[from_to[1] : from_to[2]]);
  }
  real probit_lpmf(int y, real mu, real disc, vector thres) {
    int n = num_elements(thres);
    real p;
    if (y == 1) {
      p = Phi(disc * (thres[1] - mu));
    } else if (y == n + 1) {
      p = 1 - Phi(disc * (thres[n] - mu));
    } else {
      p = Phi(disc * (thres[y] - mu)) - Phi(disc * (thres[y - 1] - mu));
    }
    return log(p);
  }
  real logistic_merged_lpmf(int y, real mu, vector thres, array[] int from_to) {
    return ordered_logistic_lpmf(y | mu, thres[from_to[1] : from_to[2]]);
  }
}
data {
  int<lower=1> N;
  array[N] int y;
  array[N] int y_probit;
  int<lower=1> ngroups;
  array[ngroups] int<lower=1> nthres;
  array[N, 2] int<lower=1> from_to;
  int<lower=1> K;
  matrix[N, K] X;
  vector[N] x_disc;
  int prior_only;
}
transformed data {
  int total = sum(nthres);
}
parameters {
  vector[K] b;
  ordered[nthres[1]] t_1;
  ordered[nthres[2]] t_2;
  real b_disc;
  ordered[3] t_probit;
}
transformed parameters {
  vector[total] merged;
  real lprior = 0;
  merged[1 : nthres[1]] = t_1;
  merged[(nthres[1] + 1) : total] = t_2;
  lprior += student_t_lpdf(t_1 | 3, 0, 2.5);
  lprior += student_t_lpdf(t_2 | 3, 0, 2.5);
  lprior += student_t_lpdf(t_probit | 3, 0, 2.5);
  lprior += normal_lpdf(b | 0, 1) + normal_lpdf(b_disc | 0, 0.5);
}
model {
  if (!prior_only) {
    vector[N] mu = X * b;
    vector[N] disc = exp(b_disc * x_disc);
    for (n in 1 : N) {
      target += below_merged_lpmf(y[n] | mu[n], disc[n], merged, from_to[n]);
      target += logistic_merged_lpmf(y[n] | mu[n], merged, from_to[n]);
      target += probit_lpmf(y_probit[n] | mu[n], 1, t_probit);
    }
  }
  target += lprior;
}
generated quantities {
  vector[total] shifted = merged + b[1];
}
