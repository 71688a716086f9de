functions {
  #include recursive.inc
}
