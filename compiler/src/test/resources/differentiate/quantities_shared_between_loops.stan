// Invariants used in several loops, changed between.
parameters { real mu; real<lower=0> s; vector[4] p; }
model {
  real is = 1 / s;
  for (i in 1:4) target += -0.5 * square((p[i] - mu) * is) - log(s);
  is *= 2;
  for (i in 2:4) target += -0.5 * square((p[i] - p[i - 1]) * is);
  is = mu;
  for (i in 1:4) { real z = p[i] * is; target += -z * z; }
}
