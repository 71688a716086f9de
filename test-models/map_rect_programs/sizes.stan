// Any number of jobs; nothing shared, nothing of their own, no data.
functions {
  vector job(vector phi, vector theta, data array[] real x, data array[] int n) {
    real lp = 0;
    for (i in 1 : size(phi)) {
      lp += normal_lpdf(phi[i] | sum(x), 2 + size(n));
    }
    for (i in 1 : size(theta)) {
      lp += cos(theta[i] + i) * (size(phi) > 0 ? phi[1] : 1);
    }
    return [lp]';
  }
  real serial(vector phi, array[] vector theta, data array[,] real x, data array[,] int n) {
    real lp = 0;
    for (j in 1 : size(theta)) {
      lp += job(phi, theta[j], x[j], n[j])[1];
    }
    return lp;
  }
}
data {
  int plain;
  int jobs;
}
transformed data {
  array[jobs, 3] real x;
  array[jobs, 2] int n = rep_array(1, jobs, 2);
  array[jobs, 0] real no_x;
  array[jobs, 0] int no_n;
  for (j in 1 : jobs) {
    x[j] = {j, 0.5 * j, -1.3 * j};
  }
}
parameters {
  vector[3] phi;
  vector[0] no_phi;
  array[jobs] vector[2] theta;
  array[jobs] vector[0] no_theta;
}
model {
  phi ~ std_normal();
  for (j in 1 : jobs) {
    theta[j] ~ std_normal();
  }
  target += plain ? serial(phi, theta, x, n) : sum(map_rect(job, phi, theta, x, n));
  target += plain ? serial(no_phi, theta, no_x, n) : sum(map_rect(job, no_phi, theta, no_x, n));
  target += plain ? serial(phi, no_theta, x, no_n) : sum(map_rect(job, phi, no_theta, x, no_n));
  target += plain ? serial(no_phi, no_theta, no_x, no_n)
            : sum(map_rect(job, no_phi, no_theta, no_x, no_n));
}
