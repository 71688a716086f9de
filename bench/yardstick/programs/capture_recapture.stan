// Survival and detection from histories of recapture.
data {
  int<lower=2> T;
  int<lower=0> N;
  array[N] int<lower=0, upper=T> first;
  array[N] int<lower=0, upper=T> last;
  array[N, T] int<lower=0, upper=1> y;
}
parameters {
  vector<lower=0, upper=1>[T - 1] phi;
  vector<lower=0, upper=1>[T] p;
}
model {
  vector[T] never;
  phi ~ beta(2, 2);
  p ~ beta(2, 2);
  never[T] = 1;
  for (i in 1 : T - 1) {
    int t = T - i;
    never[t] = 1 - phi[t] + phi[t] * (1 - p[t + 1]) * never[t + 1];
  }
  for (n in 1 : N) {
    for (t in first[n] + 1 : last[n]) {
      target += log(phi[t - 1]) + bernoulli_lpmf(y[n, t] | p[t]);
    }
    target += log(never[last[n]]);
  }
}
