// target() as a value: its terms are no longer only added.
functions { real sofar_lp() { return target(); } }
parameters { vector[3] p; }
model {
  target += -p[1] ^ 2;
  real t = target();
  target += t * p[2];
  for (i in 1:3) { target += -square(target()) * 0.01; p[i] ~ normal(t, 1); }
  target += sin(target()) + sofar_lp() * 0.1;
}
