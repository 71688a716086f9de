package org.stanj.compiler.core;

import java.util.List;

/**
 * A scalar function of the library: one pure static Java method under the name of one entry of the
 * prelude. Two entries may share a method and differ in their derivatives, so the entry, not the
 * method, is what a primitive is.
 *
 * @param entry the header in the prelude, e.g. {@code magnitude(real)}
 * @param owner internal class name, e.g. {@code org/stanj/stdlib/scalar/Elementary}
 * @param random whether its first Java parameter is the random stream (then it is not pure)
 * @param rejects whether it throws for arguments outside its domain
 * @param lanes how loops that run several iterations at once evaluate it
 */
public record Primitive(
    String entry,
    String owner,
    String method,
    List<Kind> parameters,
    Kind result,
    boolean random,
    boolean rejects,
    LaneForm lanes) {
  public Primitive {
    parameters = List.copyOf(parameters);
  }

  /** A function that is defined for all arguments and that no derivative is asked of. */
  public Primitive(
      String owner, String method, List<Kind> parameters, Kind result, boolean random) {
    this("", owner, method, parameters, result, random, false, LaneForm.NONE);
  }

  /** Placeholder for argument {@code i} in the text of a derivative. */
  public static Var argument(int i, Kind kind) {
    return Var.local("argument" + i, kind == Kind.INT ? CoreType.INT : CoreType.REAL);
  }

  /** Placeholder for the value in the text of a derivative. */
  public static final Var RESULT = Var.local("result", CoreType.REAL);
}
