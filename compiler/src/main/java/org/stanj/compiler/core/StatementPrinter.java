package org.stanj.compiler.core;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes statements, one a line, bodies indented. */
final class StatementPrinter implements Stmt.Visitor<StringBuilder> {
  private final StringBuilder out;
  private final ExpressionPrinter expressions;
  private int depth;

  StatementPrinter(StringBuilder out, int depth) {
    this.out = out;
    this.depth = depth;
    expressions = new ExpressionPrinter(out);
  }

  void body(List<Stmt> statements) {
    for (Stmt statement : statements) {
      out.append("  ".repeat(depth));
      statement.accept(this).append('\n');
    }
  }

  @Override
  public StringBuilder declare(Stmt.Declare s) {
    typed(s.variable()).append(" = new(");
    return expressions.list(s.sizes()).append(") ").append(lower(s.fill())).append(';');
  }

  @Override
  public StringBuilder assign(Stmt.Assign s) {
    out.append(s.variable().name()).append(" = ");
    return s.value().accept(expressions).append(';');
  }

  @Override
  public StringBuilder increment(Stmt.Increment s) {
    out.append(s.variable().name()).append(" += ");
    return s.value().accept(expressions).append(';');
  }

  @Override
  public StringBuilder store(Stmt.Store s) {
    expressions.element(s.container(), s.at()).append(" = ");
    return s.value().accept(expressions).append(';');
  }

  @Override
  public StringBuilder accumulate(Stmt.Accumulate s) {
    expressions.element(s.container(), s.at()).append(" += ");
    return s.value().accept(expressions).append(';');
  }

  @Override
  public StringBuilder view(Stmt.View s) {
    typed(s.variable()).append(" = view(").append(s.of().name()).append(" from ");
    s.offset().accept(expressions).append(", sizes ");
    return expressions.list(s.sizes()).append(");");
  }

  @Override
  public StringBuilder copy(Stmt.Copy s) {
    return out.append(s.to().name()).append("[*] = ").append(s.from().name()).append("[*];");
  }

  @Override
  public StringBuilder fillAll(Stmt.FillAll s) {
    out.append(s.container().name()).append("[*] = ");
    return s.value().accept(expressions).append(';');
  }

  @Override
  public StringBuilder addTarget(Stmt.AddTarget s) {
    out.append("target += ");
    return s.value().accept(expressions).append(';');
  }

  @Override
  public StringBuilder branch(Compound.If s) {
    out.append("if (");
    s.test().accept(expressions).append(')');
    block(s.yes());
    if (!s.no().isEmpty()) {
      out.append(" else");
      block(s.no());
    }
    return out;
  }

  @Override
  public StringBuilder loop(Compound.For s) {
    out.append("for (").append(s.index().name()).append(" = ");
    Expr first = s.down() ? s.to() : s.from();
    Expr last = s.down() ? s.from() : s.to();
    first.accept(expressions).append(s.down() ? " downto " : " to ");
    last.accept(expressions).append(')');
    return block(s.body(), facts(s.facts()));
  }

  private static String facts(LoopFacts facts) {
    if (!facts.isKnown()) {
      return "";
    }
    String judged = facts.independent() ? "independent" : "in order: " + facts.reason();
    String sums = String.join(", ", facts.reductions());
    return " // " + judged + (sums.isEmpty() ? "" : "; adds to " + sums);
  }

  @Override
  public StringBuilder repeat(Compound.While s) {
    out.append("while (");
    s.test().accept(expressions).append(')');
    return block(s.body());
  }

  @Override
  public StringBuilder leave(Stmt.Break s) {
    return out.append("break;");
  }

  @Override
  public StringBuilder next(Stmt.Continue s) {
    return out.append("continue;");
  }

  @Override
  public StringBuilder giveBack(Stmt.Return s) {
    out.append("return");
    s.value().ifPresent(this::returned);
    return out.append(';');
  }

  @Override
  public StringBuilder call(Stmt.Call s) {
    result(s.result()).append("call ").append(s.function());
    return operands(s.arguments()).append(';');
  }

