// Slices that print, reject and fail, as the data say.
functions {
  real part(array[] int y, int first, int last, real mu, int mode) {
    if (mode == 1) {
      print("from ", first, " at ", mu);
    }
    if (mode == 2 && mu > 0.5 && first > 3) {
      print("too large from ", first);
      reject("mu is ", mu, " from ", first);
    }
    if (mode == 3 && first > 5) {
      return y[last + 1];
    }
    if (mode == 4 && mu > 0.3 && first > 5) {
      fatal_error("no more from ", first);
    }
    return poisson_log_lpmf(y | mu);
  }
}
data {
  int mode;
  array[10] int y;
}
parameters {
  real mu;
}
model {
  mu ~ normal(0, 1);
  target += reduce_sum(part, y, 1, mu, mode);
}
