// Branches keep values away that would be infinite.
parameters { vector[3] p; }
model {
  for (i in 1:3) {
    real y = p[i] > 0 ? log(p[i]) : p[i];
    target += -y * y;
    if (p[i] > 0) target += lgamma(p[i]); else target += -sqrt(1 - p[i]);
  }
  vector[3] z = rep_vector(negative_infinity(), 3);
  z[2] = p[1];
  target += -log_sum_exp(z) ^ 2;
  target += log_mix(0.3, p[1], p[2]);
}
