// Jobs of map_rect, some of which reject.
functions {
  vector job(vector phi, vector theta, data array[] real x, data array[] int k) {
    if (theta[1] < -2.5) {
      reject("job ", k[1], " refuses ", theta[1]);
    }
    return [normal_lpdf(x | phi[1] + theta[1], 1), phi[1] * theta[1]]';
  }
}
data {
  int n;
  int grain;
}
transformed data {
  array[n, 3] real x;
  array[n, 1] int k;
  for (i in 1 : n) {
    x[i] = linspaced_array(3, -1, i * 0.01);
    k[i] = {i};
  }
}
parameters {
  vector[1] phi;
  array[n] vector[1] theta;
}
model {
  phi ~ std_normal();
  for (i in 1 : n) {
    theta[i] ~ std_normal();
  }
  vector[2 * n] found = map_rect(job, phi, theta, x, k);
  target += 0.1 * sum(found);
}
