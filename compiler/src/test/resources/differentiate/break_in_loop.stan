// The sum stops at a place that depends on the parameters.
parameters { vector[6] p; }
model {
  real s = 0;
  for (i in 1:6) {
    s += square(p[i]) * (1 + s);
    if (s > 1.5) break;
    s = s * 1.1 + p[1];
  }
  target += -s;
}
