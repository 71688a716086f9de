// Containers without elements in sums, products and functions.
parameters { vector[0] none; vector[2] p; matrix[0, 3] m; }
model {
  vector[0] v = none;
  target += sum(v) + dot_self(none) - dot_self(p);
  target += sum(m' * v);
  none ~ normal(p[1], 1);
  for (i in 1:0) target += p[i];
  target += p[1] * sum(append_row(none, p));
  vector[2] w = append_row(p[1:0], p);
  w[1:0] = none;
  target += -dot_self(w);
}
