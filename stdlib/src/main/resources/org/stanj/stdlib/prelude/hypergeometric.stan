// Generalised hypergeometric functions.

/// 1F0(a; z) = (1 - z)⁻ᵃ, |z| < 1.
real hypergeometric_1F0(real a, real z) {
  if (!(abs(z) < 1)) {
    reject("hypergeometric_1F0: abs(z) is ", abs(z), ", but must be less than 1.000000");
  }
  return exp(-a * log1m(z));
}

@scalar kernel GaussHypergeometric.value(vector x, out vector r);

@scalar kernel Hypergeometric.pFq(vector a, vector b, vector z, out vector r);

/// 2F1(a1, a2; b1; z) = Σ (a1)ₙ (a2)ₙ / (b1)ₙ zⁿ / n!.
real hypergeometric_2F1(real<finite> a1 "a1", real<finite> a2 "a2", real<finite> b1 "b", real<finite> z "z") {
  vector[5] r;
  GaussHypergeometric_value([a1, a2, b1, z]', r);
  return r[1];
}

/// Σ (a1)ₙ (a2)ₙ (a3)ₙ / ((b1)ₙ (b2)ₙ) zⁿ / n!.
real hypergeometric_3F2(list a, list b, real z) {
  if (num_elements(a) != 3) {
    fatal_error("hypergeometric_3F2: a (", num_elements(a), ") and 3 (3) must match in size");
  }
  if (num_elements(b) != 2) {
    fatal_error("hypergeometric_3F2: b (", num_elements(b), ") and 2 (2) must match in size");
  }
  if (!converges_3F2(a[1], a[2], a[3], b[1], b[2], z)) {
    reject("called from function 'hypergeometric_3F2', hypergeometric function 3F2 does not meet convergence conditions with given arguments. a1: ",
           a[1], ", a2: ", a[2], ", a3: ", a[3], ", b1: ", b[1], ", b2: ", b[2], ", z: ", z);
  }
  return hypergeometric_pFq(a, b, z);
}

/// Whether the series of 3F2 ends or converges: 1 or 0. Internal.
@java Hypergeometric.converges
int converges_3F2(real a1, real a2, real a3, real b1, real b2, real z);

/// Σ (a₁)ₙ···(a_p)ₙ / ((b₁)ₙ···(b_q)ₙ) zⁿ / n!.
real hypergeometric_pFq(list<finite> a "a", list<finite> b "b", real<finite> z "z") {
  int p = num_elements(a);
  int q = num_elements(b);
  vector[p + q + 2] r;
  Hypergeometric_pFq(a, b, [z]', r);
  return r[1];
}
