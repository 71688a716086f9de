// All constraining transforms, all used.
parameters {
  real<lower=-1> a; real<upper=2> b; real<lower=a, upper=b + 4> c; real<offset=a, multiplier=exp(b)> d;
  simplex[3] e; unit_vector[3] f; ordered[3] g; positive_ordered[2] h;
  corr_matrix[3] i; cov_matrix[2] j; cholesky_factor_cov[3, 2] k; cholesky_factor_corr[3] l;
  vector<lower=0, upper=[1, 2]'>[2] m; sum_to_zero_vector[3] n;
}
model {
  target += -a * a - b * b - c * c - d * d + log(e[1]) - e[2] + f[1] * f[2] - dot_self(g) - sum(h);
  target += -sum(i) - sum(j .* j) - sum(k) - dot_self(to_vector(k)) - l[3, 2] - m[1] * m[2] - n[1] * n[2];
  target += -dot_self(f) - log(h[2]);
}
