// A container goes into functions and kernels, is changed, and goes in again.
functions { real f(vector x, real s) { return dot_self(x) * s + x[1]; } }
parameters { vector[3] p; }
model {
  vector[3] v = p;
  real s = 1;
  for (i in 1:3) {
    s = f(v, s) * 0.3;
    v[i] = s * v[1 + i % 3];
    s += log_sum_exp(v);
    v = softmax(v) + p;
    v[1] -= s;
    s = sin(s);
  }
  target += -square(s) + sum(v);
}
