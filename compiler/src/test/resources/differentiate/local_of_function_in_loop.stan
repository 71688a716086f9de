// Function locals that keep nothing between calls.
functions {
  real acc(vector v, int n) {
    real s;
    vector[3] w;
    for (i in 1:n) { w[i] = v[i]; if (i == 1) s = v[1]; else s *= w[i - 1] + v[i]; }
    return s;
  }
}
parameters { vector[3] p; }
model { for (n in 1:3) { target += -square(acc(p, n)); } target += acc(p .* p, 2); }
