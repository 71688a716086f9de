// A matrix filled by columns in a loop from products with itself.
parameters { vector[3] p; }
model {
  matrix[3, 4] m;
  m[:, 1] = p;
  for (t in 2:4) {
    m[:, t] = m[:, t - 1] .* p;
    m[1:2, t] = m[1:2, t - 1] + m[2:3, t];
  }
  target += -sum(square(m)) + sum(m[2, 2:4]);
}
