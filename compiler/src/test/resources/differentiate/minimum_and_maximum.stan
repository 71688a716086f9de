// Selections: the derivative goes to the chosen one.
parameters { vector[5] p; }
model {
  target += -square(min(p)) - fmax(p[1], p[2]) ^ 2 + fmin(p[3], 0.2) - abs(p[4]);
  vector[5] s = sort_asc(p);
  target += -dot_product(s, [1, 2, 3, 4, 5]) * 0.1 - square(max(p));
  target += -fdim(p[1], p[5]);
}
