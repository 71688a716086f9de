// A container is returned from inside a loop.
functions {
  vector steps(vector a, real x) {
    vector[2] s = a;
    for (i in 1:5) {
      s = s * 0.8 + x;
      if (s[1] > 1) return s .* a;
      s[2] *= s[1];
    }
    return s;
  }
}
parameters { array[3] vector[2] p; real x; }
model {
  for (i in 1:3) {
    vector[2] r = steps(p[i], exp(x));
    target += -dot_self(r);
  }
  target += sum(steps(p[1], x));
}
