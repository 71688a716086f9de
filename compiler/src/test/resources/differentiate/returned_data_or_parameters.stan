// A function that returns its passive or its active argument.
functions { vector either(vector a, data vector b, real x) { if (x > 0) return a; return b; } }
transformed data { vector[2] d = [0.5, -1]'; }
parameters { array[4] vector[2] p; }
model {
  vector[2] s = rep_vector(0.3, 2);
  for (i in 1:4) { s = either(p[i], d, p[i][1]) + s .* p[i]; }
  target += -dot_self(s) - dot_self(either(p[1], d, p[1][2]));
}
