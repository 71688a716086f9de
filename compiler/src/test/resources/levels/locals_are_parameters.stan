// Locals of the model block computed from data count as parameters; transformed data does not.
data { int N; array[N] real y; }
transformed data { real t = mean(y); vector[N] tv = to_vector(y); }
parameters { real mu; real<lower=0> s; }
transformed parameters { real tp = 2; vector[N] q = to_vector(y); }
model {
  real l = t;
  vector[N] lv = tv;
  y ~ normal(l, 2);
  y ~ normal(t, 2);
  lv ~ normal(0, 1);
  tv ~ normal(0, 1);
  q ~ normal(0, 1);
  y ~ normal(0, tp);
  { int k = 3; real z = k; y ~ student_t(k, 0, 1); y ~ student_t(z, 0, 1); }
  for (n in 1:N) n ~ normal(0, 1);
  mu ~ normal(0, s);
}
