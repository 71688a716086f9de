// The regression of logistic.stan in jobs of map_rect, as many as there are slices.
functions {
  vector job(vector phi, vector theta, data array[] real x, data array[] int z) {
    int K = z[1];
    int M = z[2];
    int J = num_elements(phi) - K;
    vector[M] eta = to_matrix(x, M, K) * phi[1 : K] + phi[K + 1 : K + J][z[3 + M : 2 + 2 * M]];
    return [bernoulli_logit_lpmf(z[3 : 2 + M] | eta)]';
  }
}
data {
  int<lower=0> N;
  int<lower=0> K;
  int<lower=1> J;
  matrix[N, K] X;
  array[N] int<lower=1, upper=J> group;
  array[N] int<lower=0, upper=1> y;
}
transformed data {
  int S = min(N, 64);
  int M = N %/% S;
  array[S, M * K] real x;
  array[S, 2 + 2 * M] int z;
  array[S] vector[0] theta;
  for (s in 1 : S) {
    int first = (s - 1) * M + 1;
    x[s] = to_array_1d(X[first : s * M]);
    z[s] = append_array({K, M}, append_array(y[first : s * M], group[first : s * M]));
  }
}
parameters {
  vector[K] beta;
  real<lower=0> sigma;
  vector[J] a;
}
model {
  beta ~ std_normal();
  sigma ~ std_normal();
  a ~ normal(0, sigma);
  target += sum(map_rect(job, append_row(beta, a), theta, x, z));
}
