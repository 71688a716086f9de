functions { real foo2(real a, real b) {return a;} real foooooooooooooooooooooooooooo(real aaaaaaaaaaaaaaaaaaa, tuple(real, vector, vector, vector, vector, vector) b, real c, real d) { return 1; } }
data { real aaaaaaaaaaaaaaaaaaaaaaaaa; real bbbbbbbbbbbbbbbbbbbbbbbbbbbb; real d; int N; real cccccccccccccccccccccccccccccc; 
 tuple(tuple(real, tuple(real<lower=aaaaaaaaaaaaaaaaaaaaaaaaa>, real<upper=bbbbbbbbbbbbbbbbbbbbbbbbbbbb>)), real) tttt;
}
model {
  real x;  vector[2] v; matrix[2,2] m; array[2] real a;
  x = foo2(foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb), d) + d;
  x = foo2(d, foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb) + d) + d;
  x = N ? foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb) : d;
  x = foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb) > 0 ? d : d + d;
  a = {foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb), d};
  v = [foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb), d]';
  tuple(real,real) t = (foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb), d);
  x ~ normal(foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb), d);
  target += normal_lpdf(foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb) | d, d);
  target += normal_lpdf(x | foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb), d);
  print(foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb), "a", d);
  print("asdfasdfasfd", foo2(aaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbb, bbbbbbbbbbbbbbbbbbbbbbbbbbbb), "a", d);
  (x, v[1]) = t; 

  target += 11111111111111111111.0 + 222222222222222222222.0 * d * N + d / 3;
  target += 11111111111111111111.0 + 222222222222222222222.0 * d * N + d / 33;
  target += 11111111111111111111.0 + 222222222222222222222.0 * d * N + d / 333;
  target += 11111111111111111111.0 + 222222222222222222222.0 * d * N + d / 3333;
  target += 11111111111111111111.0 + 222222222222222222222.0 * d * N + d / 33333;
  target += (11111111111111111111.0 + 222222222222222222222.0 * d * N + d / 3);
  target += (11111111111111111111.0 + 222222222222222222222.0 * d * N + d / 33);
  target += (11111111111111111111.0 + 222222222222222222222.0 * d * N + d / 333);
  target += (11111111111111111111.0 + 222222222222222222222.0 * d * N + d / 3333);
  target += foo2(11111111111111111111.0,  222222222222222222222.0 * d * N + d / 3);
  target += foo2(11111111111111111111.0,  222222222222222222222.0 * d * N + d / 33);
  target += foo2(11111111111111111111.0,  222222222222222222222.0 * d * N + d / 333);
  target += foo2(11111111111111111111.0,  222222222222222222222.0 * d * N + d / 3333);
  target += -aaaaaaaaaaaaaaaaaaaaaaaaa ^ bbbbbbbbbbbbbbbbbbbbbbbbbbbb + aaaaaaaaaaaaaaaaaaaaaaaaa ^ bbbbbbbbbbbbbbbbbbbbbbbbbbbb ^ bbbbbbbbbbbbbbbbbbbbbbbbbbbb ;
  a[1] = tttt.1.2.1; a = to_array_1d(v[:2]); a[aaaaaaaaaaaaaaaaaaaaaaaaa > 1 ? 1 : aaaaaaaaaaaaaaaaaaaaaaaaa > 2 ? 2 : aaaaaaaaaaaaaaaaaaaaaaaaa > 3 ? 5 : 6] = 3;
}
