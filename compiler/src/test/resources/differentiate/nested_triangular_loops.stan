// An inner loop whose bound is the outer index, writing a triangle.
parameters { vector[6] p; }
model {
  matrix[3, 3] l = rep_matrix(0, 3, 3);
  int k = 0;
  for (j in 1:3) {
    for (i in j:3) {
      k += 1;
      l[i, j] = p[k];
      if (i == j) l[i, j] = exp(l[i, j]);
      for (m in 1:j - 1) l[i, j] += l[i, m] * l[j, m];
    }
  }
  target += -sum(l * l') * 0.1 + log(l[3, 3]);
}
