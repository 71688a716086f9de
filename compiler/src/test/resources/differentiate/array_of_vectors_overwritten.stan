// Rows of an array of vectors, set whole and by elements.
parameters { vector[3] p; }
model {
  array[4] vector[3] a;
  a[1] = p;
  for (t in 2:4) {
    a[t] = a[t - 1] .* p + 0.1;
    a[t][2] = a[t][1] * a[t - 1][3];
    a[t, 3] *= 2;
  }
  for (t in 1:4) target += -dot_self(a[t]) * t;
}
