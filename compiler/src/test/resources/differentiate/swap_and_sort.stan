// A sort by exchanges: elements move depending on their values.
parameters { vector[4] p; }
model {
  vector[4] v = p;
  for (i in 1:3) for (j in 1:4 - i) if (v[j] > v[j + 1]) { real t = v[j]; v[j] = v[j + 1]; v[j + 1] = t; }
  for (i in 1:4) target += -square(v[i]) * i;
  array[2] vector[4] a = {v, p};
  a[{1, 2}] = a[{2, 1}];
  target += -dot_product(a[1], a[2]);
}
