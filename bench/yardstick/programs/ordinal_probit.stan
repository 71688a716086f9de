data {
  int<lower=0> N;
  int<lower=0> K;
  int<lower=2> C;
  matrix[N, K] X;
  array[N] int<lower=1, upper=C> y;
}
parameters {
  vector[K] beta;
  ordered[C - 1] cut;
}
model {
  vector[N] eta = X * beta;
  beta ~ normal(0, 1);
  cut ~ normal(0, 3);
  for (n in 1 : N) {
    vector[C] p;
    p[1] = Phi(cut[1] - eta[n]);
    for (c in 2 : C - 1) {
      p[c] = Phi(cut[c] - eta[n]) - Phi(cut[c - 1] - eta[n]);
    }
    p[C] = 1 - Phi(cut[C - 1] - eta[n]);
    y[n] ~ categorical(p);
  }
}
