functions {
  real likelihood(vector theta, matrix S) {
    return multi_normal_lpdf(theta | rep_vector(0, 2), S);
  }
  matrix covariance(int n) {
    return identity_matrix(n);
  }
}
data {
  matrix[2, 2] S;
}
model {
  target += laplace_marginal(likelihood, (S,), 1, covariance, (2,));
}
