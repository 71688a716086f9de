// _lpdf, _lpmf, _lcdf, _lccdf, _rng, _lp, overloading, data-only arguments, void.
functions  // c616
{

  real tri_lpdf(real /*c618*/  y
, real a, real b) { // c620

    if ( // c621
y /* c622
  x
    y */  < a /*c623*/  || y > b)
 {
      return negative_infinity();
    }
    real mid = 0.5 * ( /* c625
  x
    y */ a + b);
    return y <
 mid ? log(4 * (y - a)) - 2 * log(b - a) : log(4 * (b - y)) - 2 * log(b - a) /*c627*/ ;
  }
   /*c628*/ real tri_lcdf /*c629*/ (real  // c630
y, real a, real b) {
    real mid  /*c631*/ = 0.5 * (a + b);
    return y < mid ? log(2
) + 2 *  // c633
log((y - a) / (b - a // c634
)) : log1m(2  /*c635*/ * square((b - y)  // c636
/ (b - // c637
 a)))

// c638
;
  }
  real tri_lccdf(real  // c639
y, real  /*c640*/ a, real b) {
    
return  // c642
log1m_exp(tri_lcdf(y | a, b));
  }
  real tri_rng(real a, real b // c643
) 

{
    return a +  // c645
0.5 * (b - a) * (uniform_rng
(0, 1) /*c647*/  + uniform_rng

// c648
(0, // c649
 1));
  }
  real geom_lpmf(int k // c650
, real p) {
    return log(p) /*c651*/  + k * log1m(p);
  }
  real geom_lpmf(array[] int k, real p) {
    real lp // c652
 = 0;
    for (i  // c653
in // c654
 k) {
      lp += geom_lpmf(i | p); /*c655*/ 
    }
    return lp;
  }
  void centre_prior_lp(real m,

 real s) {
    target += /* c657
  x
    y */  normal_lpdf(m /* c658
  x
    y */  | 0, s /*c659*/ );
    m  /*c660*/ ~ normal(0, /*c661*/  2 * s);
  }
  real add_lp(real m) {
    target += -0.5  // c662
* square(m);
    return target() // c663
;
  }
  real size_of(real x) {
    return 

// c664
1;
  }
  real size_of(vector x) {
    return rows(x);
  }
  real size_of(array[] real x) {
    return 100 + size(x /* c665
  x
    y */ );
  }
  real size_of(int x) {
    return 0.5;
  }
  real scaled(real  /*c666*/ x, data real k) {
    return k * x;
  }
  vector twice(vector x) {
     // c667
return 2 * x;
   // c668
}
  real
 twice(real x) {
    return 2 * x /*c670*/ ;
  }
}
data { /* c671
  x
    y */ 
  int<lower=1> N;
  array[N] int<lower=0> k;
  array[3] real<lower=0, upper=2> obs;
  real<lower=0, upper=2> cens;
}
parameters {
  real<lower=0, upper=1> p;
  real<lower=-0.2, upper /*c672*/ =0> a;
  real<lower= /*c673*/ 2, upper=3> b;
  real m;
}
transformed parameters {
  real 

// c674
d = twice(m) - scaled(m, 0.5);
}
model {
  k ~ geom /*c675*/ (p);
  for (o in obs) {
    o ~ tri( /*c676*/ a, b);
  }
  obs[1] ~ tri(a, b) T[0.1,  /*c677*/ 1.9];
  target += tri_lccdf(cens | a /*c678*/ , b);
  target += tri_lupdf(0.7 | a, b);
  centre_prior_lp(m, 1.5) /*c679*/ ; /* c680
  x
    y */ 
  real so_far = add_lp(m);
  

// c681
target += -0.001 * so_far;
}
generated quantities {
  real draw = tri_rng(a, b);
  array[4] real sizes // c682
  /*c683*/ /*d683*/ = {size_of(1.0),  /*c684*/ size_of([1, 2, // c685
 3]'), // c686
 size_of({1.0, 2.0 /*c687*/ }), size_of(7)};
  vector[2] tw = twice([1, p

// c688
]');
  real upto = tri_lcdf /*c689*/ (1 | a, b);
}
