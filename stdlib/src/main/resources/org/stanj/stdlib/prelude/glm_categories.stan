// Generalised linear models of binomial counts and of categories.

/// Log mass of n ~ binomial_logit(N, alpha + x beta), a logistic regression of counts.
real binomial_logit_glm_lpmf(
    int n "Successes variable" |
    int<nonnegative> N "Population size parameter", matrix<finite> x "Matrix of independent variables",
    real<finite> alpha "Intercept", vector<finite> beta "Weight vector") {
  return binomial_logit_lupmf(n | N, alpha + x * beta);
}

real binomial_logit_glm_lpmf(
    int n "Successes variable" |
    int<nonnegative> N "Population size parameter", matrix<finite> x "Matrix of independent variables",
    vector<finite> alpha "Intercept", vector<finite> beta "Weight vector") {
  return binomial_logit_lupmf(n | N, alpha + x * beta);
}

real binomial_logit_glm_lpmf(
    int n "Successes variable" |
    array[] int<nonnegative> N "Population size parameter", matrix<finite> x "Matrix of independent variables",
    real<finite> alpha "Intercept", vector<finite> beta "Weight vector") {
  return binomial_logit_lupmf(n | N, alpha + x * beta);
}

real binomial_logit_glm_lpmf(
    array[] int n "Successes variable" |
    int<nonnegative> N "Population size parameter", matrix<finite> x "Matrix of independent variables",
    real<finite> alpha "Intercept", vector<finite> beta "Weight vector") {
  return binomial_logit_lupmf(n | N, alpha + x * beta);
}

real binomial_logit_glm_lpmf(
    array[] int n "Successes variable" |
    array[] int<nonnegative> N "Population size parameter", row_vector<finite> x "Matrix of independent variables",
    real<finite> alpha "Intercept", vector<finite> beta "Weight vector") {
  return binomial_logit_lupmf(n | N, alpha + x * beta);
}

real binomial_logit_glm_lpmf(
    array[] int n "Successes variable" |
    array[] int<nonnegative> N "Population size parameter", row_vector<finite> x "Matrix of independent variables",
    vector<finite> alpha "Intercept", vector<finite> beta "Weight vector") {
  return binomial_logit_lupmf(n | N, alpha + x * beta);
}

real binomial_logit_glm_lpmf(
    array[] int n "Successes variable" |
    array[] int<nonnegative> N "Population size parameter", matrix<finite> x "Matrix of independent variables",
    real<finite> alpha "Intercept", vector<finite> beta "Weight vector") {
  return binomial_logit_lupmf(n | N, alpha + x * beta);
}

real binomial_logit_glm_lpmf(
    array[] int n "Successes variable" |
    array[] int<nonnegative> N "Population size parameter", matrix<finite> x "Matrix of independent variables",
    vector<finite> alpha "Intercept", vector<finite> beta "Weight vector") {
  return binomial_logit_lupmf(n | N, alpha + x * beta);
}

/// Log mass of y ~ categorical_logit(alpha + (x beta)'), row by row.
real categorical_logit_glm_lpmf(
    int y "categorical outcome out of support" |
    row_vector<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    matrix<finite> beta "Weight vector") {
  vector[num_elements(alpha)] eta = alpha + (x * beta)';
  return categorical_logit_lupmf(y | eta);
}

real categorical_logit_glm_lpmf(
    int y "categorical outcome out of support" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    matrix<finite> beta "Weight vector") {
  real total = 0;
  for (i in 1 : rows(x)) {
    total += categorical_logit_glm_lupmf(y | x[i], alpha, beta);
  }
  return total;
}

real categorical_logit_glm_lpmf(
    array[] int y "categorical outcome out of support" |
    row_vector<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    matrix<finite> beta "Weight vector") {
  vector[num_elements(alpha)] eta = alpha + (x * beta)';
  return categorical_logit_lupmf(y | eta);
}

real categorical_logit_glm_lpmf(
    array[] int y "categorical outcome out of support" |
    matrix<finite> x "Matrix of independent variables", vector<finite> alpha "Intercept",
    matrix<finite> beta "Weight vector") {
  if (rows(x) != size(y)) {
    fatal_error("categorical_logit_glm_lpmf: x.rows() (", rows(x), ") and y.size() (", size(y),
           ") must match in size");
  }
  matrix[rows(x), num_elements(alpha)] eta = x * beta;
  real total = 0;
  for (i in 1 : rows(x)) {
    total += categorical_logit_lupmf(y[i] | alpha + eta[i]');
  }
  return total;
}

/// Log mass of y ~ ordered_logistic(x beta, c), row by row.
real ordered_logistic_glm_lpmf(
    int y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", vector<finite> beta "Weight vector",
    vector<ordered, finite> c "Cut-points") {
  return ordered_logistic_term(y, x * beta, c);
}

real ordered_logistic_glm_lpmf(
    int y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> beta "Weight vector",
    vector<ordered, finite> c "Cut-points") {
  vector[rows(x)] eta = x * beta;
  real total = 0;
  for (i in 1 : rows(x)) {
    total += ordered_logistic_term(y, eta[i], c);
  }
  return total;
}

real ordered_logistic_glm_lpmf(
    array[] int y "Vector of dependent variables" |
    row_vector<finite> x "Matrix of independent variables", vector<finite> beta "Weight vector",
    vector<ordered, finite> c "Cut-points") {
  real eta = x * beta;
  real total = 0;
  for (i in 1 : size(y)) {
    total += ordered_logistic_term(y[i], eta, c);
  }
  return total;
}

real ordered_logistic_glm_lpmf(
    array[] int y "Vector of dependent variables" |
    matrix<finite> x "Matrix of independent variables", vector<finite> beta "Weight vector",
    vector<ordered, finite> c "Cut-points") {
  if (rows(x) != size(y)) {
    fatal_error("ordered_logistic_glm_lpmf: Rows of matrix of independent variables (", rows(x),
           ") and size of dependent variables (", size(y), ") must match in size");
  }
  vector[rows(x)] eta = x * beta;
  real total = 0;
  for (i in 1 : rows(x)) {
    total += ordered_logistic_term(y[i], eta[i], c);
  }
  return total;
}
