package org.stanj.compiler.library;

import java.util.List;

/**
 * A type whose name is a constraint, as the prelude declares it.
 *
 * @param type its name, e.g. {@code simplex}
 * @param sizes names of the sizes in a declaration
 * @param free texts of the sizes of one element on the unconstrained scale: one of a vector, two of
 *     a matrix
 * @param check the method of {@code stdlib.check.Checks} that its values pass
 * @param jacobian from the unconstrained scale; adds the log Jacobian
 * @param unconstrain its inverse
 */
public record Constraint(
    String type,
    List<String> sizes,
    List<String> free,
    String check,
    LibraryFunction jacobian,
    LibraryFunction unconstrain) {
  /** Copies the lists. */
  public Constraint {
    sizes = List.copyOf(sizes);
    free = List.copyOf(free);
  }
}
