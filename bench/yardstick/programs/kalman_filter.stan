// A local linear trend with its states integrated out.
data {
  int<lower=1> T;
  vector[T] y;
}
parameters {
  vector<lower=0>[2] s;
  real<lower=0> sigma;
}
model {
  matrix[2, 2] F = [[1, 1], [0, 1]];
  matrix[2, 2] Q = diag_matrix(square(s));
  vector[2] m = rep_vector(0, 2);
  matrix[2, 2] P = diag_matrix(rep_vector(10, 2));
  s ~ normal(0, 1);
  sigma ~ normal(0, 1);
  for (t in 1 : T) {
    m = F * m;
    P = quad_form_sym(P, F') + Q;
    real v = P[1, 1] + square(sigma);
    vector[2] gain = P[ : , 1] / v;
    y[t] ~ normal(m[1], sqrt(v));
    m += gain * (y[t] - m[1]);
    P = 0.5 * (P + P') - gain * P[1];
  }
}
