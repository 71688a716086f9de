// Terms of elements without derivatives, written again between the statements that use them.
parameters {
  vector[3] p;
}
model {
  for (n in 1 : 2) {
    vector[2] x;
    x[1] = 0.5 * n;
    x[2] = 2;
    target += p[1] * (x[1] + 1);
    x[1] = 5;
    target += p[1] * (x[1] + 1);
    for (i in 1 : 2) {
      target += p[1] * exp(0.1 * x[i] + 1) * p[2];
      x[i] *= 2;
      target += p[1] * exp(0.1 * x[i] + 1) * p[3];
    }
    array[2] int k;
    k[1] = n;
    target += p[2 * k[1] - n] * 0.5;
    k[1] = 2;
    target += square(p[2 * k[1] - n]);
  }
}
