// The likelihood is switched off, and everything that may be empty is: one predictor column that
// is the intercept, no missing values, no lags, a sum over no slices.
functions {
  real none_lpmf(array[] int rows, int start, int end, vector y, real sigma) {
    return normal_lpdf(y[rows] | 0, sigma);
  }
  array[] int from_to(int from, int to) {
    array[to - from + 1] int numbers;
    for (i in 1 : num_elements(numbers)) {
      numbers[i] = from + i - 1;
    }
    return numbers;
  }
}
data {
  int<lower=1> N;
  vector[N] y;
  int<lower=1> K;
  matrix[N, K] X;
  int<lower=0> N_mis;
  array[N_mis] int<lower=1> missing;
  int<lower=0> Kar;
  int<lower=0> K_cs;
  matrix[N, K_cs] X_cs;
  int<lower=1> nthres;
  int grainsize;
  int prior_only;
}
transformed data {
  int Kc = K - 1;
  matrix[N, Kc] Xc;
  vector[Kc] centre;
  for (k in 2 : K) {
    centre[k - 1] = mean(X[ : , k]);
    Xc[ : , k - 1] = X[ : , k] - centre[k - 1];
  }
}
parameters {
  vector[Kc] b;
  real alpha;
  real<lower=0> sigma;
  vector[N_mis] y_mis;
  vector<lower=-1, upper=1>[Kar] ar;
  matrix[K_cs, nthres] bcs;
  ordered[nthres] thres;
  cholesky_factor_corr[1] L;
}
transformed parameters {
  real lprior = 0;
  lprior += normal_lpdf(b | 0, 1);
  lprior += student_t_lpdf(alpha | 3, 0, 2.5);
  lprior += student_t_lpdf(sigma | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += student_t_lpdf(thres | 3, 0, 2.5);
  lprior += lkj_corr_cholesky_lpdf(L | 1);
}
model {
  vector[N] y_all = y;
  y_all[missing] = y_mis;
  if (!prior_only) {
    target += normal_id_glm_lpdf(y_all | Xc, alpha, b, sigma);
    target += sum(X_cs * bcs);
  }
  target += lprior;
  target += reduce_sum(none_lpmf, missing, grainsize, y_all, sigma);
  target += normal_lpdf(to_vector(bcs) | 0, 1) + normal_lpdf(ar | 0, 1) + normal_lpdf(y_mis | 0, 1);
}
generated quantities {
  real intercept = alpha - dot_product(centre, b);
  array[0] int nothing = from_to(1, 0);
  corr_matrix[1] R = multiply_lower_tri_self_transpose(L);
  vector<lower=-1, upper=1>[0] cors;
  real total = sum(b) + sum(nothing) + prod(y_mis) + dot_self(ar) + size(nothing);
}
