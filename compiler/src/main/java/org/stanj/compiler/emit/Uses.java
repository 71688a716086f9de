package org.stanj.compiler.emit;

import java.util.Optional;
import java.util.function.Consumer;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Which variables a statement itself, without those in its bodies, reads and makes. */
final class Uses {
  private Uses() {}

  /** Visits the variables that the statement reads, containers it stores into among them. */
  static void reads(Stmt statement, Consumer<Var> f) {
    statement.forEachExpression(e -> Variables.forEach(e, f));
    Variables.containersRead(statement).forEach(f);
    if (!(statement instanceof Stmt.Declare)) {
      Variables.elementsWritten(statement).forEach(f);
    }
  }

  /** The variable that the statement assigns or makes, if any. */
  static Optional<Var> made(Stmt statement) {
    boolean fills = statement instanceof Stmt.ReadData r && !r.variable().isScalar();
    return fills ? Optional.empty() : Variables.defined(statement).stream().findFirst();
  }

  static boolean isLocal(Var variable) {
    return variable.storage() == Var.Storage.LOCAL;
  }
}
