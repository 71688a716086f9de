// Generalised linear models: the plain densities of X beta + alpha.

/// Log mass of y ~ bernoulli_logit(alpha + x beta), a logistic regression.
real bernoulli_logit_glm_lpmf(
    array[] int<bounded(0, 1)> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("bernoulli_logit_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  if (rows(x) != num_elements(y)) {
    fatal_error("bernoulli_logit_glm_lpmf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", num_elements(y), ") must match in size");
  }
  return bernoulli_logit_lupmf(y | alpha + x * beta);
}

real bernoulli_logit_glm_lpmf(
    array[] int<bounded(0, 1)> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("bernoulli_logit_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  if (rows(x) != num_elements(y)) {
    fatal_error("bernoulli_logit_glm_lpmf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", num_elements(y), ") must match in size");
  }
  return bernoulli_logit_lupmf(y | alpha + x * beta);
}

real bernoulli_logit_glm_lpmf(
    int<bounded(0, 1)> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("bernoulli_logit_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return bernoulli_logit_lupmf(y | alpha + x * beta);
}

real bernoulli_logit_glm_lpmf(
    int<bounded(0, 1)> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("bernoulli_logit_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return bernoulli_logit_lupmf(y | alpha + x * beta);
}

real bernoulli_logit_glm_lpmf(
    array[] int<bounded(0, 1)> y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("bernoulli_logit_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return bernoulli_logit_lupmf(y | alpha + x * beta);
}

real bernoulli_logit_glm_lpmf(
    array[] int<bounded(0, 1)> y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("bernoulli_logit_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return bernoulli_logit_lupmf(y | alpha + x * beta);
}

/// Log mass of y ~ poisson_log(alpha + x beta), a Poisson regression.
real poisson_log_glm_lpmf(
    array[] int<nonnegative> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("poisson_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  if (rows(x) != num_elements(y)) {
    fatal_error("poisson_log_glm_lpmf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", num_elements(y), ") must match in size");
  }
  return poisson_log_lupmf(y | alpha + x * beta);
}

real poisson_log_glm_lpmf(
    array[] int<nonnegative> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("poisson_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  if (rows(x) != num_elements(y)) {
    fatal_error("poisson_log_glm_lpmf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", num_elements(y), ") must match in size");
  }
  return poisson_log_lupmf(y | alpha + x * beta);
}

real poisson_log_glm_lpmf(
    int<nonnegative> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("poisson_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return poisson_log_lupmf(y | alpha + x * beta);
}

real poisson_log_glm_lpmf(
    int<nonnegative> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("poisson_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return poisson_log_lupmf(y | alpha + x * beta);
}

real poisson_log_glm_lpmf(
    array[] int<nonnegative> y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("poisson_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return poisson_log_lupmf(y | alpha + x * beta);
}

real poisson_log_glm_lpmf(
    array[] int<nonnegative> y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("poisson_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return poisson_log_lupmf(y | alpha + x * beta);
}

/// Log density of y ~ normal(alpha + x beta, sigma), a linear regression.
real normal_id_glm_lpdf(
    vector<finite> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  if (rows(x) != num_elements(y)) {
    fatal_error("normal_id_glm_lpdf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", num_elements(y), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    vector<finite> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", vector<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  if (rows(x) != num_elements(y)) {
    fatal_error("normal_id_glm_lpdf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", num_elements(y), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    vector<finite> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  if (rows(x) != num_elements(y)) {
    fatal_error("normal_id_glm_lpdf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", num_elements(y), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    vector<finite> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", vector<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  if (rows(x) != num_elements(y)) {
    fatal_error("normal_id_glm_lpdf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", num_elements(y), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    real<finite> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    real<finite> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", vector<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    real<finite> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    real<finite> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", vector<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    vector<finite> y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    vector<finite> y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", vector<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    vector<finite> y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

real normal_id_glm_lpdf(
    vector<finite> y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", vector<positive_finite> sigma "Scale vector") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("normal_id_glm_lpdf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return normal_lupdf(y | alpha + x * beta, sigma);
}

/// Log mass of y ~ neg_binomial_2_log(alpha + x beta, phi), a negative binomial regression.
real neg_binomial_2_log_glm_lpmf(
    array[] int<nonnegative> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> phi "Precision parameter") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("neg_binomial_2_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  if (rows(x) != num_elements(y)) {
    fatal_error("neg_binomial_2_log_glm_lpmf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", num_elements(y), ") must match in size");
  }
  return neg_binomial_2_log_lupmf(y | alpha + x * beta, phi);
}

real neg_binomial_2_log_glm_lpmf(
    array[] int<nonnegative> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> phi "Precision parameter") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("neg_binomial_2_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  if (rows(x) != num_elements(y)) {
    fatal_error("neg_binomial_2_log_glm_lpmf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", num_elements(y), ") must match in size");
  }
  return neg_binomial_2_log_lupmf(y | alpha + x * beta, phi);
}

real neg_binomial_2_log_glm_lpmf(
    int<nonnegative> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> phi "Precision parameter") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("neg_binomial_2_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return neg_binomial_2_log_lupmf(y | alpha + x * beta, phi);
}

real neg_binomial_2_log_glm_lpmf(
    int<nonnegative> y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> phi "Precision parameter") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("neg_binomial_2_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return neg_binomial_2_log_lupmf(y | alpha + x * beta, phi);
}

real neg_binomial_2_log_glm_lpmf(
    array[] int<nonnegative> y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", real<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> phi "Precision parameter") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("neg_binomial_2_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return neg_binomial_2_log_lupmf(y | alpha + x * beta, phi);
}

real neg_binomial_2_log_glm_lpmf(
    array[] int<nonnegative> y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    vector<finite> beta "Weight vector", real<positive_finite> phi "Precision parameter") {
  if (cols(x) != num_elements(beta)) {
    fatal_error("neg_binomial_2_log_glm_lpmf: Columns of matrix of independent variables (", cols(x),
           ") and size of Weight vector (", num_elements(beta), ") must match in size");
  }
  return neg_binomial_2_log_lupmf(y | alpha + x * beta, phi);
}
