// Reductions of flat containers.

kernel Reductions.logSumExp(vector x) -> real;

/// log Σ exp xᵢ; -inf of nothing.
real log_sum_exp(flat x) {
  return Reductions_logSumExp(x);
}

/// Arithmetic mean.
real mean(flat<nonempty> x "m") {
  return sum(x) / num_elements(x);
}

kernel Reductions.sd(vector x) -> real;

/// Sample standard deviation, divisor n - 1; 0 of one element.
real sd(flat<nonempty> x "x") {
  return Reductions_sd(x);
}

/// Running sums.
vector cumulative_sum(vector x) {
  int n = num_elements(x);
  vector[n] s;
  real total = 0;
  for (i in 1 : n) {
    total += x[i];
    s[i] = total;
  }
  return s;
}
