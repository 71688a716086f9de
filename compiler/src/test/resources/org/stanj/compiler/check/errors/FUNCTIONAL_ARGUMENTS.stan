functions {
  vector f(vector phi, vector theta, array[] real x, array[] int k) {
    return phi;
  }
}
parameters {
  vector[2] phi;
}
model {
  target += sum(map_rect(f, phi, phi, {{1.0}}, {{1}}));
}
