// Logistic regressions of groups, each a job; groups far from the mean reject.
functions {
  vector group_terms(vector phi, vector theta, data array[] real x, data array[] int y) {
    real eta = phi[1] + phi[2] * theta[1];
    if (abs(theta[1]) > 4) {
      reject("group is too far out: ", theta[1]);
    }
    return [bernoulli_logit_lpmf(y | eta + theta[2] * to_vector(x)), eta]';
  }
}
data {
  int J;
  int M;
  array[J, M] real x;
  array[J, M] int y;
}
parameters {
  vector[2] phi;
  array[J] vector[2] theta;
}
transformed parameters {
  vector[2 * J] found = map_rect(group_terms, phi, theta, x, y);
}
model {
  phi ~ normal(0, 1);
  for (j in 1 : J) {
    theta[j] ~ normal(0, 1);
    target += found[2 * j - 1];
  }
}
generated quantities {
  vector[2 * J] again = map_rect(group_terms, phi, theta, x, y);
}
