functions {
  vector rates(real t, vector z, real a, real b, real c, real d) {
    return [(a - b * z[2]) * z[1], (-c + d * z[1]) * z[2]]';
  }
}
data {
  int<lower=0> T;
  array[T] real ts;
  vector[2] y0;
  array[T] vector<lower=0>[2] y;
}
parameters {
  vector<lower=0>[4] theta;
  vector<lower=0>[2] z0;
  real<lower=0> sigma;
}
model {
  theta ~ lognormal(-1, 0.5);
  z0 ~ lognormal(log(y0), 0.5);
  sigma ~ lognormal(-1, 1);
  array[T] vector[2] z = ode_rk45(rates, z0, 0, ts, theta[1], theta[2], theta[3], theta[4]);
  for (t in 1 : T) {
    y[t] ~ lognormal(log(z[t]), sigma);
  }
}
