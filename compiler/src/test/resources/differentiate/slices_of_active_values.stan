// Slices on both sides; ranges that overlap.
parameters { vector[6] p; matrix[3, 4] m; }
model {
  vector[6] v = p;
  v[2:4] = v[1:3];
  v[1:2] = v[5:6] .* v[3:4];
  v[:3] += 1;
  v[4:] = v[:3] * 2;
  matrix[3, 4] a = m;
  a[1:2, 2:3] = a[2:3, 1:2] * v[1];
  a[, 1] = a[, 2] .* a[, 3];
  a[3, :2] = v[5:6]';
  target += -dot_self(v) - sum(a .* a) * 0.1 + sum(block(a, 1, 2, 2, 2)) + sum(sub_col(a, 1, 2, 2));
}
