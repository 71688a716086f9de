data { int N; int m; vector[N] y; vector[N] lo; array[N] real hi; }
parameters { real a; vector[N] b; }
model {
  y ~ normal(a, 1) T[0, 3];
  y ~ normal(b, 1) T[1, ];
  y ~ normal(b, 1) T[1, 3];
  b ~ normal(a, 1) T[, 10];
  b ~ normal(lo, 1) T[-9, 4];
  if (m == 1) for (x in y) x ~ normal(0, 1);
  if (m == 2) for (x in b) x ~ normal(0, 1);
  if (m == 3) for (x in hi) x ~ normal(a, 1);
  if (m == 4) y ~ normal(b, lo) T[1, 3];
  if (m == 5) y ~ normal(1, 2);
  if (m == 6) 0.5 ~ normal(0, 1) T[1, -1];
}
