// Choices in expressions, nested, with side terms common to both.
parameters { vector[4] p; }
model {
  for (i in 1:4) {
    real y = p[i] > 0 ? exp(p[i]) * p[1] : (p[i] > -0.5 ? p[i] * p[2] : sin(p[i]) / 2);
    target += -(y > 1 ? y : y * y) + (p[i] > 0 ? exp(p[i]) : 0);
  }
  vector[2] v = p[1] > 0 ? p[1:2] : p[3:4] * p[1];
  target += -dot_self(v);
}
