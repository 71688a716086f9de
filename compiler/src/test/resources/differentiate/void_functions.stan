// Functions without value that check or add, and return early.
functions {
  void check(real x) { if (x < 1e6) return; reject("large"); }
  void add_lp(vector v) { for (x in v) { if (x > 0.5) { target += -x; return; } target += -x * x; } target += sum(v); }
}
parameters { vector[3] p; }
model {
  check(p[1]);
  add_lp(p);
  for (i in 1:3) add_lp(p[i] * p);
}
