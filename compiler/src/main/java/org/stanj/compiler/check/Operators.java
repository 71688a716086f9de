package org.stanj.compiler.check;

import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.syntax.BinaryOp;
import org.stanj.compiler.syntax.UnaryOp;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.StanType.Base;
import org.stanj.compiler.typed.TypedExpr;

/** Result types of operators. */
final class Operators {
  private static final Map<String, BinaryOp> FUNCTIONS =
      Map.ofEntries(
          Map.entry("add", BinaryOp.ADD),
          Map.entry("subtract", BinaryOp.SUBTRACT),
          Map.entry("multiply", BinaryOp.MULTIPLY),
          Map.entry("divide", BinaryOp.DIVIDE),
          Map.entry("modulus", BinaryOp.MODULO),
          Map.entry("elt_multiply", BinaryOp.ELEMENT_MULTIPLY),
          Map.entry("elt_divide", BinaryOp.ELEMENT_DIVIDE),
          Map.entry("logical_and", BinaryOp.AND),
          Map.entry("logical_or", BinaryOp.OR),
          Map.entry("logical_eq", BinaryOp.EQUAL),
          Map.entry("logical_neq", BinaryOp.NOT_EQUAL),
          Map.entry("logical_lt", BinaryOp.LESS),
          Map.entry("logical_lte", BinaryOp.LESS_EQUAL),
          Map.entry("logical_gt", BinaryOp.GREATER),
          Map.entry("logical_gte", BinaryOp.GREATER_EQUAL));

  private Operators() {}

  /** The operator that a function of two arguments is another name of. */
  static Optional<BinaryOp> binaryNamed(String function) {
    return Optional.ofNullable(FUNCTIONS.get(function));
  }

  /** Whether the function of an operator takes the types too: solving has other names. */
  static boolean alsoByName(BinaryOp operator, StanType left, StanType right) {
    return operator != BinaryOp.DIVIDE || left.rank() == 0 || right.rank() == 0;
  }

  /** The operator that a function of one argument is another name of. */
  static Optional<UnaryOp> unaryNamed(String function) {
    return switch (function) {
      case "minus" -> Optional.of(UnaryOp.NEGATE);
      case "plus" -> Optional.of(UnaryOp.PLUS);
      case "logical_negation" -> Optional.of(UnaryOp.NOT);
      default -> Optional.empty();
    };
  }

  /** The type of {@code left op right}; empty if the operator does not take these types. */
  static Optional<StanType> binary(BinaryOp operator, StanType left, StanType right) {
    if (left.isComplex() || right.isComplex()) {
      return ofComplex(operator, left.realPart(), right.realPart());
    }
    if (left.isArray() || right.isArray()) {
      return ofArrays(operator, Types.real(left), Types.real(right));
    }
    return switch (operator) {
      case OR, AND, MODULO, INTEGER_DIVIDE -> both(left, right, Base.INT, StanType.INT);
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
          scalars(left, right).map(type -> StanType.INT);
      case ADD, SUBTRACT -> elementwise(left, right);
      case MULTIPLY -> scaled(left, right).or(() -> product(left.base(), right.base()));
      case DIVIDE -> scaled(left, right).or(() -> rightDivide(left.base(), right.base()));
      case ELEMENT_MULTIPLY, ELEMENT_DIVIDE -> elementwise(left, right);
      case LEFT_DIVIDE -> leftDivide(left.base(), right.base());
      case POWER, ELEMENT_POWER -> elementwise(left, right).map(Types::real);
    };
  }

