// A container of an inner block of a loop is returned.
functions {
  vector f(vector a, int n) {
    for (i in 1:n) {
      vector[2] c = a * i;
      if (c[1] > 0.2) { vector[2] e = c .* a; e[2] = c[1]; return e; }
      while (c[2] > 0.5) { vector[2] g = c * 0.5; if (g[1] < 0) return g .* g; c = g; }
    }
    return a;
  }
  vector rec(vector a, int n);
  vector rec(vector a, int n) {
    if (n == 0) return a;
    for (i in 1:n) { vector[2] c = a * 0.9 + i; if (c[1] > 1.2) return rec(c .* a, n - 1); }
    return rec(a .* a, n - 1);
  }
}
parameters { array[4] vector[2] p; }
model {
  for (i in 1:4) { vector[2] r = f(p[i], i); vector[2] t = rep_vector(7, 2); target += -dot_self(r) + sum(t .* p[i]); }
  target += -dot_self(rec(p[1], 2)) + sum(rec(p[2], 3));
}
