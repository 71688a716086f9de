package org.stanj;

import org.stanj.runtime.model.Model;

/**
 * Which terms of the log density are added.
 *
 * @param jacobian the log Jacobian of the constraining transforms: without it the density is that
 *     of the constrained parameters
 * @param propto drop the terms that do not depend on parameters from {@code ~} and {@code _lupdf}
 */
public record Terms(boolean jacobian, boolean propto) {
  /** As samplers have it: {@code lp__} of the draws. */
  public static final Terms SAMPLING = new Terms(true, true);

  /** As {@code optimize} has it. */
  public static final Terms OPTIMIZING = new Terms(false, true);

  int flags() {
    return (jacobian ? Model.JACOBIAN : 0) | (propto ? Model.PROPTO : 0);
  }
}
