// ~ inside functions that add to the target, with data and parameters.
functions {
  void add_lp(real x, real m, real s) { x ~ normal(m, s); target += normal_lpdf(x | m, s); }
  real more_lp(vector v, real s) { v ~ normal(0, s); return sum(v); }
}
data { int N; array[N] real y; }
parameters { real mu; real<lower=0> s; vector[2] v; }
model {
  add_lp(y[1], mu, s);
  add_lp(y[1], 0, 1);
  add_lp(mu, 0, 1);
  target += more_lp(v, 2) * 0.1 + more_lp(v, s);
  target += more_lp(to_vector(y), 2) * 0.1;
}
