package org.stanj.runtime.optimize;

/**
 * When a climb counts as converged: as soon as one of these holds after a step.
 *
 * @param objective |f′ − f| below it, f the log density
 * @param relativeObjective |f′ − f| / max(|f|, |f′|, 1) below it times 2⁻⁵²
 * @param gradient Euclidean norm of the gradient below it
 * @param relativeGradient gᵀHg / max(|f′|, 1) below it times 2⁻⁵², H the inverse Hessian
 * @param parameters Euclidean length of the step below it
 */
public record Tolerances(
    double objective,
    double relativeObjective,
    double gradient,
    double relativeGradient,
    double parameters) {
  /** CmdStan's defaults. */
  public static final Tolerances DEFAULT = new Tolerances(1e-12, 1e4, 1e-8, 1e7, 1e-8);
}
