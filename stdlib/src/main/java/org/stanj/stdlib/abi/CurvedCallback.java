package org.stanj.stdlib.abi;

import org.jspecify.annotations.Nullable;

/** A callback with one real as its value, and with second and third derivatives. */
public interface CurvedCallback extends Callback {
  /**
   * Adds the gradient of the directional derivative {@code u' d f / d lead}, with the direction
   * held fixed.
   *
   * @param dLead {@code d^2 f / d lead^2 u} is added here, the product of the Hessian with u
   * @param dActive {@code d (u' d f / d lead) / d active} is added here from {@code activeOffset};
   *     null where it is not wanted
   */
  void hessianProduct(
      double[] lead, double[] u, double[] dLead, double @Nullable [] dActive, int activeOffset);

  /**
   * Adds the gradient of the second directional derivative {@code u' H v}, H being the Hessian by
   * the leading arguments, with both directions held fixed.
   *
   * @param dLead {@code d (u' H v) / d lead} is added here
   * @param dActive {@code d (u' H v) / d active} is added here from {@code activeOffset}; null
   *     where it is not wanted
   */
  void thirdProduct(
      double[] lead,
      double[] u,
      double[] v,
      double[] dLead,
      double @Nullable [] dActive,
      int activeOffset);
}
