// An epidemic whose contacts drop: 4 states, 8 parameters, 60 days of counts, ode_rk45.
functions {
  vector slope(real t, vector y, vector theta, real population) {
    // contacts after the drop, relative to those before it
    real contacts = theta[4] + (1 - theta[4]) * inv_logit(theta[5] - t);
    real infected = theta[1] * contacts * y[1] * y[3] / population;
    real falling_ill = theta[2] * y[2];
    real recovered = theta[3] * y[3];
    return [-infected, infected - falling_ill, falling_ill - recovered, falling_ill]';
  }
}
data {
  int<lower=1> T;
  array[T] real<lower=0> ts;
  real<lower=0> population;
  array[T] int<lower=0> cases;
}
parameters {
  real<offset=log(1.1), multiplier=0.2> log_beta;
  real<offset=log(0.3), multiplier=0.2> log_onset;
  real<offset=log(0.35), multiplier=0.2> log_recovery;
  real<offset=log(0.3), multiplier=0.2> log_drop;
  real<offset=log(22), multiplier=0.1> log_day;
  real<offset=log(40), multiplier=0.5> log_first;
  real<offset=log(0.4), multiplier=0.2> log_reported;
  real<offset=log(20), multiplier=0.5> log_phi;
}
model {
  vector[5] theta = exp([log_beta, log_onset, log_recovery, log_drop, log_day]');
  real first = exp(log_first);
  array[T] vector[4] y = ode_rk45(slope, [population - 2 * first, first, first, 0]', 0, ts, theta,
                                  population);
  vector[T] expected;
  for (t in 1:T) {
    expected[t] = exp(log_reported) * (t == 1 ? y[1, 4] : y[t, 4] - y[t - 1, 4]);
  }
  cases ~ neg_binomial_2(expected, exp(log_phi));
  log_beta ~ normal(log(1.1), 0.2);
  log_onset ~ normal(log(0.3), 0.2);
  log_recovery ~ normal(log(0.35), 0.2);
  log_drop ~ normal(log(0.3), 0.2);
  log_day ~ normal(log(22), 0.1);
  log_first ~ normal(log(40), 0.5);
  log_reported ~ normal(log(0.4), 0.2);
  log_phi ~ normal(log(20), 0.5);
}
