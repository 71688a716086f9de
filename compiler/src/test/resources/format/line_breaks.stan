functions { real foo(real a) { return a; } void bar(real a) { }  real foo2(real a, real b) {return a;} }
data { int N; real aaaaaaaaaaaaaaaaaaaaaaaaa; real bbbbbbbbbbbbbbbbbbbbbbbbbbbb; real cccccccccccccccccccccccccccccc; real d;
 vector<lower=aaaaaaaaaaaaaaaaaaaaaaaaa, upper=aaaaaaaaaaaaaaaaaaaaaaaaa>[N+N*N] x1; 
 vector<lower=aaaaaaaaaaaaaaaaaaaaaaaaa, upper=aaaaaaaaaaaaaaaaaaaaaaaaa>[N+N*N+2] x2; 
 matrix<lower=aaaaaaaaaaaaaaaaaaaaaaaaa, upper=aaaaaaaaaaaaaaaaaaaaaaaaa>[N+N*N+2,N] x3; 
 vector<lower=aaaaaaaaaaaaaaaaaaaaaaaaa*bbbbbbbbbbbbbbbbbbbbbbbbbbbb*aaaaaaaaaaaaaaaaaaaaaaaaa>[N+N*N+2] x4; 
 cholesky_factor_cov[N+N+N+N+N+N+N+N+N+N, N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N] x5;
 array[N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N, N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N] real x6;
 real<offset=aaaaaaaaaaaaaaaaaaaaaaaaa, multiplier=bbbbbbbbbbbbbbbbbbbbbbbbbbbb> xx7;
 real<offset=aaaaaaaaaaaaaaaaaaaaaaaaa, multiplier=bbbbbbbbbbbbbbbbbbbbbbbbbbbb*bbbbbbbbbbbbbbbbbbbbbbbbbbbb> x8;
}
model {
  real x; vector[2] v; matrix[2,2] m;
  x = foo(aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccccccccccccccccccc + d);
  x = foo2(aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccccccccccccccccccc + d, d);
  x = foo2(d, aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccccccccccccccccccc + d);
  x ~ normal(aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccccccccccccccccccc + d, d);
  bar(aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccccccccccccccccccc + d);
  target += (aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccccccccccccccccccc + d);
  target += normal_lpdf(aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccccccccccccccccccc | d, d);
  x = aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb > 0 ? 1 : aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb + cccccccccccccccccccccccccccccc;
  v = [aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccccccccccccccccccc + d, d]';
  m = [[aaaaaaaaaaaaaaaaaaaaaaaaa , bbbbbbbbbbbbbbbbbbbbbbbbbbbb],[cccccccccccccccccccccccccccccc , d]];
  v[N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N:N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N] = v;
  v = v[N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N:N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N];
  v = m[N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N*N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N+N]';
  x = -aaaaaaaaaaaaaaaaaaaaaaaaa * -bbbbbbbbbbbbbbbbbbbbbbbbbbbb ^ -cccccccccccccccccccccccccccccc  * d - d;
  x = aaaaaaaaaaaaaaaaaaaaaaaaa * (bbbbbbbbbbbbbbbbbbbbbbbbbbbb + (cccccccccccccccccccccccccccccc  - d) + d);
  x = !(aaaaaaaaaaaaaaaaaaaaaaaaa > bbbbbbbbbbbbbbbbbbbbbbbbbbbb || cccccccccccccccccccccccccccccc > d);
  x ~ normal(0, 1) T[aaaaaaaaaaaaaaaaaaaaaaaaa,];
  x ~ normal(0, 1) T[,aaaaaaaaaaaaaaaaaaaaaaaaa];
  x ~ normal(0, 1) T[,];
  while (aaaaaaaaaaaaaaaaaaaaaaaaa > bbbbbbbbbbbbbbbbbbbbbbbbbbbb || cccccccccccccccccccccccccccccc > d) x = 1;
  print("asdfasdf asdf asdf asdfasdf asdf asdf asdf asdf asdf asd fasdf asdf asd fasdf asdf", "adf");
  real yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy = foo(aaaaaaaaaaaaaaaaaaaaaaaaa) + foo(bbbbbbbbbbbbbbbbbbbbbbbbbbbb);
  aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb + cccccccccccccccccccccccccccccc ~ normal(d, d);
  target += foo2(aaaaaaaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccccccccccccccccccc + d, d) * foo2(aaaaaaaaaaaaaaaaaaaaaaaaa , bbbbbbbbbbbbbbbbbbbbbbbbbbbb); 
}
