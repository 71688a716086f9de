package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.StanType.Base;

/** Matching of functions over scalars that are mapped over containers. */
final class Elementwise {
  private Elementwise() {}

  static Match match(Header header, List<StanType> arguments) {
    StanType shape = StanType.REAL;
    boolean realShape = true;
    int total = 0;
    for (int i = 0; i < arguments.size(); i++) {
      StanType argument = arguments.get(i);
      StanType scalar = header.parameters().get(i).type();
      int cost = cost(argument, scalar);
      if (cost == Types.IMPOSSIBLE || !agree(shape, argument)) {
        return new Match.Misfit(i, expected(scalar, shape));
      }
      total += cost;
      boolean first = shape.rank() == 0;
      if (argument.rank() > 0 && (first || !realShape)) {
        shape = argument;
        realShape = argument.base() != Base.INT;
      }
    }
    StanType result = Pattern.of(header.function().result()).type();
    return new Match.Fits(total, targets(header, arguments), mapped(shape, result));
  }

  /** Scalars are promoted, containers keep their types. */
  private static List<StanType> targets(Header header, List<StanType> arguments) {
    List<StanType> targets = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      StanType argument = arguments.get(i);
      targets.add(argument.rank() > 0 ? argument : header.parameters().get(i).type());
    }
    return targets;
  }

  private static int cost(StanType argument, StanType scalar) {
    return switch (argument.base()) {
      case INT -> scalar.isInt() ? 0 : 1;
      case REAL, VECTOR, ROW_VECTOR, MATRIX -> scalar.isInt() ? Types.IMPOSSIBLE : 0;
      default -> Types.IMPOSSIBLE;
    };
  }

  /** Equal shapes, or one is a scalar; an array of ints goes with any container of its rank. */
  private static boolean agree(StanType shape, StanType argument) {
    if (shape.rank() == 0 || argument.rank() == 0) {
      return true;
    }
    if (shape.isInt() || argument.isInt()) {
      return shape.rank() == argument.rank();
    }
    return shape.equals(argument);
  }

  private static String expected(StanType scalar, StanType shape) {
    return shape.rank() == 0 ? scalar + ", or a container of it" : scalar + " or " + shape;
  }

  private static StanType mapped(StanType shape, StanType result) {
    if (shape.rank() == 0) {
      return result;
    }
    boolean scalars = shape.base() == Base.INT || shape.base() == Base.REAL;
    return scalars ? new StanType(result.base(), shape.arrays(), List.of()) : shape;
  }
}
