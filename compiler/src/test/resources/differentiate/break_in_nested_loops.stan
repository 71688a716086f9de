// A break of the inner loop, then work in the outer one.
parameters { vector[4] p; }
model {
  real s = p[1];
  for (i in 1:4) {
    for (j in 1:4) {
      s = s * 0.9 + p[i] * p[j];
      if (s > 0.5) { s -= 0.3 * p[j]; break; }
      s += 0.1 * s * s;
    }
    s = sin(s) + p[i];
  }
  target += -s * s;
}
