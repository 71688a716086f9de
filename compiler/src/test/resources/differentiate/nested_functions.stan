// Functions of functions of parameters, each with its locals.
functions {
  real g(real x) { real y = sin(x); y *= x; return y; }
  real f(real x, real y) { real z = g(x) + g(y); z += g(z); return z; }
  vector h(vector v) { vector[num_elements(v)] w; for (i in 1:num_elements(v)) w[i] = f(v[i], g(v[1])); return w; }
}
parameters { vector[3] p; }
model {
  vector[3] w = h(h(p));
  target += -dot_self(w);
  for (i in 1:3) target += -f(w[i], p[i]);
}
