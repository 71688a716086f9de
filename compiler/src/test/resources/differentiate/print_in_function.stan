// Printing in functions that are run again for derivatives.
functions {
  real f(real x) { if (x > 100) print("x = ", x); return x * sin(x); }
  real r(real x, int n) { if (x > 100) print(x); if (n == 0) return x; return r(x * 0.7 + f(x), n - 1); }
}
parameters { real x; }
model { target += -square(f(x)) - r(x, 3); }
