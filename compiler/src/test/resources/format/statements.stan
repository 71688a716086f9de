functions { real foo_lpdf(real a) { return a; } void bar() { }  real foo2(real a, real b) {return a;} }
data { int N; int aaaaaaaaaaaaaaaaaaaaaaaaa; int bbbbbbbbbbbbbbbbbbbbbbbbbbbb; int cccccccccccccccccccccccccccccc; 
array[3,3,3] real a3; array[3] real a1; vector[3] vv;
 vector<lower=[1,2,3]', upper=1>[3] xxx; real<upper=3, lower=2> s; array[2,2] int<lower=1> kk; array[1] complex_matrix[3,3] cm; }
transformed data {}
model {
  real x = 1e10; vector[2] v; matrix[2,2] m; int i = 1_000; real y = 1_0.5; complex z = 3i + 2.5e-3i; real w = .5; real w2 = 5.;
  while (N) x=1; while (N) while (N) if (N) x = 1; else x =2; 
  for (k in 1:N) for (j in 1:2) x=1; for (k in 1:N) {x=1;} for (k in 1:N) if (N) x = 1; else x =2; 
  if (N) x =1; else if (N) x = 2; else if (N) x = 3; else x = 4;
  if (N) { x =1; } else if (N) { x = 2; } else { x = 4; }
  if (N) for (k in 1:N) x = 1; else while (N) x = 1;
  if (N) ; else ;
  if (N) if (N) x = 1;
  bar(); target += foo_lpdf(x | ); target += x; target += target(); x += 2; x -= 2; x *= 2; x /= 2; v .*= v; v./=v;
  x = a3[aaaaaaaaaaaaaaaaaaaaaaaaa+ bbbbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccccccccccccc + aaaaaaaaaaaaaaaaaaaaaaaaa, cccccccccccccccccccccccccccccc];
  x = a3[aaaaaaaaaaaaaaaaaaaaaaaaa][bbbbbbbbbbbbbbbbbbbbbbbbbbbb][cccccccccccccccccccccccccccccc] + bbbbbbbbbbbbbbbbbbbbbbbbbbbb;
  for (kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk in aaaaaaaaaaaaaaaaaaaaaaaaa + aaaaaaaaaaaaaaaaaaaaaaaaa : bbbbbbbbbbbbbbbbbbbbbbbbbbbb) x=1;
  profile("asdf") { x= 1; } profile("asd") {}
  (v, x) = (v, 2); (v[1], x) = (2.0, 2); 
  x = N ? N ? 1 : 2 : N ? 3 : 4; x = - -1; x = -+1; x = !!N; x = N%/%N; m = v * v'; x = N - (N - 2); x = (-1)^2; x = -(1);
  x = -1 + -1 * -1; m = m'''; m = m\m; x = 1 == 2; x = N && N || N;
  while (aaaaaaaaaaaaaaaaaaaaaaaaa > bbbbbbbbbbbbbbbbbbbbbbbbbbbb || cccccccccccccccccccccccccccccc > cccccccccccccccccccccccccccccc) { x = 1; }
  while (aaaaaaaaaaaaaaaaaaaaaaaaa > bbbbbbbbbbbbbbbbbbbbbbbbbbbb || cccccccccccccccccccccccccccccc > cccccccccccccccccccccccccccccc) { x = 1; x = 2; }
  while (aaaaaaaaaaaaaaaaaaaaaaaaa > bbbbbbbbbbbbbbbbbbbbbbbbbbbb) x = cccccccccccccccccccccccccccccc;
while (N) { break; continue; } fatal_error("x", 1); reject("y"); 
}
generated quantities { }
