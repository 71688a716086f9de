// A user's density with a loop, called in a loop, with dropped terms.
functions {
  real mix_lpdf(real y, vector m, real s) {
    vector[2] t;
    for (k in 1:2) t[k] = normal_lpdf(y | m[k], s);
    return log_sum_exp(t);
  }
  real mine_lpdf(vector y, vector m, real s) {
    real t = 0;
    for (i in 1:num_elements(y)) t += mix_lpdf(y[i] | m, s);
    return t;
  }
}
parameters { vector[2] m; real<lower=0> s; vector[3] y; }
model {
  y ~ mine(m, s);
  m ~ normal(y[1], s);
  s ~ gamma(2, 2);
}
