package org.stanj.compiler.lint;

import java.util.List;
import java.util.Set;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedExpr.BinaryOp;

/** Whether a value is a linear function of each variable in it. */
final class Linearity {
  /** Functions that only add, or put elements into another form. */
  private static final Set<String> LINEAR =
      Set.of(
          "add",
          "append_col",
          "append_row",
          "block",
          "col",
          "cols",
          "diagonal",
          "head",
          "minus",
          "rep_matrix",
          "rep_row_vector",
          "rep_vector",
          "row",
          "rows",
          "segment",
          "subtract",
          "sum",
          "tail",
          "to_array_1d",
          "to_array_2d",
          "to_matrix",
          "to_row_vector",
          "to_vector",
          "transpose");

  private Linearity() {}

  static boolean isLinear(TypedExpr e) {
    if (isConstant(e) || e instanceof TypedExpr.Reference) {
      return true;
    }
    if (e instanceof TypedExpr.Indexed indexed) {
      return isLinear(indexed.base());
    }
    if (e instanceof TypedExpr.Binary binary) {
      return binary(binary);
    }
    if (e instanceof TypedExpr.LibraryCall call) {
      return call(call);
    }
    boolean combines =
        e instanceof TypedExpr.Promote
            || e instanceof TypedExpr.Unary
            || e instanceof TypedExpr.ArrayLiteral
            || e instanceof TypedExpr.RowLiteral;
    return combines && all(Subexpressions.of(e));
  }

  private static boolean binary(TypedExpr.Binary e) {
    BinaryOp operator = e.operator();
    if (operator == BinaryOp.ADD || operator == BinaryOp.SUBTRACT) {
      return isLinear(e.left()) && isLinear(e.right());
    }
    return (operator == BinaryOp.MULTIPLY
            || operator == BinaryOp.DIVIDE
            || operator == BinaryOp.INT_DIVIDE)
        && isScaled(e.left(), e.right());
  }

  private static boolean call(TypedExpr.LibraryCall e) {
    List<TypedExpr> arguments = e.arguments();
    if (e.function().name().equals("fma")) {
      return isScaled(arguments.get(0), arguments.get(1)) && isLinear(arguments.get(2));
    }
    return LINEAR.contains(e.function().name()) && all(arguments);
  }

  private static boolean isScaled(TypedExpr left, TypedExpr right) {
    return (isConstant(left) && isLinear(right)) || (isConstant(right) && isLinear(left));
  }

  private static boolean all(List<TypedExpr> parts) {
    return parts.stream().allMatch(Linearity::isLinear);
  }

  private static boolean isConstant(TypedExpr e) {
    return Subexpressions.references(e).isEmpty();
  }
}
