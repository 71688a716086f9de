// Both arms assign, with different operations.
parameters { vector[4] p; }
model {
  for (i in 1:4) {
    real y;
    if (p[i] > 0) y = exp(p[i]) * p[1];
    else y = p[i] ^ 3 - p[2];
    target += -y * y;
  }
}
