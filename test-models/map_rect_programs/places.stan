// map_rect in functions and loops, over local data, where each call depends on the one before, and in
// every block.
functions {
  vector job(vector phi, vector theta, data array[] real x, data array[] int n) {
    real s = theta[1] * x[1];
    for (i in 1 : n[1]) {
      s = sin(s) + phi[1];
    }
    return [s, s * phi[1]]';
  }
  vector lone(vector phi, vector theta, data array[] real x, data array[] int n) {
    return [job(phi, theta, x, n)[1]]';
  }
  vector serial(vector phi, array[] vector theta, data array[,] real x, data array[,] int n, int both) {
    int k = size(theta);
    vector[both ? 2 * k : k] all;
    for (j in 1 : k) {
      if (both) {
        all[2 * j - 1 : 2 * j] = job(phi, theta[j], x[j], n[j]);
      } else {
        all[j] = lone(phi, theta[j], x[j], n[j])[1];
      }
    }
    return all;
  }
  vector mapped(vector phi, array[] vector theta, data array[,] real x, data array[,] int n, int both) {
    if (both) {
      return map_rect(job, phi, theta, x, n);
    }
    return map_rect(lone, phi, theta, x, n);
  }
  vector either(int plain, vector phi, array[] vector theta, data array[,] real x,
                data array[,] int n, int both) {
    return plain ? serial(phi, theta, x, n, both) : mapped(phi, theta, x, n, both);
  }
  // Not written out where it is called, since it calls itself.
  real often(int plain, int times, vector phi, array[] vector theta, data array[,] real x,
             data array[,] int n) {
    if (times == 0) {
      return 0;
    }
    vector[size(theta)] r = either(plain, phi, theta, x, n, 0);
    return r[1] * r[2] + often(plain, times - 1, phi / 2, theta, x, n);
  }
}
data {
  int plain;
}
transformed data {
  array[3, 1] real x = {{0.5}, {1.5}, {-1}};
  array[3, 1] int n = {{0}, {2}, {3}};
  vector[6] fixed = either(plain, [0.5]', {[1]', [2]', [3]'}, x, n, 1);
}
parameters {
  vector[1] phi;
  array[3] vector[1] theta;
}
transformed parameters {
  vector[6] both = either(plain, phi, theta, x, n, 1);
  vector[3] alone = either(plain, phi, theta, x, n, 0);
}
model {
  phi ~ std_normal();
  for (j in 1 : 3) {
    theta[j] ~ std_normal();
  }
  target += dot_product(both, fixed) + dot_product(alone, both[2 : 4]);
  // Each reads what the one before has made.
  vector[1] state = phi;
  for (t in 1 : 4) {
    vector[4] r = either(plain, state, theta[2 : 3], {{0.1}, {-0.3}}, {{t}, {1}}, 1);
    state[1] = 0.5 * r[1] + r[4] * state[1];
    if (t % 2 == 0) {
      target += r[2] * sum(either(plain, state, theta[1 : 2], {{0.7}, x[t - 1, 1 : 1]}, n[1 : 2], 0));
    }
  }
  target += -square(state[1]);
  // Terms of a loop that only adds.
  for (t in 1 : 3) {
    target += t * sum(either(plain, phi * t, theta, x, n, 0));
    target += sum(either(plain, phi / t, theta, x, n, 1));
  }
  target += often(plain, 3, phi, theta, x, n);
  int t = 0;
  while (t < 2) {
    t += 1;
    target += -sum(square(either(plain, phi, {theta[t]}, {x[t]}, {n[t]}, 1)));
  }
}
generated quantities {
  array[2, 1] real local_x = {{0.4}, {0.1 * phi[1]}};
  vector[2] local_data = either(plain, phi, theta[2 : 3], local_x, {{1}, {2}}, 0);
  vector[6] again = either(plain, phi, theta, x, n, 1);
  real total = sum(either(plain, phi, theta, x, n, 0));
}
