// Truncation on both sides, below only, above only, with constant and variable limits.
 // c541
data {
  int<lower=1> N;
  array[N] /*c542*/  real<lower= // c543
0, upper=3> y; // c544

  int /*c545*/ <lower=1> M;
  array[M // c546
] int<lower // c547
=1> k;
  int<lower=1> Q; /* c548
  x
    y */ 
  array[Q]  // c549
real<lower=0, upper=3> w;
}
transformed data {
  real U  /*c550*/ = 3;
}
parameters {
  real<lower=-4, upper=4> mu;
  real<lower=0> sigma;
  real<lower=0> lambda;
  real<lower=0, upper=10> rate;
  real<lower=0.5> z;
}
model {
  mu ~  /*c551*/ normal /*c552*/ (0, 2) T[-4, 4];
  sigma ~ normal(0, 1) T[0, ];
  lambda  /*c553*/ ~ gamma(2, 1);
   /*c554*/ rate ~ student_t(4, 0, 1) T[0, 10];
  z ~ normal(mu, sigma) T[0.5, ];
  for ( /*c555*/ n in 1:

// c556
N) {
    y[n] ~ normal(mu, sigma) T[0, U];
  }
  for (m in 1:M) {
    k[m]
 ~ poisson(lambda) T[1, ];
  }
  for (q in 1:Q) {
    w[q] ~ /*c558*/  exponential( /*c559*/ rate) T[, U];
  

// c560
}
}
