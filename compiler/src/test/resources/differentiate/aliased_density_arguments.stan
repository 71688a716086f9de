// The same value stands for several arguments of a density.
parameters { real x; vector[3] v; }
model {
  x ~ normal(x / 2, exp(x));
  v ~ normal(v, exp(v));
  target += normal_lpdf(x | x, 1.5);
  target += student_t_lpdf(v | exp(v[1]), v[1], exp(v[1]));
}
