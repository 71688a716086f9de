parameters {
  real x;
}
model {
  x ~ lkj_cov(1, 2, 3, 4);
}
