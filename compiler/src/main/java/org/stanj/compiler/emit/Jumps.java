package org.stanj.compiler.emit;

import java.util.List;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Stmt;

/** Where statements jump to. */
final class Jumps {
  private Jumps() {}

  /** Whether control never goes on behind the statement itself. */
  static boolean isJump(Stmt statement) {
    return statement instanceof Stmt.Break
        || statement instanceof Stmt.Continue
        || statement instanceof Stmt.Return
        || statement instanceof Stmt.Reject;
  }

  /** Whether the statement can leave for a place outside itself, other than by a rejection. */
  static boolean escapes(Stmt statement) {
    return escapes(statement, false);
  }

  private static boolean escapes(Stmt statement, boolean inLoop) {
    if (statement instanceof Stmt.Return) {
      return true;
    }
    if (statement instanceof Stmt.Break || statement instanceof Stmt.Continue) {
      return !inLoop;
    }
    boolean loop =
        inLoop || statement instanceof Compound.For || statement instanceof Compound.While;
    boolean[] found = {false};
    statement.forEachBody(body -> found[0] |= anyEscapes(body, loop));
    return found[0];
  }

  private static boolean anyEscapes(List<Stmt> body, boolean inLoop) {
    return body.stream().anyMatch(s -> escapes(s, inLoop));
  }
}
