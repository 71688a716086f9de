// Jobs that call themselves, that leave early, and that reach the library in many ways.
functions {
  real down(real x, int n) {
    if (n == 0) {
      return square(x);
    }
    return sin(x) + down(x / 2, n - 1);
  }
  vector job(vector phi, vector theta, data array[] real x, data array[] int n) {
    if (n[1] == 0) {
      return [multi_normal_lpdf(theta | phi[1 : 2], add_diag(0.3 * identity_matrix(2), exp(phi[1])))]';
    }
    for (i in 1 : n[1]) {
      if (i > 2) {
        return [down(theta[1] * phi[2], i)]';
      }
    }
    vector[2] p = softmax(theta);
    return [log_sum_exp(p .* phi) + beta_lpdf(inv_logit(x[1]) | exp(phi[1]), exp(phi[2]))]';
  }
}
data {
  int plain;
}
transformed data {
  array[4, 1] real x = {{0.5}, {1.5}, {-1}, {0}};
  array[4, 1] int n = {{0}, {1}, {2}, {3}};
}
parameters {
  vector[2] phi;
  array[4] vector[2] theta;
}
model {
  phi ~ std_normal();
  for (j in 1 : 4) {
    theta[j] ~ std_normal();
  }
  if (plain) {
    for (j in 1 : 4) {
      target += job(phi, theta[j], x[j], n[j])[1];
    }
  } else {
    target += sum(map_rect(job, phi, theta, x, n));
  }
}
