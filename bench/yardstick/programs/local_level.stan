// A level that wanders, with a season of four.
data {
  int<lower=4> T;
  vector[T] y;
}
parameters {
  vector[T] level;
  vector[T] season;
  vector<lower=0>[3] s;
}
model {
  s ~ normal(0, 1);
  level[1] ~ normal(0, 5);
  season[1 : 3] ~ normal(0, 1);
  level[2 : T] ~ normal(level[1 : T - 1], s[1]);
  for (t in 4 : T) {
    season[t] ~ normal(-sum(season[t - 3 : t - 1]), s[2]);
  }
  y ~ normal(level + season, s[3]);
}
