// Rounds that are skipped when a parameter is negative.
parameters { vector[6] p; }
model {
  real s = 1;
  for (i in 1:6) {
    if (p[i] < 0) continue;
    s = s * p[i] + 1;
    target += -s;
  }
  target += -s * s;
}
