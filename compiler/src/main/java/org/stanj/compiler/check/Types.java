package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.syntax.BasicType;
import org.stanj.compiler.syntax.UnsizedType;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.StanType.Base;
import org.stanj.compiler.typed.TypedExpr;

/** Promotion of types, and types as written. */
final class Types {
  /** Cost of a promotion that does not exist. */
  static final int IMPOSSIBLE = -1;

  private Types() {}

  /** What a promotion costs when overloads are compared: int to real 1; {@link #IMPOSSIBLE}. */
  static int promotionCost(StanType from, StanType to) {
    if (from.equals(to)) {
      return 0;
    }
    if (from.arrays() != to.arrays()) {
      return IMPOSSIBLE;
    }
    if (from.base() == Base.TUPLE && to.base() == Base.TUPLE) {
      return tupleCost(from.members(), to.members());
    }
    return baseCost(from.base(), to.base());
  }

  private static int tupleCost(List<StanType> from, List<StanType> to) {
    if (from.size() != to.size()) {
      return IMPOSSIBLE;
    }
    int total = 0;
    for (int i = 0; i < from.size(); i++) {
      int cost = promotionCost(from.get(i), to.get(i));
      if (cost == IMPOSSIBLE) {
        return IMPOSSIBLE;
      }
      total += cost;
    }
    return total;
  }

  private static int baseCost(Base from, Base to) {
    return switch (from) {
      case INT -> to == Base.REAL ? 1 : to == Base.COMPLEX ? 2 : IMPOSSIBLE;
      case REAL -> to == Base.COMPLEX ? 1 : IMPOSSIBLE;
      case VECTOR -> to == Base.COMPLEX_VECTOR ? 1 : IMPOSSIBLE;
      case ROW_VECTOR -> to == Base.COMPLEX_ROW_VECTOR ? 1 : IMPOSSIBLE;
      case MATRIX -> to == Base.COMPLEX_MATRIX ? 1 : IMPOSSIBLE;
      default -> IMPOSSIBLE;
    };
  }

  static boolean promotes(StanType from, StanType to) {
    return promotionCost(from, to) != IMPOSSIBLE;
  }

  /** The type that both can be promoted to. */
  static Optional<StanType> common(StanType a, StanType b) {
    if (promotes(a, b)) {
      return Optional.of(b);
    }
    return promotes(b, a) ? Optional.of(a) : commonTuple(a, b);
  }

  /** Of tuples the type whose members are common to both. */
  private static Optional<StanType> commonTuple(StanType a, StanType b) {
    boolean tuples = a.isTuple() && b.isTuple() && a.arrays() == b.arrays();
    if (!tuples || a.members().size() != b.members().size()) {
      return Optional.empty();
    }
    List<StanType> members = new ArrayList<>();
    for (int i = 0; i < a.members().size(); i++) {
      Optional<StanType> member = common(a.members().get(i), b.members().get(i));
      if (member.isEmpty()) {
        return Optional.empty();
      }
      members.add(member.get());
    }
    return Optional.of(StanType.arrayOf(StanType.tupleOf(members), a.arrays()));
  }

  /** The expression with the given type; the promotion must exist. */
  static TypedExpr promote(TypedExpr e, StanType to) {
    return e.type().equals(to) ? e : new TypedExpr.Promote(e, to, e.span());
  }

  /** The same shape with real scalars instead of ints. */
  static StanType real(StanType type) {
    return type.isInt() ? new StanType(Base.REAL, type.arrays(), List.of()) : type;
  }

  static boolean isReal(StanType type) {
    return type.equals(StanType.REAL) || type.equals(StanType.INT);
  }

  static String list(List<StanType> types) {
    return String.join(", ", types.stream().map(StanType::toString).toList());
  }

  static List<StanType> of(List<TypedExpr> expressions) {
    List<StanType> types = new ArrayList<>();
    expressions.forEach(e -> types.add(e.type()));
    return types;
  }

  static StanType of(BasicType type) {
    return StanType.of(Base.valueOf(type.name()));
  }

  /** The type that a function header means. */
  static StanType of(UnsizedType type) {
    return type.accept(
        new UnsizedType.Visitor<>() {
          @Override
          public StanType basic(UnsizedType.Basic node) {
            return of(node.type());
          }

          @Override
          public StanType array(UnsizedType.Array node) {
            return StanType.arrayOf(of(node.element()), node.dimensions());
          }

          @Override
          public StanType tuple(UnsizedType.Tuple node) {
            return StanType.tupleOf(node.elements().stream().map(Types::of).toList());
          }
        });
  }
}
