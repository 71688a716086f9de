transformed data {
  array[12] int g = {1, 2, 3, 1, 2, 3, 1, 2, 1, 1, 2, 2};
  array[12] int h = {1, 2, 1, 2, 2, 2, 1, 1, 1, 2, 2, 1};
}
parameters {
  vector[3] a;
  matrix[2, 3] B;
  array[2] vector[2] c;
  vector[7] w;
}
model {
  vector[3] zero = exp(-1000 - square(a));
  real s = 0.5;
  for (n in 1:12) {
    target += exp(a[g[n]]) * sin(n);
  }
  for (n in 1:12) {
    real t = a[g[n]];
    target += log1p_exp(t) - n * inv_logit(t);
  }
  for (t in 1:4) {
    for (i in 1:2) {
      for (j in 1:3) {
        target += sin(B[i, j]) * t + exp(B[i, j] * a[1]) - t * cos(B[h[j], i]);
      }
    }
  }
  for (n in 1:4) {
    target += tanh(w[g[n]]);
  }
  for (n in 1:12) {
    if (g[n] > 5) {
      target += log(zero[g[n]]);
    }
  }
  for (m in 1:3) {
    vector[3] b = a * m;
    for (n in 1:12) {
      target += cos(b[g[n]]);
      b[1] += 0.1;
      target += sin(w[g[n]]) * b[1];
    }
  }
  for (n in 1:12) {
    s = 0.5 * s + exp(a[g[n]]) / (1 + square(w[h[n]]));
    target += sum(log1p_exp(c[h[n]])) + log_sum_exp(c[h[n]]) * s;
  }
  target += s * a[2];
}
