// Leaves from a while loop, or falls out of it.
functions {
  real newton(real x, real y) {
    real z = x;
    while (1) {
      real step = (z * z * z + z - y) / (3 * z * z + 1);
      z -= step;
      if (abs(step) < 1e-9) return z;
    }
    return z;
  }
}
parameters { real x; real y; }
model { target += -newton(1.0, y) * x + newton(y, exp(x)) - x * x; }
