// Generators of scalar distributions.

/// Standard normal draw. Internal.
@rng
@java Draws.standardNormal
real std_normal_rng();

/// Normal draw.
@rng
real normal_rng(reals<finite> mu "Location parameter", reals<positive_finite> sigma "Scale parameter") {
  return mu + sigma * std_normal_rng();
}

/// Uniform draw.
@rng
@java Draws.uniform
real uniform_rng(reals<finite> alpha "Lower bound parameter", reals<finite, greater(alpha)> beta "Upper bound parameter");

/// Bernoulli draw.
@rng
@java Draws.bernoulli
int bernoulli_rng(reals<finite, bounded(0, 1)> theta "Probability parameter");
