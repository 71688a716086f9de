// A passive element is changed between two uses of the same expression, in one list of statements.
parameters { vector[3] p; }
model {
  array[2] real w = {2, 3};
  array[2] int k = {1, 2};
  real y;
  real z;
  y = p[1] * (w[1] * 2) + p[k[1] + 1];
  w[1] = 5;
  k[1] = 2;
  z = p[1] * (w[1] * 2) + p[k[1] + 1];
  y = y * z;
  target += -y * y - z;
}
