data {
  int model;
}
