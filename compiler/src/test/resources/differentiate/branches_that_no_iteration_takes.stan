transformed data {
  array[4] int k = {0, 0, 1, 0};
}
parameters {
  real x;
}
model {
  real zero = exp(-1000 - square(x));
  real one = 1 - zero;
  int rounds = 0;
  for (n in 1:4) {
    if (k[n] > 1) {
      target += log(zero) + 3 * bernoulli_lpmf(0 | one);
    } else if (k[n] > 0) {
      target += exp(x) * n;
    } else {
      target += exp(x) - binomial_lpmf(n | 5, inv_logit(x));
    }
    target += k[n] > 2 ? n / zero : cos(x) * n;
  }
  while (rounds < 3) {
    rounds += 1;
    if (k[rounds] > 0) {
      target += log_sum_exp(sin(x), x * x) * rounds;
    } else if (k[rounds] > 1) {
      target += sqrt(zero) / zero;
    }
  }
  for (n in 1:0) {
    target += n * log(zero);
  }
}
