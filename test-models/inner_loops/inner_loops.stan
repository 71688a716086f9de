// Independent iterations with loops, containers and conditions of their own.
functions {
  real chain_lp(array[] int y, real start, real gain, int T) {
    real level = start;
    real total = 0;
    for (t in 1 : T) {
      total += bernoulli_logit_lpmf(y[t] | level);
      level += y[t] == 1 ? gain : -0.5 * gain;
    }
    return total;
  }
}
data {
  int<lower=1> N;
  int<lower=1> K;
  int<lower=1> T;
  int<lower=1> J;
  vector[N] y;
  vector[N] x;
  array[N] int<lower=1, upper=J> group;
  array[N, T] int<lower=0, upper=1> seen;
  array[N] int<lower=0> count;
  array[T] int<lower=0, upper=1> used;
}
parameters {
  vector[K] mu;
  vector<lower=0>[K] sigma;
  vector[K] weight;
  vector[J] effect;
  real slope;
  real gain;
  real p_raw;
}
transformed parameters {
  vector[N] rate;
  vector[N] chance;
  for (n in 1 : N) {
    rate[n] = exp(0.1 * effect[group[n]] + slope * x[n]);
    chance[n] = inv_logit(effect[group[n]] - slope * x[n]);
  }
}
model {
  target += normal_lpdf(mu | 0, 2);
  target += lognormal_lpdf(sigma | 0, 1);
  target += std_normal_lpdf(weight);
  target += normal_lpdf(effect | 0, 1);
  target += normal_lpdf([slope, gain, p_raw]' | 0, 1);
  // A mixture: a container of each iteration, and a sum over its elements.
  for (n in 1 : N) {
    vector[K] terms = weight;
    for (k in 1 : K) {
      terms[k] += normal_lpdf(y[n] | mu[k] + slope * x[n], sigma[k]);
    }
    target += log_sum_exp(terms) - log_sum_exp(weight);
  }
  // What one inner iteration hands to the next, and a condition that is the same for all n.
  for (n in 1 : N) {
    real level = effect[group[n]];
    for (t in 1 : T) {
      if (used[t]) {
        target += bernoulli_logit_lpmf(seen[n, t] | level);
        level += 0.1 * gain * tanh(level);
      } else {
        level *= 0.9;
      }
    }
    target += -0.5 * square(level);
  }
  for (n in 1 : N) {
    target += chain_lp(seen[n], p_raw, gain, T);
  }
  // Two components, and conditions that differ.
  for (n in 1 : N) {
    target += log_mix(inv_logit(p_raw), normal_lpdf(y[n] | mu[1], sigma[1]),
                      normal_lpdf(y[n] | mu[K], sigma[K]));
    if (count[n] == 0) {
      target += log_sum_exp(bernoulli_lpmf(1 | chance[n]),
                            bernoulli_lpmf(0 | chance[n]) + poisson_lpmf(0 | rate[n]));
    } else {
      target += bernoulli_lpmf(0 | chance[n]) + poisson_lpmf(count[n] | rate[n]);
    }
  }
}
