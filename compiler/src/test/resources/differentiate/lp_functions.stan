// Functions that add to the target, one calls another, with early return.
functions {
  void add_lp(real x) { target += -x * x; x ~ normal(0, 2); }
  real more_lp(vector v) {
    real s = 0;
    for (i in 1:num_elements(v)) {
      add_lp(v[i]);
      s += v[i];
      if (s > 1) { target += s; return s * s; }
    }
    target += -s ^ 2;
    return s;
  }
}
parameters { vector[4] p; }
model {
  real s = more_lp(p);
  target += -s * s;
  for (i in 1:2) target += -square(more_lp(p * s));
}
