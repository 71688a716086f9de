package org.stanj.compiler.typed;

import java.util.List;
import java.util.Set;

/** Finds the symbols that statements assign to after their declaration, or pass to kernels. */
public final class AssignedSymbols {
  private AssignedSymbols() {}

  public static void in(List<TypedStmt> body, Set<Symbol> into) {
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
      NestedBodies.of(s).forEach(b -> in(b, into));
    }
  }

  private static void places(TypedStmt.Target target, Set<Symbol> into) {
    if (target instanceof TypedStmt.Single single) {
      into.add(single.place().symbol());
    } else if (target instanceof TypedStmt.Targets several) {
      several.members().forEach(member -> places(member, into));
    }
  }
}
