parameters {
  real<lower=0, upper=1> z;
}
model {
  target += hypergeometric_1F0(1, z);
}
