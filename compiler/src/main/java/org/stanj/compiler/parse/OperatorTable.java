package org.stanj.compiler.parse;

import java.util.HashMap;
import java.util.Map;
import org.stanj.compiler.syntax.BinaryOp;
import org.stanj.compiler.syntax.UnaryOp;

/** Which operator a symbol means. */
final class OperatorTable {
  private static final Map<String, BinaryOp> BINARY = binary();

  private OperatorTable() {}

  private static Map<String, BinaryOp> binary() {
    Map<String, BinaryOp> table = new HashMap<>();
    for (BinaryOp op : BinaryOp.values()) {
      table.put(op.symbol(), op);
    }
    return Map.copyOf(table);
  }

  /** The operator with two operands. */
  static BinaryOp binary(String symbol) {
    BinaryOp op = BINARY.get(symbol);
    if (op == null) {
      throw new AssertionError("no operator " + symbol);
    }
    return op;
  }

  /** The operator before an operand. */
  static UnaryOp prefix(String symbol) {
    return switch (symbol) {
      case "-" -> UnaryOp.NEGATE;
      case "+" -> UnaryOp.PLUS;
      case "!" -> UnaryOp.NOT;
      default -> throw new AssertionError("no prefix operator " + symbol);
    };
  }
}
