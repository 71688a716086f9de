package org.stanj.compiler.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.core.Primitive;

/**
 * One entry of the prelude: a header with what stands behind it. Two entries of one name are
 * overloads.
 *
 * @param parameters the header's parameters
 * @param result as written in the header: a type, {@code like x}, or a type variable
 * @param form what stands behind the header
 * @param derivatives text of the partial derivative by parameter name (primitives only)
 * @param text the Stan text of the function definition over the types that the body sees, to be
 *     parsed on demand; empty for primitives and builtins
 */
public record LibraryFunction(
    String name,
    List<Parameter> parameters,
    String result,
    Form form,
    boolean elementwise,
    boolean generator,
    Optional<Primitive> primitive,
    Map<String, String> derivatives,
    String text,
    String documentation) {

  /** What stands behind a header. */
  public enum Form {
    PRIMITIVE,
    BODY,
    BUILTIN
  }

  /**
   * A parameter.
   *
   * @param type as written in the header: {@code reals}, {@code vector}, {@code array[] T}, ...
   * @param label its name in messages; empty if none
   * @param check the text inside {@code <...>}; empty if none
   */
  public record Parameter(String type, String name, String label, String check) {
    /** Whether containers are broadcast over. */
    public boolean broadcast() {
      return type.equals("reals") || type.equals("ints") || type.equals("vectors");
    }
  }

  /** Whether programs cannot call it: its doc ends in {@code Internal.} */
  public boolean internal() {
    return documentation.endsWith("Internal.");
  }

  public LibraryFunction {
    parameters = List.copyOf(parameters);
    derivatives = Map.copyOf(derivatives);
  }
}
