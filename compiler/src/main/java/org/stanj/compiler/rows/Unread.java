package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Leaves out scalars that nothing reads. */
final class Unread {
  private Unread() {}

  /** The statements without assignments of scalars that no other statement among them reads. */
  static List<Stmt> without(List<Stmt> body) {
    List<Stmt> before = body;
    while (true) {
      Set<Var> read = new HashSet<>();
      before.forEach(s -> s.walk(t -> reads(t, read)));
      List<Stmt> after = list(before, read);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
  }

  private static void reads(Stmt s, Set<Var> into) {
    s.forEachExpression(e -> Variables.forEach(e, into::add));
    for (Operand o : Variables.operands(s)) {
      if (o instanceof Operand.Scalar scalar) {
        Variables.forEach(scalar.value(), into::add);
      }
    }
  }

  private static List<Stmt> list(List<Stmt> body, Set<Var> read) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      boolean unread =
          s instanceof Stmt.Assign a && !read.contains(a.variable()) && !mayThrow(a.value());
      if (!unread) {
        out.add(s.mapBodies(b -> list(b, read)));
      }
    }
    return out;
  }

  private static boolean mayThrow(Expr e) {
    boolean[] found = {false};
    e.walk(x -> found[0] |= x instanceof Expr.Apply a && a.hasEffect());
    return found[0];
  }
}
