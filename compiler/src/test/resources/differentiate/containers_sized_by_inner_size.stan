// Sizes computed in the loop, zero among them.
parameters { vector[5] p; }
model {
  int k = 0;
  real s = p[1];
  for (n in 1:5) {
    k = (k * 3 + 1) % 5;
    vector[k] v;
    for (i in 1:k) v[i] = p[i] * s;
    s = sum(v .* v) * 0.2 + p[n];
  }
  target += -s * s;
}
