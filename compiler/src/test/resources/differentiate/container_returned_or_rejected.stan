// Only one arm returns a container; the other rejects.
functions {
  vector positive(vector a, real x) {
    if (x < 100) { vector[2] c = a * x; return c .* a; }
    else { reject("large ", x); }
  }
}
parameters { array[3] vector[2] p; real x; }
model {
  vector[2] s = p[1];
  for (i in 1:3) {
    vector[2] r = positive(p[i], s[1]);
    s = s .* r + x;
  }
  target += -dot_self(s) * 0.01 - x * x;
}
