package org.stanj.compiler.typed;

import java.util.List;

/** The statement lists in a statement. */
public final class NestedBodies {
  private NestedBodies() {}

  /** The statement lists directly in a statement. */
  public static List<List<TypedStmt>> of(TypedStmt s) {
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

  /** Whether a statement is or contains one that returns. */
  public static boolean returns(TypedStmt s) {
    return s instanceof TypedStmt.Return
        || of(s).stream().anyMatch(b -> b.stream().anyMatch(NestedBodies::returns));
  }
}
