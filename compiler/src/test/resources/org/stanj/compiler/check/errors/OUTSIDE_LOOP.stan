model {
  if (1) {
    continue;
  }
}
