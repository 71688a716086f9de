data {
  int<lower=1> I;
  int<lower=1> J;
  int<lower=1> N;
  int<lower=2> C;
  array[N] int<lower=1, upper=I> ii;
  array[N] int<lower=1, upper=J> jj;
  array[N] int<lower=1, upper=C> y;
}
parameters {
  vector<lower=0>[I] a;
  array[I] ordered[C - 1] b;
  vector[J] theta;
}
model {
  a ~ lognormal(0, 0.5);
  for (i in 1 : I) {
    b[i] ~ normal(0, 2);
  }
  theta ~ std_normal();
  for (n in 1 : N) {
    y[n] ~ ordered_logistic(a[ii[n]] * theta[jj[n]], b[ii[n]]);
  }
}
