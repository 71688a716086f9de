package org.stanj.stdlib.abi;

import org.jspecify.annotations.Nullable;

/**
 * A function of the program whose arguments are bound but for the leading ones: what solvers,
 * quadrature and approximations call.
 *
 * <p>The leading arguments, such as time and state, are laid one after the other in {@code lead};
 * so are the components of the result in {@code out}. Of the bound arguments those that carry
 * derivatives are laid in the <em>active frame</em>; data cost nothing. A callback belongs to one
 * evaluation at a time. What the function throws passes through; no method keeps an array.
 */
public interface Callback {
  /** Reals in the active frame; 0 where no bound argument carries a derivative. */
  int activeLength();

  /**
   * Whether the derivative of the call will be asked for, so that a trace of it is worth having.
   */
  boolean traced();

  /**
   * Evaluates the function.
   *
   * @param lead leading arguments, from index 0
   * @param out is set to the value; its length is that of the value
   * @throws RejectException as the function does, or where the value has another length
   */
  void value(double[] lead, double[] out);

  /**
   * The vector-Jacobian product at a point.
   *
   * @param dOut adjoint of the value
   * @param dLead {@code dOut' d out / d lead} is added here
   * @param dActive {@code dOut' d out / d active} is added here from {@code activeOffset}; null
   *     where it is not wanted, which saves its time
   */
  void vjp(
      double[] lead, double[] dOut, double[] dLead, double @Nullable [] dActive, int activeOffset);
}
