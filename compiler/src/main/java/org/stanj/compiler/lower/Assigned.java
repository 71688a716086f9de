package org.stanj.compiler.lower;

import java.util.List;
import java.util.Set;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;

/** Finds the symbols that statements assign to after their declaration, or pass to kernels. */
final class Assigned {
  private Assigned() {}

  static void in(List<TypedStmt> body, Set<Symbol> into) {
    body.forEach(s -> in(s, into));
  }

  private static void in(TypedStmt s, Set<Symbol> into) {
    if (s instanceof TypedStmt.Assign a) {
      into.add(a.place().symbol());
    } else if (s instanceof TypedStmt.Unpack u) {
      places(u.targets(), into);
    } else if (s instanceof TypedStmt.VoidCall c && c.call() instanceof TypedExpr.KernelCall k) {
      for (TypedExpr argument : k.arguments()) {
        if (argument instanceof TypedExpr.Reference r) {
          into.add(r.symbol());
        }
      }
    } else {
      bodies(s).forEach(b -> in(b, into));
    }
  }

  private static void places(TypedStmt.Target target, Set<Symbol> into) {
    if (target instanceof TypedStmt.Single single) {
      into.add(single.place().symbol());
    } else if (target instanceof TypedStmt.Targets several) {
      several.members().forEach(member -> places(member, into));
    }
  }

  /** The statement lists directly in a statement. */
  static List<List<TypedStmt>> bodies(TypedStmt s) {
    if (s instanceof TypedStmt.If i) {
      return List.of(i.yes(), i.no());
    } else if (s instanceof TypedStmt.While w) {
      return List.of(w.body());
    } else if (s instanceof TypedStmt.For f) {
      return List.of(f.body());
    } else if (s instanceof TypedStmt.ForEach f) {
      return List.of(f.body());
    } else if (s instanceof TypedStmt.Block b) {
      return List.of(b.body());
    } else if (s instanceof TypedStmt.Profile p) {
      return List.of(p.body());
    }
    return List.of();
  }
}
