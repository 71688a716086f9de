functions {
  vector system(vector x, vector theta, real shift, int power) {
    return x .* exp(x) - theta^power - shift;
  }
  vector rate(real t, vector s, real k, matrix m) {
    return k * m * s;
  }
  real part(array[] real slice, int from, int to, vector theta, array[] int group, matrix m,
            array[] real ts, tuple(real, vector) sd) {
    real total = 0;
    for (i in 1 : size(slice)) {
      int g = group[from + i - 1];
      vector[3] x = solve_newton_tol(system, rep_vector(0.5, 3), 1e-6, 1e-12, 200, theta, sd.1, g);
      vector[2] s = ode_rk45_tol(rate, head(x, 2), 0, ts, 1e-10, 1e-10, 100000, x[3], m)[2];
      total += normal_lpdf(slice[i] | x[g] + s[1], sd.1 + sd.2[g]);
    }
    return total;
  }
  vector job(vector shared, vector own, data array[] real x_r, data array[] int x_i) {
    vector[3] x = solve_powell_tol(system, rep_vector(0.5, 3), 1e-12, 1e-10, 200, shared, own[1], x_i[1]);
    return [normal_lpdf(x_r | x[1], x[2]), sum(ode_adams_tol(rate, own, 0, x_r, 1e-10, 1e-10, 10000, shared[1],
        [[-1, 0], [0, -own[2]]])[1])]';
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
  array[N] real data_y = to_array_1d(y);
  array[2, 2] real times = {{0.3, 0.7}, {0.5, 0.9}};
}
parameters {
  vector<lower=0>[3] theta;
  real<lower=0> sigma;
  array[2] vector<lower=0>[2] own;
}
model {
  theta ~ lognormal(0, 1);
  sigma ~ exponential(1);
  target += reduce_sum(part, data_y, 2, theta, group, M * sigma, ts, (sigma, theta));
  target += sum(map_rect(job, theta, own, times, xi));
  for (i in 1 : 2) {
    own[i] ~ exponential(1);
  }
}
