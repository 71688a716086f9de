package org.stanj.build;

import java.util.Set;
import javax.lang.model.SourceVersion;
import org.stanj.compiler.typed.StanType;

/**
 * How a Stan type is written in Java: reals and complex numbers as {@code double}, ints as {@code
 * int}, containers as nested arrays, tuples as {@code Object} (a map, or lists of maps).
 */
record JavaType(StanType type) {
  /** Methods of all objects without parameters: nothing else may have their names. */
  private static final Set<String> TAKEN =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  boolean isInt() {
    return type.isInt();
  }

  /** The type, under some more arrays. */
  String text(int outer) {
    if (type.isTuple()) {
      return "Object";
    }
    int rank = outer + type.rank() + (type.isComplex() ? 1 : 0);
    return (type.isInt() ? "int" : "double") + "[]".repeat(rank);
  }

  /** A name of Stan as a name of Java: what Java keeps for itself gets an underscore. */
  static String name(String stan) {
    boolean kept = SourceVersion.isKeyword(stan) || TAKEN.contains(stan);
    return kept ? stan + "_" : stan;
  }
}
