// An array overwritten element by element, some elements twice, then read.
parameters { vector[5] p; }
model {
  array[5] real a;
  for (i in 1:5) a[i] = sin(p[i]);
  a[3] = a[2] * a[4];
  for (i in 2:5) a[i] = a[i] * a[i - 1] + p[i];
  a[1] = exp(a[5]);
  target += -a[1] - square(a[2]) * a[3] + a[4] * a[5];
}
