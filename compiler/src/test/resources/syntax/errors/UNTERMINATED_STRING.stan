model {
  print("mu = , mu);
}
