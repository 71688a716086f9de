// A density of the user with lupdf inside, called with data only, mixed, and by ~, lpdf and lupdf.
functions {
  real mine_lpdf(real y, real m, real s) {
    return normal_lupdf(y | m, s) + gamma_lupdf(s | 2, 1) + normal_lpdf(m | 0, 3);
  }
  real plain(real y, real m) { return normal_lpdf(y | m, 2); }
  real outer_lpdf(real y, real m) { return mine_lupdf(y | m, 1.5) + mine_lpdf(y | 1.0, m); }
}
data { int N; array[N] real y; }
parameters { real mu; real<lower=0> s; }
model {
  for (n in 1:N) y[n] ~ mine(mu, s);
  for (n in 1:N) y[n] ~ mine(mu, 2.0);
  for (n in 1:N) y[n] ~ mine(1.0, s);
  y[1] ~ mine(0.5, 2.0);
  target += mine_lpdf(y[1] | mu, s);
  target += mine_lupdf(y[2] | mu, s);
  target += mine_lpdf(y[1] | 1.0, 2.0);
  target += mine_lupdf(y[1] | 1.0, 2.0);
  target += plain(y[1], mu) + plain(y[1], 2);
  mu ~ outer(s);
  s ~ outer(2.0);
  target += outer_lupdf(y[1] | 2.0) + outer_lpdf(y[1] | 2.0);
}
