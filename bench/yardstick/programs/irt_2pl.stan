data {
  int<lower=1> I;
  int<lower=1> J;
  int<lower=1> N;
  array[N] int<lower=1, upper=I> ii;
  array[N] int<lower=1, upper=J> jj;
  array[N] int<lower=0, upper=1> y;
}
parameters {
  vector<lower=0>[I] a;
  vector[I] b;
  vector[J] theta;
}
model {
  a ~ lognormal(0, 0.5);
  b ~ normal(0, 1);
  theta ~ std_normal();
  for (n in 1 : N) {
    y[n] ~ bernoulli_logit(a[ii[n]] * (theta[jj[n]] - b[ii[n]]));
  }
}
