// Two scalars that swap and mix.
parameters { real a; real b; }
model {
  real x = a;
  real y = b;
  for (t in 1:7) {
    real z = x;
    x = y * 0.9 + a * z;
    y = sin(z) - b * x;
    target += -0.1 * x * y;
  }
  target += -x * x - y * y;
}
