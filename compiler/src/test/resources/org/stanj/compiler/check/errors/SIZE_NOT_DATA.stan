parameters {
  vector[3] theta;
}
transformed parameters {
  vector[rows(theta)] x = theta;
}
