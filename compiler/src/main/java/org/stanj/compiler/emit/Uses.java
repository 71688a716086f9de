package org.stanj.compiler.emit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Which variables a statement itself, without those in its bodies, reads and makes. */
final class Uses {
  private Uses() {}

  /** Visits the variables that an expression reads. */
  static void reads(Expr expression, Consumer<Var> f) {
    expression.walk(
        e -> {
          if (e instanceof Expr.Read read) {
            f.accept(read.variable());
          } else if (e instanceof Expr.Load load) {
            f.accept(load.container());
          } else if (e instanceof Expr.Dim dim) {
            f.accept(dim.container());
          }
        });
  }

  /** Visits the variables that the statement reads, containers it stores into among them. */
  static void reads(Stmt statement, Consumer<Var> f) {
    statement.forEachExpression(e -> reads(e, f));
    containers(statement).forEach(f);
    operands(statement)
        .forEach(
            operand -> {
              if (operand instanceof Operand.Container container) {
                f.accept(container.variable());
              }
            });
  }

  private static List<Var> containers(Stmt statement) {
    if (statement instanceof Stmt.Store s) {
      return List.of(s.container());
    }
    if (statement instanceof Stmt.Accumulate s) {
      return List.of(s.container());
    }
    if (statement instanceof Stmt.View s) {
      return List.of(s.of());
    }
    if (statement instanceof Stmt.Copy s) {
      return List.of(s.to(), s.from());
    }
    if (statement instanceof Stmt.FillAll s) {
      return List.of(s.container());
    }
    if (statement instanceof Stmt.PushContainer s) {
      return List.of(s.variable());
    }
    if (statement instanceof Stmt.ReadData s && !s.variable().isScalar()) {
      return List.of(s.variable());
    }
    if (statement instanceof Stmt.ParallelSum s) {
      return s.adjoint()
          .map(adjoint -> List.of(s.active(), s.passive(), s.ints(), adjoint))
          .orElse(List.of(s.active(), s.passive(), s.ints()));
    }
    return List.of();
  }

  /** The operands of a call, kernel, message or return. */
  static List<Operand> operands(Stmt statement) {
    if (statement instanceof Stmt.Call s) {
      return s.arguments();
    }
    if (statement instanceof Stmt.Kernel s) {
      return s.arguments();
    }
    if (statement instanceof Stmt.Reject s) {
      return s.parts();
    }
    if (statement instanceof Stmt.Print s) {
      return s.parts();
    }
    return statement instanceof Stmt.Return s ? s.value().stream().toList() : List.of();
  }

  /** The variable that the statement assigns or makes, if any. */
  static Optional<Var> made(Stmt statement) {
    if (statement instanceof Stmt.Declare s) {
      return Optional.of(s.variable());
    }
    if (statement instanceof Stmt.Assign s) {
      return Optional.of(s.variable());
    }
    if (statement instanceof Stmt.Increment s) {
      return Optional.of(s.variable());
    }
    if (statement instanceof Stmt.View s) {
      return Optional.of(s.variable());
    }
    if (statement instanceof Compound.For s) {
      return Optional.of(s.index());
    }
    if (statement instanceof Stmt.Call s) {
      return s.result();
    }
    if (statement instanceof Stmt.Kernel s) {
      return s.result();
    }
    if (statement instanceof Stmt.Pop s) {
      return Optional.of(s.variable());
    }
    if (statement instanceof Stmt.PopContainer s) {
      return Optional.of(s.variable());
    }
    if (statement instanceof Stmt.ReadData s && s.variable().isScalar()) {
      return Optional.of(s.variable());
    }
    return statement instanceof Stmt.ParallelSum s ? Optional.of(s.result()) : Optional.empty();
  }

  static boolean isLocal(Var variable) {
    return variable.storage() == Var.Storage.LOCAL;
  }
}
