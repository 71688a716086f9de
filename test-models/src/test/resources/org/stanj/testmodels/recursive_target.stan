functions {
  void add_lp(real x, int n) {
    if (n == 0) {
      target += normal_lpdf(x | 1, 2);
      return;
    }
    x ~ normal(n, 1);
    add_lp(x, n - 1);
  }
  real val_lp(real x, int n) {
    if (n == 0) return x;
    x ~ normal(n, 3);
    return n * val_lp(x, n - 1) + target();
  }
  vector vec_lp(vector x, int n) {
    if (n <= 0) return x;
    x ~ normal(n, 3);
    add_lp(x[1], n);
    return 2 * vec_lp(x[:n], n - 1);
  }
  void odd_lp(real x, int n);
  void even_lp(real x, int n) {
    if (n > 0) odd_lp(x, n - 1);
    target += x * x;
  }
  void odd_lp(real x, int n) {
    if (n > 0) even_lp(x, n - 1);
    target += -x;
  }
  int cnt_lp(real x, int n) {
    if (n <= 0) return 0;
    target += x;
    return 1 + cnt_lp(x, n - 1);
  }
  array[] int ints_lp(real x, int n) {
    if (n <= 0) return {1, 2, 3};
    target += exp(x);
    return ints_lp(x, n - 1);
  }
}
parameters { real a; vector[3] b; }
model {
  real unused = val_lp(a, 2);
  add_lp(a, 3);
  target += val_lp(a, 2);
  target += sum(vec_lp(b, 3));
  even_lp(a, 4);
  odd_lp(a, 3);
  target += cnt_lp(a, 4);
  target += sum(ints_lp(a, 2)) * a;
}
