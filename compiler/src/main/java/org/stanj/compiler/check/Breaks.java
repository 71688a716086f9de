package org.stanj.compiler.check;

import java.util.List;
import org.stanj.compiler.typed.TypedStmt;

/** Whether a break leaves the loop whose body is given. */
final class Breaks {
  private Breaks() {}

  static boolean in(List<TypedStmt> body) {
    return body.stream().anyMatch(Breaks::in);
  }

  private static boolean in(TypedStmt s) {
    if (s instanceof TypedStmt.If choice) {
      return in(choice.yes()) || in(choice.no());
    }
    if (s instanceof TypedStmt.Block block) {
      return in(block.body());
    }
    if (s instanceof TypedStmt.Profile profile) {
      return in(profile.body());
    }
    return s instanceof TypedStmt.Break;
  }
}
