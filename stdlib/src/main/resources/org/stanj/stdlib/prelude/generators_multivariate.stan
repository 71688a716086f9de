// Generators of categories, vectors and matrices.

@random kernel Multivariate.categorical(vector theta) -> int;

@random kernel Multivariate.dirichlet(vector alpha, out vector theta);

@random kernel Multivariate.multinomial(vector theta, int N, out array[] int n);

@random kernel Multivariate.standardNormals(out vector z);

@random kernel Multivariate.wishartFactor(real nu, out matrix B);

@random kernel Multivariate.lkjFactor(real eta, out matrix L);

/// A draw of a category of the chances theta.
int categorical_rng(vector<simplex> theta "Probabilities parameter") {
  return Multivariate_categorical(theta);
}

/// A draw of a category of the chances softmax(beta).
int categorical_logit_rng(vector<finite> beta "Log odds parameter") {
  vector[num_elements(beta)] theta = softmax(beta);
  return Multivariate_categorical(theta);
}

/// A draw of an ordered category.
int ordered_logistic_rng(real<finite> eta "Location parameter", vector<ordered, finite> c "Cut points parameter") {
  real u = logit(unit_uniform_rng());
  int y = 1;
  for (k in 1 : num_elements(c)) {
    y += u > c[k] - eta;
  }
  return y;
}

/// A draw of an ordered category.
int ordered_probit_rng(real<finite> eta "Location parameter", vector<ordered, finite> c "Cut points parameter") {
  real u = std_normal_rng();
  int y = 1;
  for (k in 1 : num_elements(c)) {
    y += u > c[k] - eta;
  }
  return y;
}

/// A draw from the Dirichlet distribution of simplexes with concentrations alpha.
vector dirichlet_rng(vector<positive_finite> alpha "prior sample sizes") {
  vector[num_elements(alpha)] theta;
  Multivariate_dirichlet(alpha, theta);
  return theta;
}

/// A draw of the counts of categories of the chances theta.
array[] int multinomial_rng(vector<simplex> theta "Probabilities parameter", int<nonnegative> N "number of trials variables") {
  array[num_elements(theta)] int n;
  Multivariate_multinomial(theta, N, n);
  return n;
}

/// A draw of the counts of categories of the chances softmax(gamma).
array[] int multinomial_logit_rng(vector<finite> gamma "log-odds parameter", int<nonnegative> N "number of trials variables") {
  array[num_elements(gamma)] int n;
  vector[num_elements(gamma)] theta = softmax(gamma);
  Multivariate_multinomial(theta, N, n);
  return n;
}

/// A draw of the counts of categories whose chances are dirichlet(alpha).
array[] int dirichlet_multinomial_rng(vector<positive_finite> alpha "prior size parameter", int<nonnegative> N "number of trials variables") {
  return multinomial_rng(dirichlet_rng(alpha), N);
}

/// A draw from the multivariate normal distribution with mean mu and covariance LL'.
vector multi_normal_cholesky_rng(vector<finite> mu "Location parameter", matrix L "Cholesky factor of covariance parameter") {
  vector[num_elements(mu)] z;
  Multivariate_standardNormals(z);
  return mu + L * z;
}

