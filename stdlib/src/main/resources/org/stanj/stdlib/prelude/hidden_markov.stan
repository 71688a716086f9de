// Hidden Markov models: log_omegas[k, t] is the log density of observation t in state k, Gamma the
// transition matrix, rho the chances of the first state.

/// Refuses arguments of the functions below that do not fit. Internal.
void check_hidden_markov(matrix log_omegas, matrix Gamma, vector<simplex> rho "rho") {
  int K = rows(log_omegas);
  if (rows(Gamma) != K || cols(Gamma) != K || num_elements(rho) != K) {
    fatal_error("hmm_marginal: Rows of log_omegas (", K, ") and rows of Gamma (", rows(Gamma),
           ") and size of rho (", num_elements(rho), ") must match in size");
  }
  for (i in 1 : K) {
    if (abs(sum(Gamma[i]) - 1) > 1e-8) {
      reject("hmm_marginal: Gamma[i, ] is not a valid simplex. sum(Gamma[i, ]) = ", sum(Gamma[i]),
             ", but should be 1");
    }
  }
}

/// Log density of the observations, the states summed out: forward algorithm, normalised at each
/// step.
real hmm_marginal(matrix log_omegas, matrix Gamma, vector rho) {
  check_hidden_markov(log_omegas, Gamma, rho);
  vector[rows(log_omegas)] alpha = rho;
  real total = 0;
  for (t in 1 : cols(log_omegas)) {
    vector[rows(log_omegas)] omega = col(log_omegas, t);
    real high = max(omega);
    if (t > 1) {
      alpha = (alpha' * Gamma)';
    }
    alpha = alpha .* exp(omega - high);
    real mass = sum(alpha);
    alpha = alpha / mass;
    total += high + log(mass);
  }
  return total;
}

/// Forward probabilities of the states, a column for each time. Internal.
matrix hmm_forward(matrix log_omegas, matrix Gamma, vector rho) {
  matrix[rows(log_omegas), cols(log_omegas)] forward;
  vector[rows(log_omegas)] alpha = rho;
  for (t in 1 : cols(log_omegas)) {
    vector[rows(log_omegas)] omega = col(log_omegas, t);
    if (t > 1) {
      alpha = (alpha' * Gamma)';
    }
    alpha = alpha .* exp(omega - max(omega));
    alpha = alpha / sum(alpha);
    forward[ : , t] = alpha;
  }
  return forward;
}

/// Probabilities of the states given all observations.
@data
matrix hmm_hidden_state_prob(matrix log_omegas, matrix Gamma, vector rho) {
  int T = cols(log_omegas);
  check_hidden_markov(log_omegas, Gamma, rho);
  matrix[rows(log_omegas), T] p = hmm_forward(log_omegas, Gamma, rho);
  vector[rows(log_omegas)] beta = rep_vector(1, rows(log_omegas));
  for (s in 1 : T - 1) {
    int t = T - s;
    vector[rows(log_omegas)] omega = col(log_omegas, t + 1);
    beta = Gamma * (exp(omega - max(omega)) .* beta);
    beta = beta / sum(beta);
    p[ : , t] = p[ : , t] .* beta / dot_product(col(p, t), beta);
  }
  return p;
}

/// A draw of the states given all observations: from the last one back.
array[] int hmm_latent_rng(matrix log_omegas, matrix Gamma, vector rho) {
  int T = cols(log_omegas);
  array[T] int z;
  check_hidden_markov(log_omegas, Gamma, rho);
  matrix[rows(log_omegas), T] forward = hmm_forward(log_omegas, Gamma, rho);
  for (s in 0 : T - 1) {
    int t = T - s;
    vector[rows(log_omegas)] p = col(forward, t);
    if (t < T) {
      p = p .* col(Gamma, z[t + 1]);
      p = p / sum(p);
    }
    z[t] = categorical_rng(p);
  }
  return z;
}
