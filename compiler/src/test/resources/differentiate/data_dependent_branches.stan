// Branches and loop bounds from data, with ints in between.
transformed data {
  array[5] int g = {1, 3, 2, 3, 1};
  int n = 5;
}
parameters { vector[3] p; }
model {
  vector[3] s = rep_vector(1, 3);
  int count = 0;
  for (i in 1:n) {
    if (g[i] == 3) { count += 1; s[g[i]] *= p[count]; }
    else s[g[i]] += p[g[i]] * s[3];
    for (j in 1:g[i]) s[j] = sin(s[j]) + p[j];
  }
  target += -dot_self(s) * count;
}
