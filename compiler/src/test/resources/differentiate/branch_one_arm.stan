// One arm assigns; afterwards the variable is the old or the new one.
parameters { vector[4] p; }
model {
  real y = p[1] * p[2];
  for (i in 1:4) {
    if (p[i] > 0) y = y * p[i] + sin(y);
  }
  target += -y * y;
}
