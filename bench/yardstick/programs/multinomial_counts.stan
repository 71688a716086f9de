data {
  int<lower=0> N;
  int<lower=2> C;
  array[N, C] int<lower=0> y;
}
parameters {
  vector<lower=0>[C] concentration;
  array[N] simplex[C] p;
}
model {
  concentration ~ gamma(2, 0.5);
  for (n in 1 : N) {
    p[n] ~ dirichlet(concentration);
    y[n] ~ multinomial(p[n]);
  }
}
