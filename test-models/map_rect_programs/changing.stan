// How long results are depends on parameters, which Stan does not allow.
functions {
  vector job(vector phi, vector theta, data array[] real x, data array[] int n) {
    vector[2] r = [phi[1] * x[1], square(theta[1])]';
    if (theta[1] < 0) {
      return r[1 : 1];
    }
    return theta[1] < 0.5 ? r : append_row(r, r);
  }
}
data {
  int plain;
}
transformed data {
  array[3, 1] real x = {{0.5}, {1.5}, {-1}};
  array[3, 0] int n;
}
parameters {
  vector[1] phi;
  array[3] vector[1] theta;
}
model {
  phi ~ std_normal();
  if (plain) {
    for (j in 1 : 3) {
      target += -2 * sum(job(phi, theta[j], x[j], n[j]));
    }
  } else {
    target += -2 * sum(map_rect(job, phi, theta, x, n));
  }
}