  @Override
  public StringBuilder kernel(Stmt.Kernel s) {
    result(s.result()).append("kernel ").append(s.method().method());
    return operands(s.arguments()).append(';');
  }

  @Override
  public StringBuilder push(Stmt.Push s) {
    out.append("push ");
    return s.value().accept(expressions).append(';');
  }

  @Override
  public StringBuilder pop(Stmt.Pop s) {
    return out.append("pop ").append(s.variable().name()).append(';');
  }

  @Override
  public StringBuilder pushContainer(Stmt.PushContainer s) {
    return out.append("push container ").append(s.variable().name()).append(';');
  }

  @Override
  public StringBuilder popContainer(Stmt.PopContainer s) {
    return out.append("pop container ").append(s.variable().name()).append(';');
  }

  @Override
  public StringBuilder reject(Stmt.Reject s) {
    out.append("reject ").append(lower(s.rejectKind())).append(' ');
    return operands(s.parts()).append(';');
  }

  @Override
  public StringBuilder print(Stmt.Print s) {
    out.append("print ");
    return operands(s.parts()).append(';');
  }

  @Override
  public StringBuilder region(Compound.Region s) {
    out.append("region");
    return block(s.body());
  }

  @Override
  public StringBuilder once(Compound.Once s) {
    out.append("once ").append(s.flag());
    return block(s.body());
  }

  @Override
  public StringBuilder profile(Compound.Profile s) {
    out.append("profile ").append(Printer.quote(s.name()));
    if (s.part() != Compound.Profile.Part.VALUE) {
      out.append(' ').append(s.part().name().toLowerCase(Locale.ROOT));
    }
    return block(s.body());
  }

  @Override
  public StringBuilder readData(Stmt.ReadData s) {
    return out.append("read ").append(s.variable().name()).append(';');
  }

  @Override
  public StringBuilder parallelSum(Stmt.ParallelSum s) {
    out.append(s.result().name()).append(" = sum kernel ").append(s.kernel());
    out.append(" (active ").append(s.active().name());
    out.append(", passive ").append(s.passive().name());
    out.append(", ints ").append(s.ints().name()).append(", n ");
    s.n().accept(expressions).append(", grainsize ");
    s.grainsize().accept(expressions);
    s.adjoint().ifPresent(adjoint -> out.append(", adjoint ").append(adjoint.name()));
    return out.append(");");
  }

  private StringBuilder block(List<Stmt> body) {
    return block(body, "");
  }

  private StringBuilder block(List<Stmt> body, String comment) {
    out.append(" {").append(comment).append('\n');
    depth++;
    body(body);
    depth--;
    return out.append("  ".repeat(depth)).append('}');
  }

  private void returned(Operand value) {
    out.append(' ');
    operand(value);
  }

  private StringBuilder typed(Var variable) {
    return out.append(variable.type()).append(' ').append(variable.name());
  }

  private StringBuilder result(Optional<Var> result) {
    result.ifPresent(r -> typed(r).append(" = "));
    return out;
  }

  private StringBuilder operands(List<Operand> operands) {
    out.append('(');
    Iterator<Operand> each = operands.iterator();
    while (each.hasNext()) {
      operand(each.next());
      if (each.hasNext()) {
        out.append(", ");
      }
    }
    return out.append(')');
  }

  private void operand(Operand operand) {
    if (operand instanceof Operand.Scalar scalar) {
      scalar.value().accept(expressions);
    } else if (operand instanceof Operand.Fixed fixed) {
      out.append("fixed ");
      fixed.value().accept(expressions);
    } else if (operand instanceof Operand.Limit limit) {
      out.append("limit ");
      limit.size().accept(expressions);
    } else if (operand instanceof Operand.Container container) {
      out.append(container.form()).append(container.form().isEmpty() ? "" : " ");
      out.append(container.variable().name());
    } else if (operand instanceof Operand.Function function) {
      out.append("function ").append(function.id());
      out.append(function.traced() ? " traced" : "");
    } else if (operand instanceof Operand.Text text) {
      out.append(Printer.quote(text.text()));
    } else {
      out.append("absent");
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
