// Results of different lengths, none among them, used in different ways.
functions {
  vector job(vector phi, vector theta, data array[] real x, data array[] int n) {
    vector[n[1]] r;
    for (i in 1 : n[1]) {
      r[i] = sin(phi[1] * i + theta[2]) * x[1] + phi[2] * theta[1];
    }
    return r;
  }
  vector serial(vector phi, array[] vector theta, data array[,] real x, data array[,] int n) {
    vector[sum(to_array_1d(n))] all;
    int at = 0;
    for (j in 1 : size(theta)) {
      all[at + 1 : at + n[j, 1]] = job(phi, theta[j], x[j], n[j]);
      at += n[j, 1];
    }
    return all;
  }
}
data {
  int plain;
}
transformed data {
  array[5, 1] real x = {{0.3}, {-1}, {0.8}, {2}, {0.1}};
  array[5, 1] int n = {{2}, {0}, {1}, {3}, {0}};
  array[5, 1] int one = {{1}, {0}, {1}, {1}, {0}};
}
parameters {
  vector[2] phi;
  array[5] vector[2] theta;
}
model {
  vector[6] r = plain ? serial(phi, theta, x, n) : map_rect(job, phi, theta, x, n);
  target += -square(sum(r)) + r[1] * r[6] - dot_self(phi);
  r[2] = r[3] * r[3];
  target += -r[2] * r[5];
  for (j in 1 : 5) {
    target += -dot_self(theta[j]);
  }
  vector[3] s = plain ? serial(phi, theta, x, one) : map_rect(job, phi, theta, x, one);
  target += s[1] - square(s[3]) * s[2];
}
