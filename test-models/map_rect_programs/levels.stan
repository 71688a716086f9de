// Shared and own arguments that are data or parameters.
functions {
  vector job(vector phi, vector theta, data array[] real x, data array[] int n) {
    return [normal_lpdf(x | phi[1] + theta[n[1]], exp(phi[2]))]';
  }
  vector two(vector phi, vector theta, data array[] real x, data array[] int n) {
    return [phi[1] * theta[1] * x[1], phi[2] / (1 + square(theta[2]))]';
  }
  real serial(vector phi, array[] vector theta, data array[,] real x, data array[,] int n) {
    real lp = 0;
    for (j in 1 : size(theta)) {
      vector[2] r = two(phi, theta[j], x[j], n[j]);
      lp += job(phi, theta[j], x[j], n[j])[1] + r[1] * r[2];
    }
    return lp;
  }
  real mapped(vector phi, array[] vector theta, data array[,] real x, data array[,] int n) {
    vector[2 * size(theta)] r = map_rect(two, phi, theta, x, n);
    real lp = sum(map_rect(job, phi, theta, x, n));
    for (j in 1 : size(theta)) {
      lp += r[2 * j - 1] * r[2 * j];
    }
    return lp;
  }
}
data {
  int plain;
}
transformed data {
  array[3, 2] real x = {{0.4, 1.1}, {-0.2, 0.9}, {2, 1}};
  array[3, 1] int n = {{1}, {2}, {1}};
  vector[2] known = [0.3, -0.4]';
  array[3] vector[2] knowns = {[1, 2]', [0.5, 0.1]', [-1, 0.3]'};
  real nothing = plain ? serial(known, knowns, x, n) : mapped(known, knowns, x, n);
}
parameters {
  vector[2] phi;
  array[3] vector[2] theta;
}
model {
  phi ~ std_normal();
  for (j in 1 : 3) {
    theta[j] ~ std_normal();
  }
  target += plain ? serial(phi, theta, x, n) : mapped(phi, theta, x, n);
  target += plain ? serial(known, theta, x, n) : mapped(known, theta, x, n);
  target += plain ? serial(phi, knowns, x, n) : mapped(phi, knowns, x, n);
  target += phi[1] * (plain ? serial(known, knowns, x, n) : mapped(known, knowns, x, n));
  target += phi[2] * nothing;
}
