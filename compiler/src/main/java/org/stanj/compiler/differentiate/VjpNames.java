package org.stanj.compiler.differentiate;

import java.util.List;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Operand;

/** Finds functions and the names of their reverse versions, which are made on demand. */
interface VjpNames {
  CoreFunction function(String name);

  /**
   * The function that adds adjoint times derivative of {@code function} to the adjoints of its
   * arguments.
   *
   * @param active which of its parameters carry derivatives
   */
  String vjp(String function, List<Boolean> active);

  /** Notes that the product is asked of a callback by its bound arguments, if this is one. */
  void needsVjp(Operand argument);
}
