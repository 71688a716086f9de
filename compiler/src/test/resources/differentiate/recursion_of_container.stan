// A recursive function over ever shorter vectors.
functions {
  vector fold(vector v);
  vector fold(vector v) {
    int n = num_elements(v);
    if (n <= 1) return v;
    vector[n - 1] w;
    for (i in 1:n - 1) w[i] = v[i] * v[i + 1] + v[1];
    return fold(w);
  }
  real depth(vector v, real x, int n);
  real depth(vector v, real x, int n) {
    if (n == 0) return sum(v) * x;
    return depth(v * x, sin(x), n - 1) + v[1];
  }
}
parameters { vector[4] p; real x; }
model {
  target += -square(fold(p)[1]);
  target += depth(p, x, 3);
  for (i in 1:3) target += -square(sum(fold(head(p, i))));
}
