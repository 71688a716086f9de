// A scalar that only one of the arms sets, because the other rejects.
parameters { vector[3] p; }
model {
  for (i in 1:3) {
    real y;
    if (p[i] < 100) y = p[i] ^ 2; else reject("large");
    for (j in 1:2) { y = y * p[j]; }
    target += -square(y);
  }
}
