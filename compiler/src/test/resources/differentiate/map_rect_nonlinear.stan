// map_rect whose result goes through further functions.
functions {
  vector job(vector phi, vector theta, data array[] real x, data array[] int k) {
    vector[2] r;
    r[1] = phi[1] * theta[1] * x[1];
    for (i in 1:k[1]) r[1] = sin(r[1]) + theta[2];
    r[2] = exp(-dot_self(theta)) * phi[2];
    return r;
  }
}
transformed data {
  array[3, 1] real x = {{0.5}, {1.5}, {-1}};
  array[3, 1] int k = {{0}, {1}, {3}};
}
parameters { vector[2] phi; array[3] vector[2] theta; }
model {
  vector[6] r = map_rect(job, phi, theta, x, k);
  target += -square(sum(r)) + r[1] * r[6] - dot_self(phi);
  r[2] = r[3] * r[3];
  target += -r[2];
}
