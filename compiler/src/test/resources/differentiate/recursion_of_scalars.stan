// Recursive functions of active scalars, one and two calls in the body.
functions {
  real power(real x, int n);
  real power(real x, int n) { if (n == 0) return 1; return x * power(x, n - 1); }
  real fib(real a, real b, int n);
  real fib(real a, real b, int n) {
    if (n == 0) return a;
    if (n == 1) return b;
    return fib(a, b, n - 1) * 0.5 + sin(fib(b, a, n - 2));
  }
  real odd(real x, int n);
  real even(real x, int n) { if (n == 0) return x; return odd(x * x, n - 1); }
  real odd(real x, int n) { if (n == 0) return -x; return even(sin(x), n - 1); }
}
parameters { real a; real b; }
model {
  target += -power(a, 4);
  target += fib(a, b, 5) + fib(b, b, 3) - power(b, 2);
  for (i in 0:3) target += even(a, i) * odd(b, i);
}
