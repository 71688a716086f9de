functions {
  void f(real x) {
    print(x);
  }
}
model {
  target += f(1);
}
