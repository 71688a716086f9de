data {
  int<lower=0> N;
  vector[N] x;
  vector<lower=0>[N] y;
}
parameters {
  vector[2] a;
  vector[2] b;
  real<lower=0> sigma;
}
model {
  a ~ normal(0, 2);
  b ~ normal(0, 2);
  sigma ~ normal(0, 1);
  for (n in 1 : N) {
    if (y[n] > 0) {
      target += bernoulli_logit_lpmf(1 | a[1] + b[1] * x[n]);
      target += lognormal_lpdf(y[n] | a[2] + b[2] * x[n], sigma);
    } else {
      target += bernoulli_logit_lpmf(0 | a[1] + b[1] * x[n]);
    }
  }
}
