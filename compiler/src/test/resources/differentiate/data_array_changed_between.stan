// A passive array is changed between two reads of the same element.
parameters { vector[3] p; }
model {
  array[2] real w = {2, 3};
  array[2] int k = {1, 2};
  target += -p[1] * (w[1] * 2);
  w[1] = 5;
  target += -square(p[1]) * (w[1] * 2);
  target += p[k[1] + 1] * 3;
  k[1] = 2;
  target += -square(p[k[1] + 1]);
}
