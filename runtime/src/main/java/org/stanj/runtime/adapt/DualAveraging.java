package org.stanj.runtime.adapt;

/**
 * Finds the step size at which the mean acceptance statistic is δ, by Nesterov's dual averaging:
 *
 * <p>s̄ ← (1 − η) s̄ + η (δ − a), η = 1/(m + t₀); log ε = μ − s̄ √m / γ; the average of log ε has
 * weights m^(−κ).
 *
 * <p>Source: Hoffman and Gelman 2014, section 3.2.1, algorithm 5.
 */
public final class DualAveraging {
  private final AdaptSettings settings;
  private State state;

  /**
   * Everything that changes.
   *
   * @param count updates since the last restart, m
   * @param mu value that log ε is shrunk towards, μ
   * @param sBar mean of δ − a, s̄
   * @param xBar mean of log ε
   */
  public record State(long count, double mu, double sBar, double xBar) {}

  /** Starts from a step size; see {@link #restart}. */
  public DualAveraging(AdaptSettings settings, double stepSize) {
    this.settings = settings;
    this.state = fresh(stepSize);
  }

  /** Forgets what was learned; μ = log(10 ε) favours larger steps, which cost less. */
  public void restart(double stepSize) {
    state = fresh(stepSize);
  }

  private static State fresh(double stepSize) {
    return new State(0, Math.log(10 * stepSize), 0, 0);
  }

  /** Learns from a transition's acceptance statistic; returns the step size of the next one. */
  public double update(double acceptStat) {
    double m = state.count + 1.0;
    double a = acceptStat > 1 ? 1 : acceptStat;
    double eta = 1 / (m + settings.t0());
    double sBar = (1 - eta) * state.sBar + eta * (settings.delta() - a);
    double x = state.mu - sBar * Math.sqrt(m) / settings.gamma();
    double weight = Math.pow(m, -settings.kappa());
    double xBar = (1 - weight) * state.xBar + weight * x;
    state = new State(state.count + 1, state.mu, sBar, xBar);
    return Math.exp(x);
  }

  /** Whether {@link #averaged} has anything to average. */
  public boolean hasLearned() {
    return state.count > 0;
  }

  /** The averaged step size, for sampling. */
  public double averaged() {
    return Math.exp(state.xBar);
  }

  /** Its state, to be given to {@link #restore}. */
  public State save() {
    return state;
  }

  /** Continues from a saved state. */
  public void restore(State saved) {
    state = saved;
  }
}
