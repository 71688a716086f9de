// A variable that is NaN until one arm of a branch sets it.
parameters { vector[3] p; }
model {
  for (i in 1:3) {
    real y;
    vector[2] w;
    if (p[i] > 0) { y = p[i] * p[1]; w[1] = y; w[2] = p[2]; }
    if (p[i] > 0) target += -y ^ 2 + w[1] * w[2];
  }
}
