// A recurrence through an array, one and two steps back.
parameters { real a; real b; real x0; }
model {
  array[8] real x;
  x[1] = x0;
  x[2] = x0 * a;
  for (t in 3:8) x[t] = a * x[t - 1] + b * sin(x[t - 2]);
  for (t in 2:8) x[t] ~ normal(x[t - 1], 1);
  target += x[8] ^ 2 * -0.1;
}
