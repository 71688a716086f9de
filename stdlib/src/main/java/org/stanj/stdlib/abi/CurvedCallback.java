package org.stanj.stdlib.abi;

/** A callback with one real as its value, and with second and third derivatives. */
public interface CurvedCallback extends Callback {
  /**
   * Adds the product of the Hessian by the leading arguments with a direction, {@code H u}.
   *
   * @param out {@code d^2 f / d lead^2 u} is added here
   */
  void hessianProduct(double[] lead, double[] u, double[] out);

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
      double @org.jspecify.annotations.Nullable [] dActive,
      int activeOffset);
}
