// The only return stands in one arm; the other arm rejects.
functions {
  real root(real x) {
    if (x > -10) { return sqrt(x + 10); }
    else { reject("negative"); }
  }
  real inner(real x) {
    for (i in 1:3) { if (x < i * 10) { return x ^ i; } }
    reject("large");
  }
}
parameters { vector[4] p; }
model {
  for (i in 1:4) target += -root(p[i]) * inner(p[i]);
  target += root(p[1] * p[2]);
}
