package org.stanj.runtime.chains;

import org.stanj.runtime.model.DataContext;

/**
 * Where a chain starts.
 *
 * @param values initial values on the constrained scale; parameters it lacks are random
 * @param radius r ≥ 0: the random ones are uniform on (−r, r) on the unconstrained scale
 */
public record Inits(DataContext values, double radius) {
  /** All parameters uniform on (−2, 2). */
  public static final Inits DEFAULT = new Inits(DataContext.EMPTY, 2);

  /** Random on (−r, r); 0 puts all parameters to zero. */
  public static Inits uniform(double radius) {
    return new Inits(DataContext.EMPTY, radius);
  }
}
