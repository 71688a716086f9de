// A while loop with continue; its counter moves before.
parameters { vector[6] p; }
model {
  real s = 1;
  int i = 0;
  while (i < 6) {
    i += 1;
    if (p[i] < 0) { s *= 1.1; continue; }
    s = s * cos(p[i]) + p[1];
  }
  target += -s * s;
}
