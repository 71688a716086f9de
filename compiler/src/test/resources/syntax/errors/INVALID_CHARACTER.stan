parameters {
  real σ;
}
