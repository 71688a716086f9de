// A while loop in a while loop in a for loop.
parameters { vector[3] p; }
model {
  real s = 1;
  for (k in 1:3) {
    int i = 0;
    real y = p[k];
    while (i < k) {
      int j = 0;
      i += 1;
      while (j < i) { j += 1; y = sin(y) * s + p[j]; if (y > 1.2) break; }
      s = s * 0.5 + y * y;
    }
    target += -s * y;
  }
}
