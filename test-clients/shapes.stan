// Tuples and complex numbers, which some clients cannot read.
parameters {
  real mu;
}
model {
  mu ~ std_normal();
}
generated quantities {
  tuple(real, vector[2]) pair = (mu, [mu, 2 * mu]');
  complex z = to_complex(mu, 1);
  complex_vector[2] zs = [z, conj(z)]';
}
