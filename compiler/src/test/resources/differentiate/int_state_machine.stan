// An int variable that decides what is done, changed by parameters.
parameters { vector[6] p; }
model {
  int state = 1;
  real s = 0.5;
  for (i in 1:6) {
    if (state == 1) { s = s * p[i]; if (p[i] > 0) state = 2; }
    else if (state == 2) { s = s + sin(p[i]); state = p[i] > 0.5 ? 3 : 1; }
    else { s = exp(-s * s) * p[i]; state = 1; }
  }
  target += -s * s * state;
}