  /** Complex operands, by the shapes of both. */
  private static Optional<StanType> ofComplex(BinaryOp operator, StanType left, StanType right) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL -> binary(operator, left, right);
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          ELEMENT_MULTIPLY,
          ELEMENT_DIVIDE,
          POWER,
          ELEMENT_POWER ->
          binary(operator, left, right).map(StanType::complexified);
      default -> Optional.empty();
    };
  }

  /** Of the binary operators only powers are taken element by element through arrays. */
  private static Optional<StanType> ofArrays(BinaryOp operator, StanType left, StanType right) {
    boolean power = operator == BinaryOp.POWER || operator == BinaryOp.ELEMENT_POWER;
    boolean fits = left.equals(right) || isScalar(left) || isScalar(right);
    return power && fits ? Optional.of(left.isArray() ? left : right) : Optional.empty();
  }

  /** The type of a prefix operator or a transpose; empty if it does not take the type. */
  static Optional<StanType> unary(TypedExpr.UnaryOp operator, StanType type) {
    if (type.isComplex() && operator == TypedExpr.UnaryOp.PLUS) {
      return Optional.of(type).filter(StanType.COMPLEX::equals);
    }
    if (type.isComplex() && operator != TypedExpr.UnaryOp.NOT) {
      return unary(operator, type.realPart()).map(StanType::complexified);
    }
    return switch (operator) {
      case NOT -> Optional.of(type).filter(StanType.INT::equals);
      case MINUS -> Optional.of(type).filter(t -> isNumeric(t.base()));
      case PLUS -> Optional.of(type).filter(t -> !t.isArray() && isNumeric(t.base()));
      case TRANSPOSE -> type.isArray() ? Optional.empty() : transposed(type.base());
    };
  }

  static TypedExpr.UnaryOp typed(UnaryOp operator) {
    return switch (operator) {
      case NEGATE -> TypedExpr.UnaryOp.MINUS;
      case PLUS -> TypedExpr.UnaryOp.PLUS;
      case NOT -> TypedExpr.UnaryOp.NOT;
      case TRANSPOSE -> TypedExpr.UnaryOp.TRANSPOSE;
    };
  }

  static TypedExpr.BinaryOp typed(BinaryOp operator) {
    return operator == BinaryOp.INTEGER_DIVIDE
        ? TypedExpr.BinaryOp.INT_DIVIDE
        : TypedExpr.BinaryOp.valueOf(operator.name());
  }

  private static Optional<StanType> both(
      StanType left, StanType right, Base base, StanType result) {
    return Optional.of(result).filter(t -> left.base() == base && right.base() == base);
  }

  private static boolean isScalar(StanType type) {
    return type.arrays() == 0 && (type.base() == Base.INT || type.base() == Base.REAL);
  }

  private static boolean isNumeric(Base base) {
    return base == Base.INT || base == Base.REAL || isContainer(base);
  }

  private static boolean isContainer(Base base) {
    return base == Base.VECTOR || base == Base.ROW_VECTOR || base == Base.MATRIX;
  }

  private static Optional<StanType> scalars(StanType left, StanType right) {
    if (!isScalar(left) || !isScalar(right)) {
      return Optional.empty();
    }
    return Optional.of(left.isInt() && right.isInt() ? StanType.INT : StanType.REAL);
  }

  /** Scalars, or a container with a scalar on either side. */
  private static Optional<StanType> scaled(StanType left, StanType right) {
    if (isScalar(left) && isContainer(right.base())) {
      return Optional.of(right);
    }
    if (isScalar(right) && isContainer(left.base())) {
      return Optional.of(left);
    }
    return scalars(left, right);
  }

  private static Optional<StanType> elementwise(StanType left, StanType right) {
    return isContainer(left.base()) && left.equals(right) ? Optional.of(left) : scaled(left, right);
  }

  private static Optional<StanType> product(Base left, Base right) {
    return Optional.ofNullable(
        switch (left) {
          case VECTOR -> right == Base.ROW_VECTOR ? StanType.MATRIX : null;
          case ROW_VECTOR ->
              right == Base.VECTOR
                  ? StanType.REAL
                  : right == Base.MATRIX ? StanType.ROW_VECTOR : null;
          case MATRIX ->
              right == Base.VECTOR
                  ? StanType.VECTOR
                  : right == Base.MATRIX ? StanType.MATRIX : null;
          default -> null;
        });
  }

  private static Optional<StanType> rightDivide(Base left, Base right) {
    boolean solves = (left == Base.ROW_VECTOR || left == Base.MATRIX) && right == Base.MATRIX;
    return solves ? Optional.of(StanType.of(left)) : Optional.empty();
  }

  private static Optional<StanType> leftDivide(Base left, Base right) {
    boolean solves = (right == Base.VECTOR || right == Base.MATRIX) && left == Base.MATRIX;
    return solves ? Optional.of(StanType.of(right)) : Optional.empty();
  }

  private static Optional<StanType> transposed(Base base) {
    return switch (base) {
      case VECTOR -> Optional.of(StanType.ROW_VECTOR);
      case ROW_VECTOR -> Optional.of(StanType.VECTOR);
      case MATRIX -> Optional.of(StanType.MATRIX);
      default -> Optional.empty();
    };
  }
}
