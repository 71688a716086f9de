package org.stanj.runtime.adapt;

/**
 * Arguments of warmup adaptation.
 *
 * @param engaged whether anything is adapted
 * @param gamma adaptation regularisation scale γ
 * @param delta target mean acceptance statistic δ
 * @param kappa relaxation exponent κ
 * @param t0 iteration offset t₀
 * @param initBuffer iterations of the first fast interval
 * @param termBuffer iterations of the last fast interval
 * @param window iterations of the first slow window
 */
public record AdaptSettings(
    boolean engaged,
    double gamma,
    double delta,
    double kappa,
    double t0,
    int initBuffer,
    int termBuffer,
    int window) {
  /** CmdStan's defaults. */
  public static final AdaptSettings DEFAULT =
      new AdaptSettings(true, 0.05, 0.8, 0.75, 10, 75, 50, 25);
}
