// A check that rejects, in loops and functions, before and after uses.
functions {
  real safe(real x) { if (is_nan(x)) reject("nan"); real y = x * x; if (y < 0) { reject("negative ", y); } return y; }
}
parameters { vector[3] p; }
model {
  for (i in 1:3) {
    real y = safe(p[i]);
    if (y > 1e10) { reject("large"); } else { y += p[1]; }
    target += -safe(y);
  }
}
