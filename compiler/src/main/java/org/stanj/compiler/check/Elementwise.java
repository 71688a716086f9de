package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.StanType.Base;

/**
 * Matching of functions over scalars that are mapped over containers. Containers in the place of
 * reals (or complex numbers) have one shape; ints go by it through arrays of the same rank.
 */
final class Elementwise {
  /** The array dimensions that Stan goes up to; one more for arrays of reals side by side. */
  private static final int DEPTH = 7;

  private final Header header;
  private final List<StanType> arguments;
  private final List<StanType> targets = new ArrayList<>();
  private StanType shape = StanType.REAL;
  private StanType ints = StanType.INT;
  private int cost;

  private Elementwise(Header header, List<StanType> arguments) {
    this.header = header;
    this.arguments = arguments;
  }

  static Match match(Header header, List<StanType> arguments) {
    return new Elementwise(header, arguments).match();
  }

  private Match match() {
    for (int i = 0; i < arguments.size(); i++) {
      StanType scalar = header.parameters().get(i).type();
      if (!take(i, scalar)) {
        return new Match.Misfit(i, expected(scalar));
      }
    }
    StanType scalar = Pattern.of(header.function().result()).type();
    StanType result = lifted(shape.rank() == 0 ? ints : shape, scalar.base());
    return isTooDeep(result)
        ? new Match.Misfit(deepest(), scalar + ", or a container of it of fewer dimensions")
        : new Match.Fits(cost, targets, result);
  }

  private boolean take(int position, StanType scalar) {
    StanType argument = arguments.get(position);
    StanType lifted = lifted(argument, scalar.base());
    int promotion = Types.promotionCost(argument, lifted);
    if (promotion == Types.IMPOSSIBLE || !agrees(position, lifted)) {
      return false;
    }
    boolean free =
        argument.isInt() && scalar.base() == Base.REAL && !header.function().mapping().promoted();
    cost += free ? 0 : promotion;
    boolean kept = argument.rank() > 0 && scalar.base() != Base.COMPLEX;
    targets.add(kept ? argument : lifted);
    return true;
  }

  /** The argument's shape over the scalars that the function takes. */
  private static StanType lifted(StanType argument, Base scalar) {
    return new StanType(over(argument.base(), scalar), argument.arrays(), List.of());
  }

  private static Base over(Base shape, Base scalar) {
    boolean complex = scalar == Base.COMPLEX;
    if (scalar == Base.INT && shape.rank() > 0) {
      return Base.VOID;
    }
    return switch (shape) {
      case INT, REAL, COMPLEX -> scalar;
      case VECTOR, COMPLEX_VECTOR -> complex ? Base.COMPLEX_VECTOR : Base.VECTOR;
      case ROW_VECTOR, COMPLEX_ROW_VECTOR -> complex ? Base.COMPLEX_ROW_VECTOR : Base.ROW_VECTOR;
      case MATRIX, COMPLEX_MATRIX -> complex ? Base.COMPLEX_MATRIX : Base.MATRIX;
      case VOID, TUPLE, FUNCTION -> Base.VOID;
    };
  }

  private boolean isTooDeep(StanType result) {
    boolean ofReals = shape.rank() > 0 && result.base().rank() == 0 && arguments.size() > 1;
    return result.arrays()
        > header.function().mapping().depth().orElse(ofReals ? DEPTH + 1 : DEPTH);
  }

  private int deepest() {
    int deepest = 0;
    for (int i = 1; i < arguments.size(); i++) {
      deepest = arguments.get(i).arrays() > arguments.get(deepest).arrays() ? i : deepest;
    }
    return deepest;
  }

  /** Whether an argument goes with those before it. Takes over its shape. */
  private boolean agrees(int position, StanType lifted) {
    if (lifted.isInt()) {
      return agreesAsInt(lifted);
    }
    if (lifted.rank() == 0) {
      return true;
    }
    if (lifted.base().rank() > 0 && header.function().result().equals("int")) {
      return false;
    }
    boolean first = position == 0 || !header.function().constraint();
    if (shape.rank() == 0 && first && goesWith(lifted, ints)) {
      shape = lifted;
    }
    return shape.equals(lifted);
  }

  private boolean agreesAsInt(StanType lifted) {
    if (lifted.rank() == 0) {
      return true;
    }
    boolean fits = ints.rank() == 0 ? goesWith(shape, lifted) : ints.equals(lifted);
    ints = lifted;
    return fits;
  }

  private static boolean goesWith(StanType shape, StanType ints) {
    return shape.rank() == 0 || ints.rank() == 0 || shape.rank() == ints.rank();
  }

  private String expected(StanType scalar) {
    return shape.rank() == 0 ? scalar + ", or a container of it" : scalar + " or " + shape;
  }
}
