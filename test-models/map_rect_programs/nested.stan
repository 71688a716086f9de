// Jobs and slices inside each other.
functions {
  vector inner(vector phi, vector theta, data array[] real x, data array[] int n) {
    return [normal_lpdf(x | phi[1] * theta[1], 1 + square(theta[n[1]]))]';
  }
  real part(array[] real y, int from, int to, vector phi) {
    return normal_lpdf(y | phi[1] + from, exp(phi[2]));
  }
  vector outer(vector phi, vector theta, data array[] real x, data array[] int n) {
    array[2] vector[2] own = {theta, theta / 2};
    return [sum(map_rect(inner, phi, own, {x[1 : 2], x[3 : 4]}, {{1}, {2}})),
            reduce_sum(part, x, 1, phi)]';
  }
  vector lone(vector phi, vector theta, data array[] real x, data array[] int n) {
    return [reduce_sum(part, x, 2, phi) * theta[1]]';
  }
  vector plain_outer(vector phi, vector theta, data array[] real x) {
    return [inner(phi, theta, x[1 : 2], {1})[1] + inner(phi, theta / 2, x[3 : 4], {2})[1],
            part(x[1 : 1], 1, 1, phi) + part(x[2 : 2], 2, 2, phi) + part(x[3 : 3], 3, 3, phi)
            + part(x[4 : 4], 4, 4, phi)]';
  }
  real plain_lone(vector phi, vector theta, data array[] real x) {
    return (part(x[1 : 2], 1, 2, phi) + part(x[3 : 4], 3, 4, phi)) * theta[1];
  }
  real slice(data array[,] real x, int from, int to, vector phi, array[] vector theta) {
    return sum(map_rect(outer, phi, theta[from : to], x, {{2}}));
  }
}
data {
  int plain;
}
transformed data {
  array[3, 4] real x = {{0.1, 0.4, -1, 0.3}, {1, 2, 0, 0.5}, {-0.5, 0.6, 0.9, -0.2}};
  array[3, 1] int n = {{1}, {2}, {1}};
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
  if (plain) {
    for (j in 1 : 3) {
      target += 2 * sum(plain_outer(phi, theta[j], x[j])) + plain_lone(phi, theta[j], x[j]);
    }
  } else {
    target += sum(map_rect(outer, phi, theta, x, n));
    target += reduce_sum_static(slice, x, 1, phi, theta);
    target += sum(map_rect(lone, phi, theta, x, n));
  }
}
