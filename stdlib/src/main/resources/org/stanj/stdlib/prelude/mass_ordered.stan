// Mass functions of ordered categories.

/// Log mass of category y of K on the logit scale, cutpoints c. Internal.
real ordered_logistic_term(int y, real eta, vector c) {
  int K = num_elements(c) + 1;
  if (y < 1 || y > K) {
    reject("ordered_logistic: Random variable is ", y, ", but must be in the interval [1, ", K, "]");
  }
  if (K == 1) {
    return 0;
  }
  real low = c[max(y - 1, 1)];
  real high = c[min(y, K - 1)];
  // e^-700 is nothing beside 1: so terms vanish that are not there in the first and last category.
  real down = y == 1 ? -700 : low - eta;
  real up = y == K ? -700 : eta - high;
  real gap = y == 1 || y == K ? -700 : low - high;
  return log1m_exp(gap) - log1p_exp(down) - log1p_exp(up);
}

/// Log mass of an ordered category: log P(c[y - 1] < eta + ε ≤ c[y]) with logistic ε.
@says ordered_logistic
real ordered_logistic_lpmf(
    int y "Random variable" |
    real<finite> eta "Location parameter", vector<ordered, finite> c "Cut-points") {
  return ordered_logistic_term(y, eta, c);
}

@says ordered_logistic
real ordered_logistic_lpmf(
    array[] int y "Random variable" |
    vector<finite> eta "Location parameter", vector<ordered, finite> c "Cut-points") {
  if (size(y) != num_elements(eta)) {
    fatal_error("ordered_logistic: Length of location variables  (", num_elements(eta),
           ") and Integers (", size(y), ") must match in size");
  }
  real total = 0;
  for (i in 1 : size(y)) {
    total += ordered_logistic_term(y[i], eta[i], c);
  }
  return total;
}

@says ordered_logistic
real ordered_logistic_lpmf(array[] int y | vector eta, array[] vector c) {
  if (num_elements(eta) != size(c)) {
    fatal_error("ordered_logistic: Length of location variables  (", num_elements(eta),
           ") and Number of cutpoint vectors  (", size(c), ") must match in size");
  }
  real total = 0;
  for (i in 1 : size(y)) {
    total += ordered_logistic_lpmf(y[i] | eta[i], c[i]);
  }
  return total;
}

/// Log mass of category y of K on the probit scale, cutpoints c. Internal.
real ordered_probit_term(int y, real eta, vector c) {
  int K = num_elements(c) + 1;
  if (y < 1 || y > K) {
    reject("ordered_probit: Random variable is ", y, ", but must be in the interval [1, ", K, "]");
  }
  if (K == 1) {
    return 0;
  }
  if (y == 1) {
    return log_Phi(c[1] - eta);
  }
  if (y == K) {
    return log_Phi(eta - c[K - 1]);
  }
  if (c[y - 1] > eta) {
    return log_diff_exp(log_Phi(eta - c[y - 1]), log_Phi(eta - c[y]));
  }
  return log_diff_exp(log_Phi(c[y] - eta), log_Phi(c[y - 1] - eta));
}

/// Log mass of an ordered category: log P(c[y - 1] < eta + ε ≤ c[y]) with standard normal ε.
@says ordered_probit
real ordered_probit_lpmf(
    int y "Random variable" |
    real<finite> eta "Location parameter", vector<ordered, finite> c "Cut-points") {
  return ordered_probit_term(y, eta, c);
}

@says ordered_probit
real ordered_probit_lpmf(
    array[] int y "Random variable" |
    real<finite> eta "Location parameter", vector<ordered, finite> c "Cut-points") {
  real total = 0;
  for (i in 1 : size(y)) {
    total += ordered_probit_term(y[i], eta, c);
  }
  return total;
}

@says ordered_probit
real ordered_probit_lpmf(
    array[] int y "Random variable" |
    vector<finite> eta "Location parameter", vector<ordered, finite> c "Cut-points") {
  if (size(y) != num_elements(eta)) {
    fatal_error("ordered_probit: Length of location variables  (", num_elements(eta), ") and Integers (",
           size(y), ") must match in size");
  }
  real total = 0;
  for (i in 1 : size(y)) {
    total += ordered_probit_term(y[i], eta[i], c);
  }
  return total;
}

@says ordered_probit
real ordered_probit_lpmf(array[] int y | vector eta, array[] vector c) {
  if (num_elements(eta) != size(c)) {
    fatal_error("ordered_probit: Length of location variables  (", num_elements(eta),
           ") and Number of cutpoint vectors  (", size(c), ") must match in size");
  }
  real total = 0;
  for (i in 1 : size(y)) {
    total += ordered_probit_lpmf(y[i] | eta[i], c[i]);
  }
  return total;
}

@says ordered_probit
real ordered_probit_lpmf(array[] int y | real eta, array[] vector c) {
  if (1 != size(c)) {
    fatal_error("ordered_probit: Length of location variables  (1) and Number of cutpoint vectors  (",
           size(c), ") must match in size");
  }
  return ordered_probit_lpmf(y | eta, c[1]);
}
