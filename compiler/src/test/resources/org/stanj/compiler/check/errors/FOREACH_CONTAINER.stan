model {
  for (x in 3) {
    print(x);
  }
}
