package org.stanj.compiler.check;

import java.util.stream.Stream;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.StanType.Base;

/**
 * The type of a parameter in a library header.
 *
 * @param text as the header has it
 * @param type the type; of a variable that of its arrays, whatever the base
 * @param variable name of the type variable; empty unless the kind is VARIABLE
 */
record Pattern(Kind kind, String text, StanType type, String variable, boolean dataOnly) {
  private static final String DATA = "data ";
  private static final String TUPLE = "tuple(";

  /** What is accepted. */
  enum Kind {
    /** One type. */
    FIXED,
    /** A scalar, or a container of scalars to broadcast over. */
    SCALARS,
    /** A vector, a row vector, or an array of them. */
    VECTORS,
    /** A container of reals whatever its shape. */
    FLAT,
    /** The same without matrices. */
    LIST,
    /** A type variable under a number of array dimensions. */
    VARIABLE,
    ANY,
    /** Anything but a scalar. */
    CONTAINER
  }

  static Pattern of(String text) {
    if (text.startsWith(DATA)) {
      Pattern inner = of(text.substring(DATA.length()));
      return new Pattern(inner.kind, text, inner.type, inner.variable, true);
    }
    if (text.startsWith(TUPLE)) {
      return new Pattern(Kind.FIXED, text, tuple(text), "", false);
    }
    int arrays = text.startsWith("array") ? text.indexOf(']') - text.indexOf('[') : 0;
    String base = text.substring(text.indexOf(' ') + 1);
    if (base.length() == 1 && Character.isUpperCase(base.charAt(0))) {
      StanType shape = StanType.arrayOf(StanType.REAL, arrays);
      return new Pattern(Kind.VARIABLE, text, shape, base, false);
    }
    Kind kind = kind(base);
    StanType type = StanType.arrayOf(scalarOrSelf(base), arrays);
    return new Pattern(kind, text, type, "", false);
  }

  /** Of a tuple without tuples in it. */
  private static StanType tuple(String text) {
    String members = text.substring(TUPLE.length(), text.length() - 1);
    return StanType.tupleOf(Stream.of(members.split(", ")).map(m -> of(m).type()).toList());
  }

  private static Kind kind(String base) {
    return switch (base) {
      case "reals", "ints" -> Kind.SCALARS;
      case "vectors" -> Kind.VECTORS;
      case "flat" -> Kind.FLAT;
      case "list" -> Kind.LIST;
      case "any" -> Kind.ANY;
      case "container" -> Kind.CONTAINER;
      default -> Kind.FIXED;
    };
  }

  private static StanType scalarOrSelf(String base) {
    return switch (base) {
      case "ints" -> StanType.INT;
      case "reals", "flat", "list", "any", "container" -> StanType.REAL;
      case "vectors" -> StanType.VECTOR;
      default -> base(base);
    };
  }

  private static StanType base(String text) {
    for (Base base : Base.values()) {
      if (base.toString().equals(text)) {
        return StanType.of(base);
      }
    }
    throw new IllegalStateException("no type of the prelude: " + text);
  }

  /** Cost of passing a value of the given type; type variables are the caller's business. */
  int cost(StanType argument) {
    boolean fits =
        switch (kind) {
          case FIXED -> Types.promotes(argument, type);
          case SCALARS -> isScalars(argument);
          case VECTORS -> argument.arrays() <= 1 && isVector(argument.base());
          case FLAT -> isFlat(argument);
          case LIST -> isFlat(argument) && argument.base() != Base.MATRIX;
          case VARIABLE -> argument.arrays() >= type.arrays() && argument.base() != Base.TUPLE;
          case ANY -> argument.base() != Base.TUPLE;
          case CONTAINER -> argument.rank() > 0 && argument.base() != Base.TUPLE;
        };
    if (!fits) {
      return Types.IMPOSSIBLE;
    }
    boolean generic = kind == Kind.VARIABLE || kind == Kind.ANY || kind == Kind.CONTAINER;
    if (kind == Kind.FIXED) {
      return Types.promotionCost(argument, type);
    }
    return !generic && argument.isInt() && !type.isInt() ? 1 : 0;
  }

  private boolean isScalars(StanType argument) {
    if (type.isInt()) {
      return argument.isInt() && argument.arrays() <= 1;
    }
    return switch (argument.base()) {
      case INT, REAL -> argument.arrays() <= 1;
      case VECTOR, ROW_VECTOR -> argument.arrays() == 0;
      default -> false;
    };
  }

  private static boolean isFlat(StanType argument) {
    return switch (argument.base()) {
      case INT, REAL -> argument.arrays() == 1;
      case VECTOR, ROW_VECTOR, MATRIX -> argument.arrays() == 0;
      default -> false;
    };
  }

  private static boolean isVector(Base base) {
    return base == Base.VECTOR || base == Base.ROW_VECTOR;
  }

  /** For messages: the header's own words as Stan's manual has them. */
  String description() {
    return switch (kind) {
      case FLAT -> "vector/row_vector/matrix/array[] real";
      case LIST -> "vector/row_vector/array[] real";
      default -> text;
    };
  }

  /** Whether the callee takes the argument with its own type. */
  boolean keepsType() {
    return kind != Kind.FIXED && kind != Kind.VARIABLE;
  }
}
