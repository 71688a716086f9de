// Time series in groups of unequal length: the residuals' covariance by structure.
functions {
  matrix chol_ar1(real ar, int nrows) {
    matrix[nrows, nrows] C;
    vector[nrows - 1] gamma;
    C = diag_matrix(rep_vector(1, nrows));
    for (i in 2 : nrows) {
      gamma[i - 1] = pow(ar, i - 1);
      for (j in 1 : (i - 1)) {
        C[i, j] = gamma[i - j];
        C[j, i] = gamma[i - j];
      }
    }
    return cholesky_decompose(C ./ (1 - ar ^ 2));
  }
  matrix chol_arma1(real ar, real ma, int nrows) {
    matrix[nrows, nrows] C = diag_matrix(rep_vector(1 + ma ^ 2 + 2 * ar * ma, nrows));
    vector[nrows] gamma;
    if (nrows > 1) {
      gamma[1] = (1 + ar * ma) * (ar + ma);
      for (i in 2 : nrows) {
        gamma[i] = gamma[1] * pow(ar, i - 1);
      }
      for (i in 2 : nrows) {
        for (j in 1 : (i - 1)) {
          C[i, j] = gamma[i - j];
          C[j, i] = gamma[i - j];
        }
      }
    }
    return cholesky_decompose(C ./ (1 - ar ^ 2));
  }
  matrix chol_symmetric(real rho, int nrows) {
    matrix[nrows, nrows] C = rep_matrix(rho, nrows, nrows);
    for (i in 1 : nrows) {
      C[i, i] = 1;
    }
    return cholesky_decompose(C);
  }
  real series_lpdf(vector y, vector mu, real sigma, matrix chol, data array[] int nobs,
                   array[] int begin, array[] int end) {
    int I = size(nobs);
    vector[I] lp;
    for (i in 1 : I) {
      matrix[nobs[i], nobs[i]] L = sigma * chol[1 : nobs[i], 1 : nobs[i]];
      lp[i] = multi_normal_cholesky_lpdf(y[begin[i] : end[i]] | mu[begin[i] : end[i]], L);
    }
    return sum(lp);
  }
  real series_with_error_lpdf(vector y, vector mu, real sigma, data vector se2, matrix chol,
                              data array[] int nobs, array[] int begin, array[] int end) {
    int I = size(nobs);
    vector[I] lp;
    int has_error = max(se2) > 0;
    for (i in 1 : I) {
      matrix[nobs[i], nobs[i]] Cov;
      Cov = square(sigma) * multiply_lower_tri_self_transpose(chol[1 : nobs[i], 1 : nobs[i]]);
      if (has_error) {
        Cov += diag_matrix(se2[begin[i] : end[i]]);
      }
      lp[i] = multi_normal_lpdf(y[begin[i] : end[i]] | mu[begin[i] : end[i]], Cov);
    }
    return sum(lp);
  }
  real series_scales_lpdf(vector y, vector mu, vector sigma, matrix chol, data array[] int nobs,
                          array[] int begin, array[] int end) {
    vector[size(nobs)] lp;
    for (i in 1 : size(nobs)) {
      matrix[nobs[i], nobs[i]] L;
      L = diag_pre_multiply(sigma[begin[i] : end[i]], chol[1 : nobs[i], 1 : nobs[i]]);
      lp[i] = multi_normal_cholesky_lpdf(y[begin[i] : end[i]] | mu[begin[i] : end[i]], L);
    }
    return sum(lp);
  }
  real unstructured_lpdf(vector y, vector mu, real sigma, matrix chol, data array[] int nobs,
                         array[] int begin, array[] int end, array[,] int times) {
    vector[size(nobs)] lp;
    for (i in 1 : size(nobs)) {
      array[nobs[i]] int t = times[i, 1 : nobs[i]];
      matrix[nobs[i], nobs[i]] Cov = multiply_lower_tri_self_transpose(sigma * chol)[t, t];
      lp[i] = multi_normal_lpdf(y[begin[i] : end[i]] | mu[begin[i] : end[i]], Cov);
    }
    return sum(lp);
  }
}
data {
  int<lower=1> N;
  vector[N] y;
  vector[N] x;
  vector<lower=0>[N] se;
  int<lower=1> G;
  array[G] int<lower=1> nobs;
  array[G] int<lower=1> begin;
  array[G] int<lower=1> end;
  array[G, max(nobs)] int times;
  int prior_only;
}
transformed data {
  vector[N] se2 = square(se);
  int longest = max(nobs);
}
parameters {
  vector[2] b;
  vector[2] b_sigma;
  real<lower=0> sigma;
  vector<lower=-1, upper=1>[1] ar;
  vector<lower=-1, upper=1>[1] ma;
  real<lower=0, upper=1> rho;
  cholesky_factor_corr[longest] Ltime;
  vector[N] zerr;
}
transformed parameters {
  vector[N] err;
  {
    matrix[longest, longest] chol = chol_ar1(ar[1], longest);
    for (i in 1 : G) {
      err[begin[i] : end[i]] = sigma * chol[1 : nobs[i], 1 : nobs[i]] * zerr[begin[i] : end[i]];
    }
  }
}
model {
  matrix[longest, longest] chol;
  if (!prior_only) {
    vector[N] mu = b[1] + b[2] * x;
    vector[N] scales = exp(b_sigma[1] + b_sigma[2] * x);
    chol = chol_arma1(ar[1], ma[1], longest);
    target += series_lpdf(y | mu, sigma, chol, nobs, begin, end);
    chol = chol_ar1(ar[1], longest);
    target += series_scales_lpdf(y | mu, scales, chol, nobs, begin, end);
    chol = chol_symmetric(rho, longest);
    target += series_with_error_lpdf(y | mu, sigma, se2, chol, nobs, begin, end);
    target += unstructured_lpdf(y | mu, sigma, Ltime, nobs, begin, end, times);
    target += student_t_lpdf(y | 4, mu + err, 1);
  }
  target += normal_lpdf(b | 0, 2) + normal_lpdf(b_sigma | 0, 0.5);
  target += student_t_lpdf(sigma | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
  target += lkj_corr_cholesky_lpdf(Ltime | 1);
  target += std_normal_lpdf(zerr);
}
generated quantities {
  corr_matrix[longest] Cortime = multiply_lower_tri_self_transpose(Ltime);
}
