// Parameters that are matrices on the unconstrained scale, and bounds that are arrays.
parameters {
  row_stochastic_matrix[2, 3] r;
  column_stochastic_matrix[2, 3] c;
  sum_to_zero_matrix[3, 2] z;
  array[2] row_stochastic_matrix[2, 2] a;
  array[2] vector<lower={[0, 1]', [1, 2]'}>[2] v;
}
model {
  for (i in 1:2) for (j in 1:3) target += -square(r[i, j]) * i - c[i, j] * j - square(z[j, i]) * i;
  for (i in 1:2) target += -a[i, 1, 2] * i - a[i, 2, 1] - sum(v[i]) * i;
  for (i in 1:2) v[i] ~ normal(i, r[i, 1] + c[2, i]);
}
