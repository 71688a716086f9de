// Transformed parameters of all kinds, set in loops, then read.
parameters { vector[3] p; simplex[3] s; cholesky_factor_corr[3] L; ordered[2] o; }
transformed parameters {
  vector[3] a = p;
  array[3] real b;
  matrix[3, 3] m;
  for (i in 1:3) { a[i] = a[i] * s[i]; b[i] = a[1] + p[i]; m[i] = a' * b[i]; }
  m = L * m;
}
model {
  a ~ normal(b, 1);
  to_vector(m) ~ normal(o[1], 2);
  o ~ normal(0, 1);
  L ~ lkj_corr_cholesky(2);
  s ~ dirichlet(a .* a + 0.5);
}
