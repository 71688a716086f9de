// _lpdf, _lpmf, _lcdf, _lccdf, _rng, _lp, overloading, data-only arguments, void.
functions {
  real tri_lpdf(real y, real a, // c690
 real b) { // c691

    if (y  /*c692*/ < a || y > b) {
       // c693
return negative_infinity();
    }
    real mid = 0.5 * (a +

// c694
 b);
    return y < mid ? log(4 * (y  /*c695*/ -

// c696
 a)) - 2 /*c697*/  * log(b - a) : log(4 * (b - y)) - 2 * log(b - a);
  }
  real tri_lcdf(real y, real a, real b) {
    real /*c698*/  mid = 0.5 * (a + b) // c699
;
    return y < mid  /*c700*/ ? log(2) /*c701*/ /*d701*/  + 2 * log((y - a) / (b - a)) /*c702*/   /*c703*/ : 

log1m(2 * square(( // c705
b - y) / (b - a))); // c706

  }
  real tri_lccdf(real 

// c707
y, real a, /*c708*/  real b) {
    return log1m_exp( // c709
tri_lcdf(y | a, b));
  }
  real tri_rng(real a, real b) {
    return /*c710*/  a + 0.5 * (b - a) * (uniform_rng(0, 1) + uniform_rng /*c711*/ (0, 1));
  }
  real  /* c712
  x
    y */ geom_lpmf(int k, real p) {
    return log(p) + k * log1m(p /*c713*/ );
  
}
  real /*c715*/  geom_lpmf(array[] /*c716*/  int k, real p) {
     /*c717*/ real lp = 0;
    for

  /*c719*/ /*d719*/ (i in k) {
      lp += geom_lpmf(i | p);
    }
    return lp;
  }
  void centre_prior_lp(real // c720
 m, real s) {
    target += normal_lpdf(m | 0, s);
    m ~ normal /*c721*/ (0, 2 * s);
  }
  real add_lp(real m) {
    target += -0.5 * square(m);
    return target();
  }
  real size_of(real x) {
    return 1;
  }

// c722

  real  /*c723*/ size_of(vector x /*c724*/ ) {
    return rows(x // c725
); /*c726*/ 
  }
  real size_of(array[] real x) /*c727*/  {
    return 100 + size(x)

// c728
;
   /*c729*/ }
  real size_of(int /*c730*/  x) {
    return 0.5;
  }
  real scaled(real x, data real k // c731
) {
    return k * x;
  }
  vector twice(vector x) {
    return /*c732*/  2 * x;
  }
  real twice(real x) {
    return 2 * x;
  }

// c733

}
data {
  int<lower=1> N;
   // c734
array[N /* c735
  x
    y */ ] int<lower=0> k;
  array[3] real<lower=0, upper=2> obs /*c736*/ ;
  real<lower=0, upper=2> cens;
}
parameters {
  real<lower=0, upper=1> p;
  real<lower=-0.2, /*c737*/ /*d737*/  upper=0> a;
  real<lower=2, upper=3>

// c738
 b;
  real m;
}
transformed parameters {
  real d  /*c739*/ = twice(m) -  /*c740*/ /*d740*/ scaled // c741
(m, 0.5);
}
model {
  k ~  /*c742*/ geom(p);
   // c743
for (o in obs) { // c744

    o  // c745
~ tri(a, b); /*c746*/ 
  }
  obs[1]  // c747
~ tri(a, b) T[0.1, 1.9];
  target += tri_lccdf // c748
( /*c749*/ /*d749*/ cens | a, b); /*c750*/ 
  target += 

tri_lupdf(0.7 | a, b); // c752

  centre_prior_lp(

m, 1.5);
  real so_far = add_lp(m);
  target += -0.001 * so_far;
}
generated quantities {
  real draw = tri_rng( // c754
a, b

);
  array // c756
[4] real /*c757*/  sizes = {size_of(1.0), size_of([1, 2, 3]'), size_of({1.0, 2.0}), size_of(7)};
  vector[2] tw = twice([1, p]');
  real // c758
 upto = tri_lcdf(1 | a, b);
}
