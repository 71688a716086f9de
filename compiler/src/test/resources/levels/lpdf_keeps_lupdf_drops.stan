// The same density by its three names, some of data only.
data { int N; array[N] real y; }
parameters { real mu; real<lower=0> s; }
model {
  target += normal_lpdf(y | mu, s);
  target += normal_lupdf(y | mu, s);
  target += normal_lpdf(y | 0, 1);
  target += normal_lupdf(y | 0, 1);
  target += normal_lupdf(y | 0, s);
  target += 0.5 * normal_lupdf(mu | 0, 1) + gamma_lupdf(s | 2, 3);
  target += beta_lupdf(inv_logit(mu) | 2, s);
}
