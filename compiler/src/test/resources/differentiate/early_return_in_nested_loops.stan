// Leaves from the inner of two loops.
functions {
  real walk(vector x) {
    real s = x[1];
    for (i in 1:num_elements(x)) {
      for (j in 1:i) {
        s = s * x[j] + 0.4;
        if (s < -0.2) return s * s;
        if (s > 1.2) { s = s - x[i]; break; }
      }
      s += x[i];
      if (s > 2) return sin(s);
    }
    return s ^ 3;
  }
}
parameters { vector[4] p; }
model {
  target += -walk(p);
  target += walk(p[2:4] * 0.5) * p[1];
}
