package org.stanj.compiler.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.stanj.compiler.core.Primitive;

/**
 * One entry of the prelude: a header with what stands behind it. Two entries of one name are
 * overloads.
 *
 * @param says the name in messages, where Stan's differs from the function's
 * @param parameters the header's parameters
 * @param result as written in the header: a type, {@code like x}, or a type variable
 * @param form what stands behind the header
 * @param derivatives text of the partial derivative by parameter name (primitives only), and of the
 *     formula in blocks under {@link #IN_BLOCKS}
 * @param text the Stan text of the function definition over the types that the body sees, to be
 *     parsed on demand; empty for primitives and builtins
 */
public record LibraryFunction(
    String name,
    Optional<String> says,
    List<Parameter> parameters,
    String result,
    Form form,
    Mapping mapping,
    boolean generator,
    Optional<Primitive> primitive,
    Map<String, String> derivatives,
    String text,
    String documentation) {
  /** What no parameter is called. */
  public static final String IN_BLOCKS = "@block";

  /** What stands behind a header. */
  public enum Form {
    PRIMITIVE,
    BODY,
    BUILTIN
  }

  /**
   * What the header takes beside what its types say.
   *
   * @param elementwise whether it is over scalars and maps over containers
   * @param promoted whether an elementwise function has no signature of its own for ints in the
   *     place of reals; calls with ints then cost a promotion when overloads are compared
   * @param depth the largest number of array dimensions of an argument, where it is stated
   * @param dataOnly whether no argument may depend on parameters
   * @param commutes whether two arguments may change places: one that does not depend on parameters
   *     then comes first, so that where both are equal the derivative is the other's
   */
  public record Mapping(
      boolean elementwise,
      boolean promoted,
      OptionalInt depth,
      boolean dataOnly,
      boolean commutes) {}

  /**
   * A parameter.
   *
   * @param type as written in the header: {@code reals}, {@code vector}, {@code array[] T}, ...
   * @param label its name in messages; empty if none
   * @param sizeLabel its name in messages about its size, which Stan words apart for a few
   * @param check the text inside {@code <...>}; empty if none
   */
  public record Parameter(String type, String name, String label, String sizeLabel, String check) {
    /** Whether containers are broadcast over. */
    public boolean broadcast() {
      return type.equals("reals") || type.equals("ints") || type.equals("vectors");
    }

    /** Whether it is a function of the program. */
    public boolean function() {
      return FunctionType.is(type);
    }

    /** Whether it stands for whatever else the function that is passed takes. */
    public boolean rest() {
      return type.equals(FunctionType.MORE);
    }

    /** Whether a collection of reals is taken whatever its shape, which the body sees as vector. */
    public boolean flat() {
      return type.equals("flat") || type.equals("list");
    }
  }

  /** Whether it is a constraint transform of a whole container, which maps over arrays. */
  public boolean transform() {
    return constraint() && !elementwise();
  }

  /** Whether it belongs to a constraint: the first argument decides about the result's shape. */
  public boolean constraint() {
    return name.endsWith("_constrain")
        || name.endsWith("_jacobian")
        || name.endsWith("_unconstrain");
  }

  /** Whether it takes a function of the program. */
  public boolean functional() {
    return parameters.stream().anyMatch(Parameter::function);
  }

  /** The same without the function that is passed and what is passed on to that. */
  public LibraryFunction withoutFunction() {
    List<Parameter> own = parameters.stream().filter(p -> !p.function() && !p.rest()).toList();
    return new LibraryFunction(
        name,
        says,
        own,
        result,
        form,
        mapping,
        generator,
        primitive,
        derivatives,
        text,
        documentation);
  }

  /** Whether it is over scalars and maps over containers. */
  public boolean elementwise() {
    return mapping.elementwise();
  }

  /** Whether its two arguments may change places. */
  public boolean commutes() {
    return mapping.commutes();
  }

  /** What messages call the function. */
  public String nameInMessages() {
    return says.orElse(name);
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
