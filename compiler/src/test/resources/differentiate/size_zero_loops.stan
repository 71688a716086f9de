// Loops without a round, next to ones with.
parameters { vector[3] p; }
model {
  real s = p[1];
  for (n in 0:3) {
    for (i in 1:n - 1) { s = s * p[i]; target += -s; }
    for (i in n:1) s += p[n + 1] * 2;
    s = sin(s) + 1;
  }
  for (i in 5:3) s = 0;
  target += -s;
}
