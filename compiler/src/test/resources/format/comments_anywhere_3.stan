// _lpdf, _lpmf, _lcdf, _lccdf, _rng, _lp, overloading, data-only arguments, void.
functions {
  real tri_lpdf(real y, real a, real  // c561
b) {
    if // c562
  // c563
(y < a  /*c564*/ || y > b /*c565*/ ) {
      return negative_infinity();
    }
    real mid = 0.5 * (a + b);
    return y < mid ? log(4 * (y - a)) - 

2 * log(b - a) : log(4 * (b - y)) - 2 * log(b - a);
  }
  real tri_lcdf(real
 y, real a, real b) {
    real mid = 0.5

 * /*c569*/  (a + /* c570
  x
    y */  b);
    return y < mid ? log(2) // c571
  /*c572*/ + 2 * log((y - a)  /* c573
  x
    y */ / (b - a)) : log1m(2 * square((b - y) / (b - a)));
  }
  real tri_lccdf(real y, real a, real b) {
    return log1m_exp(tri_lcdf(y | a, b));
  }
  real tri_rng(real a, real b) {
    return 

// c574
a + 0.5 * (b - a) * (uniform_rng( // c575
0, 1) + uniform_rng(0,  // c576
1 // c577
));
  }
  real geom_lpmf(int k, real p) {
    return log(p) + k *

// c578
 log1m(p);
  }
  real geom_lpmf /*c579*/ (array[] int k, real p) {
    real /*c580*/  lp = 0 /* c581
  x
    y */ ;
    for (i in k) {
      lp += geom_lpmf(i | p);
    }
    return lp;
  }
  void centre_prior_lp( // c582
real m, real s) {
    target += normal_lpdf(m | 0, s // c583
);
    

m ~ normal /*c585*/ (0, 2 * s);
  }
  real // c586
 add_lp(

// c587
real m) {
    target += -0.5 * square(m);
    return // c588
 target();
  }
  real size_of(real x)  // c589
{
    return 1;
  

}
  
real size_of(vector x) {
    return rows(x);
  }
  real size_of(array[] real x) {
    return 100 + size(x);
  }
  real size_of(int x) {
    return 0.5 /*c592*/ /*d592*/ ;
  }
  real scaled(real x, data real k) {
    return k * x;
  } /*c593*/ 
  vector twice(vector x) {
    return 2 * x;
  }
  real twice(real x) {
    return 2 * x;
  }
}
data {
  int<lower=1> N;
  array[N] int<lower=0> k;


  array[3] real<lower=0, /*c595*/  upper=2> obs; // c596

  real<lower=0, 

// c597
upper=2> cens;
}
parameters {
  real<lower=0, upper=1> p;
  real<lower=-0.2, upper=0> a;
  real<lower=2, upper=3> b;
  real m;
}
transformed parameters {
  real d  // c598
= twice(m) - scaled(m, 0.5);
}
model {
  k ~ geom(p /*c599*/ );
  for (o in  // c600
obs) {
    o ~ tri(a, b);
  }
  obs[1] ~ tri

(a, b) T[0.1, 1.9];
  target += tri_lccdf(cens | a, b) /*c602*/ /*d602*/ ;
  target += /*c603*/  tri_lupdf(0.7 | a, b);
  centre_prior_lp(m, 1.5);
  real so_far = add_lp(m);
  target += -0.001 /*c604*/  * so_far;
}
generated quantities {
  real draw 

// c605
= tri_rng(a, b);
  array[4]  // c606
real sizes = {size_of /*c607*/ (1.0), size_of([1, 2, 3]'), size_of({ // c608
1.0,  /*c609*/ 2.0}), size_of

// c610
(7 // c611
)};
  vector[
2] tw = twice([1, p

// c613
]');
  real upto = tri_lcdf(
1 | a, b) /*c615*/ ;
}