vector multi_normal_cholesky_rng(row_vector mu, matrix L) {
  return multi_normal_cholesky_rng(mu', L);
}

array[] vector multi_normal_cholesky_rng(array[] vector mu, matrix L) {
  array[size(mu)] vector[rows(L)] y;
  for (i in 1 : size(mu)) {
    y[i] = multi_normal_cholesky_rng(mu[i], L);
  }
  return y;
}

array[] vector multi_normal_cholesky_rng(array[] row_vector mu, matrix L) {
  array[size(mu)] vector[rows(L)] y;
  for (i in 1 : size(mu)) {
    y[i] = multi_normal_cholesky_rng(mu[i]', L);
  }
  return y;
}

/// A draw from the multivariate normal distribution with mean mu and covariance Sigma.
vector multi_normal_rng(vector<finite> mu "Location parameter", matrix<pos_definite> Sigma "Covariance matrix") {
  return multi_normal_cholesky_rng(mu, cholesky_decompose(Sigma));
}

vector multi_normal_rng(row_vector mu, matrix Sigma) {
  return multi_normal_rng(mu', Sigma);
}

array[] vector multi_normal_rng(array[] vector mu, matrix<pos_definite> Sigma "Covariance matrix") {
  return multi_normal_cholesky_rng(mu, cholesky_decompose(Sigma));
}

array[] vector multi_normal_rng(array[] row_vector mu, matrix<pos_definite> Sigma "Covariance matrix") {
  return multi_normal_cholesky_rng(mu, cholesky_decompose(Sigma));
}

/// A draw from the multivariate Student t distribution with nu degrees of freedom, location mu and
/// scale matrix LL'.
vector multi_student_t_cholesky_rng(real<positive_finite> nu "Degrees of freedom parameter", vector<finite> mu "Location parameter", matrix L "Scale parameter") {
  real s = sqrt(nu / chi_square_rng(nu));
  return multi_normal_cholesky_rng(mu, s * L);
}

vector multi_student_t_cholesky_rng(real nu, row_vector mu, matrix L) {
  return multi_student_t_cholesky_rng(nu, mu', L);
}

array[] vector multi_student_t_cholesky_rng(real nu, array[] vector mu, matrix L) {
  array[size(mu)] vector[rows(L)] y;
  for (i in 1 : size(mu)) {
    y[i] = multi_student_t_cholesky_rng(nu, mu[i], L);
  }
  return y;
}

array[] vector multi_student_t_cholesky_rng(real nu, array[] row_vector mu, matrix L) {
  array[size(mu)] vector[rows(L)] y;
  for (i in 1 : size(mu)) {
    y[i] = multi_student_t_cholesky_rng(nu, mu[i]', L);
  }
  return y;
}

/// A draw from the multivariate Student t distribution with nu degrees of freedom, location mu and
/// scale matrix Sigma.
vector multi_student_t_rng(real nu, vector mu, matrix<pos_definite> Sigma "Scale parameter") {
  return multi_student_t_cholesky_rng(nu, mu, cholesky_decompose(Sigma));
}

vector multi_student_t_rng(real nu, row_vector mu, matrix<pos_definite> Sigma "Scale parameter") {
  return multi_student_t_cholesky_rng(nu, mu', cholesky_decompose(Sigma));
}

array[] vector multi_student_t_rng(real nu, array[] vector mu, matrix<pos_definite> Sigma "Scale parameter") {
  return multi_student_t_cholesky_rng(nu, mu, cholesky_decompose(Sigma));
}

array[] vector multi_student_t_rng(real nu, array[] row_vector mu, matrix<pos_definite> Sigma "Scale parameter") {
  return multi_student_t_cholesky_rng(nu, mu, cholesky_decompose(Sigma));
}

/// A draw from the Wishart distribution with nu degrees of freedom and scale matrix S. By
/// Bartlett's decomposition.
matrix wishart_rng(real<greater(0)> nu "degrees of freedom", matrix<symmetric> S "scale parameter") {
  matrix[rows(S), rows(S)] B;
  Multivariate_wishartFactor(nu, B);
  return tcrossprod(cholesky_decompose(S) * B);
}

/// A draw of the Cholesky factor of a matrix that is wishart(nu, LL').
matrix wishart_cholesky_rng(real<greater(0)> nu "degrees of freedom", matrix<lower_triangular> L "scale parameter") {
  matrix[rows(L), rows(L)] B;
  Multivariate_wishartFactor(nu, B);
  return L * B;
}

/// A draw from the inverse Wishart distribution with nu degrees of freedom and scale matrix S.
matrix inv_wishart_rng(real nu, matrix S) {
  return inverse_spd(wishart_rng(nu, inverse_spd(S)));
}

/// A draw of the Cholesky factor of a matrix that is inv_wishart(nu, LL').
matrix inv_wishart_cholesky_rng(real nu, matrix L) {
  return cholesky_decompose(inv_wishart_rng(nu, tcrossprod(L)));
}

/// A draw of the Cholesky factor of a correlation matrix that is lkj_corr(eta).
matrix lkj_corr_cholesky_rng(int<nonnegative> K "K", real<positive> eta "Shape parameter") {
  matrix[K, K] L;
  Multivariate_lkjFactor(eta, L);
  return L;
}

/// A draw from the LKJ distribution of correlation matrices.
matrix lkj_corr_rng(int K, real eta) {
  return multiply_lower_tri_self_transpose(lkj_corr_cholesky_rng(K, eta));
}

/// Draws of y ~ bernoulli_logit(alpha + x beta), a logistic regression.
array[] int bernoulli_logit_glm_rng(matrix x, vector alpha, vector beta) {
  return bernoulli_logit_rng(alpha + x * beta);
}

array[] int bernoulli_logit_glm_rng(row_vector x, vector alpha, vector beta) {
  return bernoulli_logit_rng(alpha + x * beta);
}
