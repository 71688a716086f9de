// Variables of the same name in different blocks; a function's arguments named like parameters.
functions { real f(real p, real q) { real s = p * q; { real t = s; s = t * p; } return s; } }
parameters { real p; real q; }
model {
  real s = f(q, p);
  { real t = s * p; s = t; }
  { real t = s * q; s = s + t * t; }
  for (i in 1:2) { real t = s * i; s = sin(t); }
  target += -s * s - f(p, s);
}
