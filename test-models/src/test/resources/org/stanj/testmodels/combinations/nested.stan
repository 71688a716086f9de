// Sums in sums.
functions {
  real inner(array[] real s, int from, int to, vector m, int g) {
    return normal_lpdf(s | m[g], m[g] + 1.5);
  }
  real outer(array[] int groups, int from, int to, array[,] real s, vector m, int grain) {
    real total = 0;
    for (g in groups) {
      total += reduce_sum(inner, s[g], grain, m, g);
    }
    return total;
  }
}
data {
  int n;
  int grain;
}
parameters {
  vector[6] m;
}
model {
  array[6, n] real s;
  for (g in 1 : 6) {
    s[g] = linspaced_array(n, -g, g);
  }
  m ~ std_normal();
  target += reduce_sum(outer, linspaced_int_array(6, 1, 6), 1, s, m, grain);
}
