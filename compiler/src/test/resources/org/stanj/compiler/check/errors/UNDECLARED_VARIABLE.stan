parameters {
  real sigma;
}
model {
  target += normal_lpdf(1 | 0, sigmq);
}
