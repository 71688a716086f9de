// Multi-indexes on the left side, with repeats on the right.
parameters { vector[5] p; }
model {
  array[3] int i = {4, 1, 5};
  array[4] int j = {2, 2, 3, 2};
  vector[5] v = rep_vector(0.5, 5);
  v[i] = p[{1, 1, 3}];
  v[2:3] = v[i[1:2]] .* p[2:3];
  v[i] += p[i] .* v[{1, 2, 3}];
  target += -sum(square(v[j])) - v[5];
  matrix[3, 3] m = v[1:3] * v[3:5]';
  m[{3, 1}, 2] = v[4:5];
  m[2:, {1, 3}] = m[:2, {3, 1}] * p[1];
  m[2] = m[1] + m[3];
  target += -sum(m .* m);
}
