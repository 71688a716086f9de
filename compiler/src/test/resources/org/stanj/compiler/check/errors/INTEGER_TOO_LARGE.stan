transformed data {
  int big = 2_147_483_648;
}
