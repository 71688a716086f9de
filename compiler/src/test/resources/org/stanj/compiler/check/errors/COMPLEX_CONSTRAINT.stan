parameters {
  complex<lower=0> z;
}
