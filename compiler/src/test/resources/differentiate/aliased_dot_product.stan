// The same container twice in one kernel.
parameters { vector[4] v; matrix[3, 3] m; }
model {
  target += dot_product(v, v) * 0.5 + sin(dot_product(v, v));
  target += -sum(m * m) - trace(m' * m);
  target += sum(columns_dot_product(m, m)) * 0.1;
  target += -sum((m + diag_matrix(rep_vector(5, 3))) \ (m + diag_matrix(rep_vector(5, 3))));
  target += distance(v, v + 1);
}
