functions {
  vector rate(real t, vector s, real k, matrix m, array[,] real a, int row,
              tuple(vector, array[] int) both) {
    vector[2] push = to_vector(a[row]) .* both.1 * exp(-t);
    return k * m * s + push[both.2];
  }
  vector last(vector s0, array[] real ts, real k, matrix m, array[,] real a, int row,
              tuple(vector, array[] int) both) {
    return ode_rk45_tol(rate, s0, 0, ts, 1e-10, 1e-10, 100000, k, m, a, row, both)[size(ts)];
  }
}
data {
  int N;
  vector[N] y;
  array[3] real ts;
  array[N] int group;
  matrix[2, 2] M;
  array[3, 2] real A;
  array[2, 2] real xr;
  array[2, 2] int xi;
}
transformed data {
  vector[2] fixed = last([1, 0]', ts, 1, M, A, 1, ([1, 1]', {2, 1}));
}
parameters {
  vector[3] k;
  vector[2] b;
  real<lower=0> sigma;
}
transformed parameters {
  matrix[2, 3] ends;
  for (g in 1 : 3) {
    ends[, g] = last(fixed + b, ts, exp(k[g]), g == 2 ? M : M * sigma, A, g, (b, {1, 2}));
  }
}
model {
  k ~ std_normal();
  b ~ std_normal();
  sigma ~ exponential(1);
  for (n in 1 : N) {
    y[n] ~ normal(ends[1, group[n]] + ends[2, group[n]], sigma);
    if (group[n] == 3) {
      target += -square(last(b, {ts[1]}, k[2], M, A, 3, ([k[1], 1]', {2, 1}))[1]);
    }
  }
}
generated quantities {
  array[3] vector[2] again = ode_rk45(rate, b, 0, ts, k[1], M, A, 2, (b, {1, 1}));
}
