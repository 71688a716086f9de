// Variables declared in several loops and in nested ones.
parameters { vector[3] p; }
model {
  real y = 1;
  for (i in 1:3) { real t = p[i] * y; y = y + t * t; for (j in 1:i) { real u = t * p[j]; y -= sin(u); t = u; } y += t; }
  for (i in 1:3) { real t = p[i] / (1 + y * y); y = t * y; }
  target += -y * y;
}
