// Both jumps in one loop, between active statements.
parameters { vector[8] p; }
model {
  real s = 0;
  real u = 1;
  for (i in 1:8) {
    if (p[i] < -0.5) continue;
    u = u * p[i] + 0.5;
    if (u > 2) { s += u; break; }
    s += u * u;
    if (p[i] > 1) { u = 0.1 * s; continue; }
    u = u + s * 0.01;
  }
  target += -s - u * u;
}
