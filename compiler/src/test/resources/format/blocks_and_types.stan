functions {
  real foo(real aaaaaaaaaaaaaaaaaaaaaaa, real bbbbbbbbbbbbbbbbbbbbbbbbbbbbb, array[] real cccccccccccccc, vector ddddddddddd) {
    return aaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccc[1] - ddddddddddd[1] + ddddddddddd[2];
  }
  void bar(real x) { print(x); return; }
  real fwd(real x);
  real fwd(real x) { return x; }
  void baz_lp(data real x, array[,,] vector y, data array[] int aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) {
    if (x > 1) { print(x);} else if (x > 2) print(2); else { return ; }
  }
  tuple(array[] real, int, tuple(real, vector)) tf(data real x, array[] real y) {
    return (y, 1, (1, [1]')); 
  }
}
data { vector[3] xx; int<lower=0,upper=10> N; int bbbbbbbbbbbbbbbbbbbbbbbbbb; real aaaaaaaaaaaaaaaaaaaaaaaaaaaa; real cccccccccccccccccccccccccccccccccccccccc;
int MMMMMMMMMM; int bbbbbbbbbbbbbbbbbbbbbbbbbbaaaa; int NNNNNNNNNN;
array[N,N,N,N,N,N] vector<lower=aaaaaaaaaaaaaaaaaaaaaaaaaaaa+bbbbbbbbbbbbbbbbbbbbbbbbbb,upper=cccccccccccccccccccccccccccccccccccccccc>[NNNNNNNNNN+MMMMMMMMMM] x6;
 cholesky_factor_cov[N,N] L; int a; int b; array[3] tuple(array[2] real, simplex[3]) tt; matrix<offset=1, multiplier=2>[N,N] M;
 array[3] real y; matrix[3,4] z;  real c; real d;
}
model {
 vector[3] x; real xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; real e;  array[2] real ddddddddddddddd; row_vector[3] rv; array[3] real arrrrrrrrrrrrrr; array[2,3,2] real a3;
  for (i in 1:N) x ~ normal(aaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbb + cccccccccccccccccccccccccccccccccccccccc);
  while (1) { print("aaaaaa", x, "asdfasdfasdfasdfasdfasdfasdfasdfasdf", aaaaaaaaaaaaaaaaaaaaaaaaaaaa, cccccccccccccccccccccccccccccccccccccccc); }
  target += normal_lpdf(aaaaaaaaaaaaaaaaaaaaaaaaaaaa | bbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccccccccccccccccccccccc);
  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx = bbbbbbbbbbbbbbbbbbbbbbbbbbaaaa ? bbbbbbbbbbbbbbbbbbbbbbbbbb : cccccccccccccccccccccccccccccccccccccccc;
  arrrrrrrrrrrrrr = {aaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccccccccccccccccccccccc};
  x = [aaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccccccccccccccccccccccc]';
  tuple(real, real, real) ttt= (aaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccccccccccccccccccccccc);
  a3[bbbbbbbbbbbbbbbbbbbbbbbbbb*bbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbb,  bbbbbbbbbbbbbbbbbbbbbbbbbb] += 1;
  if (bbbbbbbbbbbbbbbbbbbbbbbbbb && bbbbbbbbbbbbbbbbbbbbbbbbbb || bbbbbbbbbbbbbbbbbbbbbbbbbb || 1) e = 1; 
  real caaaaaaaaaaaaaaaaaaaaaa = 1, cbbbbbbbbbbbbbbbbbbbbbbbbbb = 2, ccccccccccccccccccccccc = 3;
  real aaaaaaaaaaaaaaaaaaaaaaab = caaaaaaaaaaaaaaaaaaaaaa + cbbbbbbbbbbbbbbbbbbbbbbbbbb + ccccccccccccccccccccccc;
  bar(bbbbbbbbbbbbbbbbbbbbbbbbbb*bbbbbbbbbbbbbbbbbbbbbbbbbb*bbbbbbbbbbbbbbbbbbbbbbbbbb+ foo(aaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbb, y, x));
  e ~ normal(0,1) T[aaaaaaaaaaaaaaaaaaaaaaaaaaaa*aaaaaaaaaaaaaaaaaaaaaaaaaaaa,bbbbbbbbbbbbbbbbbbbbbbbbbb];
  x[:] = x[1:]; x[:2] = z[1:,2]; x[2:] = z[,3:4][2:,1];x[{1,2}]=x[1:2];
  for (i in bbbbbbbbbbbbbbbbbbbbbbbbbb*bbbbbbbbbbbbbbbbbbbbbbbbbb:bbbbbbbbbbbbbbbbbbbbbbbbbb) { x+=-a^-b;}
  profile("x") { x = (a + b) * ((x)) + (x')'; ; {} }
  for (i in y) if (a) if (b) e=1; else {e=1;} else e=1;
  e = ttt.1;
}
