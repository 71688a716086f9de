// The forward algorithm with accumulators in a loop.
transformed data { array[5] int y = {1, 2, 2, 1, 2}; int K = 2; }
parameters { array[K] simplex[K] th; array[K] simplex[2] em; }
model {
  vector[K] g = rep_vector(-log(2), K);
  for (t in 1:5) {
    vector[K] next;
    for (k in 1:K) {
      vector[K] acc;
      for (j in 1:K) acc[j] = g[j] + log(th[j, k]) + log(em[k, y[t]]);
      next[k] = log_sum_exp(acc);
    }
    g = next;
  }
  target += log_sum_exp(g);
}
