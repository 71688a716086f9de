package org.stanj.compiler.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Turns groups of statements of one function into functions of their own.
 *
 * <p>What a piece needs comes in as parameters, or on the stacks where the JVM allows no more of
 * them. What it assigns and others need goes back as its result (the first scalar) and on the
 * stacks; the caller takes it at once, so the reverse sweep's own entries are not disturbed.
 */
final class Outlining {
  private final Map<Var, Integer> reads = new HashMap<>();
  private final Set<Var> crossing = new LinkedHashSet<>();
  private final String function;
  private final FreshNames names;
  private final List<CoreFunction> pieces;

  /**
   * @param names for the pieces
   * @param pieces receives the new functions
   */
  Outlining(CoreFunction function, FreshNames names, List<CoreFunction> pieces) {
    this.function = function.name();
    this.names = names;
    this.pieces = pieces;
    count(function.body(), 1);
  }

  /** The scalars that crossed the border of a piece so far. */
  Set<Var> crossing() {
    return crossing;
  }

  /** What crosses the border of a piece. */
  private record Border(List<Var> in, List<Var> out) {}

  /** Adds to the number of reads of each local outside the pieces. */
  void count(List<Stmt> body, int sign) {
    body.forEach(
        statement -> statement.walk(s -> Uses.reads(s, v -> reads.merge(v, sign, Integer::sum))));
  }

  /**
   * Statements that call the group instead.
   *
   * @param group statements that jump nowhere outside
   * @param inLoop whether the group can run again in the same call
   */
  List<Stmt> outline(List<Stmt> group, boolean inLoop) {
    count(group, -1);
    Border border = border(group, inLoop);
    List<Var> parameters = new ArrayList<>();
    List<Var> stacked = new ArrayList<>();
    int passed = 0;
    for (Var variable : border.in()) {
      passed += Layout.arguments(variable.type());
      (passed <= WideSignatures.ARGUMENTS ? parameters : stacked).add(variable);
    }
    Optional<Var> result = border.out().stream().filter(Var::isScalar).findFirst();
    List<Var> pushed = new ArrayList<>(border.out());
    result.ifPresent(pushed::remove);

    List<Stmt> body = new ArrayList<>();
    pops(stacked, body);
    body.addAll(group);
    pushes(pushed, body);
    result.ifPresent(r -> body.add(new Stmt.Return(Optional.of(scalar(r)))));
    CoreFunction piece =
        new CoreFunction(names.fresh(function), parameters, result.map(Var::type), body);
    pieces.add(piece);
    List<Stmt> caller = new ArrayList<>();
    pushes(stacked, caller);
    List<Operand> arguments = parameters.stream().map(Outlining::operand).toList();
    caller.add(new Stmt.Call(result, piece.name(), arguments));
    pops(pushed, caller);
    count(caller, 1);
    return caller;
  }

  private Border border(List<Stmt> group, boolean inLoop) {
    DefiniteAssignment.Flow flow = DefiniteAssignment.flow(group);
    Set<Var> out = new LinkedHashSet<>();
    group.forEach(statement -> statement.walk(s -> addOut(s, flow, inLoop, out)));
    Set<Var> in = new LinkedHashSet<>(flow.exposed());
    out.stream().filter(v -> !flow.assigned().contains(v.name())).forEach(in::add);
    in.stream().filter(Var::isScalar).forEach(crossing::add);
    out.stream().filter(Var::isScalar).forEach(crossing::add);
    return new Border(List.copyOf(in), List.copyOf(out));
  }

  private void addOut(Stmt statement, DefiniteAssignment.Flow flow, boolean inLoop, Set<Var> out) {
    if (!(statement instanceof Compound.For)) {
      Uses.made(statement)
          .filter(Uses::isLocal)
          .filter(v -> reads.getOrDefault(v, 0) > 0 || (inLoop && flow.exposed().contains(v)))
          .ifPresent(out::add);
    }
  }

  private static void pushes(List<Var> variables, List<Stmt> to) {
    for (Var variable : variables) {
      to.add(
          variable.isScalar()
              ? new Stmt.Push(new Expr.Read(variable))
              : new Stmt.PushContainer(variable));
    }
  }

  private static void pops(List<Var> variables, List<Stmt> to) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      Var variable = variables.get(i);
      to.add(variable.isScalar() ? new Stmt.Pop(variable) : new Stmt.PopContainer(variable));
    }
  }

  private static Operand operand(Var variable) {
    return variable.isScalar() ? scalar(variable) : new Operand.Container(variable);
  }

  private static Operand scalar(Var variable) {
    return new Operand.Scalar(new Expr.Read(variable));
  }
}
