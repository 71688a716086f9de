package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** One block of a loop: a short loop for each stage, and the calls between them. */
final class BlockLoop {
  /** What arguments are for iterations that do not come to the call: harmless to all functions. */
  private static final Expr NEUTRAL = Exprs.real(0.5);

  private final Compound.For loop;
  private final List<Stmt> body;
  private final Body made;
  private final Stages stages;
  private final Crossing crossing;
  private final Map<Var, Steps.Sum> sums;
  private final Names names;
  private final Buffers buffers;
  private final Var failed;

  BlockLoop(
      Compound.For loop,
      List<Stmt> steps,
      Body made,
      Stages stages,
      Map<Var, Steps.Sum> sums,
      Buffers buffers,
      Names names,
      Var failed) {
    this.loop = loop;
    this.body = steps;
    this.made = made;
    this.stages = stages;
    this.sums = sums;
    this.buffers = buffers;
    this.names = names;
    this.failed = failed;
    crossing = new Crossing(steps, stages, made);
  }

  /** Whether all that one stage hands to another can be handed over. */
  boolean isPossible() {
    return crossing.isPossible();
  }

  /** The statements of the block from iteration {@code from} to {@code to}. */
  List<Stmt> statements(Var from, Var to) {
    return rest(0, from, to);
  }

  /** Whether a check may fail in the block. */
  boolean mayFail() {
    boolean[] found = {false};
    body.forEach(
        s ->
            s.walk(
                t ->
                    found[0] |=
                        t instanceof Stmt.Reject
                            || (t instanceof Stmt.Assign a
                                && isCall(a)
                                && BlockFunctions.rejects((Expr.Apply) a.value()))));
    return found[0];
  }

  /** The stages from one on, as far as no check fails. */
  private List<Stmt> rest(int stage, Var from, Var to) {
    List<Stmt> out = new ArrayList<>();
    List<Stmt> inside = new ArrayList<>();
    body.forEach(s -> s.walk(t -> neutral(t, stage, inside)));
    inside.addAll(list(body, stage));
    Map<Var, Var> parts = parts(stage, out);
    if (!inside.isEmpty()) {
      Var index = loop.index();
      out.add(
          new Compound.For(
              index,
              Exprs.read(from),
              Exprs.read(to),
              false,
              inside,
              Stages.isVector(stage) ? LoopFacts.LANES : LoopFacts.STAGE,
              loop.line()));
    }
    boolean checks = body.stream().anyMatch(s -> rejectsIn(s, stage));
    sums(stage, parts, out);
    boolean throwing = calls(stage, out);
    if (stage + 1 < stages.count()) {
      List<Stmt> more = rest(stage + 1, from, to);
      if (checks || throwing) {
        Expr well = Exprs.op(Operator.EQUAL_INT, Exprs.read(failed), Exprs.integer(0));
        out.add(new Compound.If(well, more, List.of()));
      } else {
        out.addAll(more);
      }
    }
    return out;
  }

  private boolean rejectsIn(Stmt s, int stage) {
    boolean[] found = {false};
    s.walk(t -> found[0] |= t instanceof Stmt.Reject && stages.of(t) == stage);
    return found[0];
  }

  /** Calls under a condition get an argument in all iterations. */
  private void neutral(Stmt s, int stage, List<Stmt> out) {
    if (s instanceof Compound.If i) {
      for (List<Stmt> branch : List.of(i.yes(), i.no())) {
        for (Stmt t : branch) {
          if (stages.of(t) != stage) {
            continue;
          } else if (t instanceof Stmt.Assign a && isCall(a)) {
            stored(a).forEach(v -> out.add(buffers.store(v, NEUTRAL, a.line())));
          } else if (t instanceof Stmt.Assign a
              && sums.containsKey(a.variable())
              && !Stages.isVector(stage)) {
            out.add(buffers.store(a.variable(), Exprs.ZERO, a.line()));
          }
        }
      }
    }
  }

  private boolean isCall(Stmt.Assign a) {
    return made.isCall(a.variable());
  }

  /** The terms of sums that a stage makes, in the order of the program. */
  private List<Stmt.Assign> terms(int stage) {
    List<Stmt.Assign> found = new ArrayList<>();
    for (Stmt s : body) {
      s.walk(
          t -> {
            if (t instanceof Stmt.Assign a
                && stages.of(t) == stage
                && sums.containsKey(a.variable())) {
              found.add(a);
            }
          });
    }
    return found;
  }

  /** Parts of the sums of a stage that runs in vectors, which add where they are: all are empty. */
  private Map<Var, Var> parts(int stage, List<Stmt> out) {
    Map<Var, Var> parts = new HashMap<>();
    if (Stages.isVector(stage)) {
      for (Stmt.Assign a : terms(stage)) {
        Var all = buffers.parts(a.variable(), out).variable();
        boolean product = sums.get(a.variable()).logarithms();
        out.add(new Stmt.FillAll(all, Exprs.real(product ? 1 : 0), a.line()));
        parts.put(a.variable(), all);
      }
    }
    return parts;
  }

  /** Adds up the terms that the stage has made. */
  private void sums(int stage, Map<Var, Var> parts, List<Stmt> out) {
    for (Stmt.Assign a : terms(stage)) {
      Steps.Sum sum = sums.get(a.variable());
      Var all = parts.get(a.variable());
      boolean whole = all == null;
      Operand operand = whole ? buffers.operand(a.variable(), out) : new Operand.Container(all);
      KernelMethod method =
          whole
              ? BlockFunctions.sum(sum.logarithms())
              : BlockFunctions.sumOfParts(sum.logarithms());
      Var part = names.local("part_of_" + sum.sum().name(), CoreType.REAL);
      out.add(new Stmt.Kernel(Optional.of(part), method, List.of(operand), "", a.line()));
      Expr more = Exprs.read(part);
      Expr value = sum.positive() ? more : Exprs.negate(more);
      out.add(
          sum.at().isEmpty()
              ? new Stmt.Increment(sum.sum(), value)
              : new Stmt.Accumulate(sum.sum(), sum.at(), value));
    }
  }

  /** What an iteration does with its term. */
  private Stmt term(Stmt.Assign a, int stage) {
    Var v = a.variable();
    Expr value = at(a.value(), stage);
    if (!Stages.isVector(stage)) {
      return buffers.store(v, value, a.line());
    }
    Expr.Load part = buffers.part(v);
    if (!sums.get(v).logarithms()) {
      return new Stmt.Accumulate(part.container(), part.at(), value, a.line());
    }
    Expr factor = Exprs.op(Operator.ADD, Exprs.real(1), value);
    Expr product = Exprs.op(Operator.MULTIPLY, factor, part);
    return new Stmt.Store(part.container(), part.at(), product, a.line());
  }

  private boolean calls(int stage, List<Stmt> out) {
    boolean[] throwing = {false};
    body.forEach(
        s ->
            s.walk(
                t -> {
                  if (t instanceof Stmt.Assign a && isCall(a) && stages.of(a) == stage) {
                    throwing[0] |= call(a, out);
                  }
                }));
    return throwing[0];
  }

  private boolean call(Stmt.Assign a, List<Stmt> out) {
    Expr.Apply twin = (Expr.Apply) a.value();
    KernelMethod method = BlockFunctions.block(twin.primitive());
    List<Operand> operands = new ArrayList<>();
    arguments(a).forEach(v -> operands.add(buffers.operand(v, out)));
    operands.add(buffers.operand(a.variable(), out));
    if (!BlockFunctions.rejects(twin)) {
      out.add(new Stmt.Kernel(Optional.empty(), method, operands, "", a.line()));
      return false;
    }
    Var thrown = names.local("rejects", CoreType.INT);
    out.add(new Stmt.Kernel(Optional.of(thrown), method, operands, "", a.line()));
    out.add(failIf(thrown, failed));
    return true;
  }

  /** Notes that a check has failed where a kernel says so. */
  static Stmt failIf(Var thrown, Var failed) {
    return new Compound.If(
        Exprs.read(thrown), List.of(new Stmt.Assign(failed, Exprs.integer(1))), List.of());
  }

  /** Where the arguments of a call are: what another call has made stays where it is. */
  private List<Var> arguments(Stmt.Assign call) {
    List<Expr> values = ((Expr.Apply) call.value()).arguments();
    List<Var> own = buffers.arguments(call.variable(), values.size());
    List<Var> arguments = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      boolean made = isResult(values.get(i));
      arguments.add(made ? ((Expr.Read) values.get(i)).variable() : own.get(i));
    }
    return arguments;
  }

  private boolean isResult(Expr e) {
    return e instanceof Expr.Read r && made.isCall(r.variable());
  }

  /** The buffers that a call has for its arguments alone. */
  private List<Var> stored(Stmt.Assign call) {
    return arguments(call).stream().filter(v -> !made.isCall(v)).toList();
  }

  private List<Stmt> list(List<Stmt> given, int stage) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : given) {
      statement(s, stage, out);
    }
    return out;
  }

  private void statement(Stmt s, int stage, List<Stmt> out) {
    if (s instanceof Compound.If i) {
      List<Stmt> yes = list(i.yes(), stage);
      List<Stmt> no = list(i.no(), stage);
      if (!yes.isEmpty() || !no.isEmpty()) {
        out.add(new Compound.If(at(i.test(), stage), yes, no));
      }
    } else if (s instanceof Stmt.Assign a && crossing.of(a.variable()).isPresent()) {
      assign(a, stage, out);
    } else if (stages.of(s) != stage) {
      return;
    } else if (s instanceof Stmt.Reject) {
      out.add(new Stmt.Assign(failed, Exprs.integer(1)));
      out.add(new Stmt.Break());
    } else {
      out.add(s.mapExpressions(e -> at(e, stage)));
    }
  }

  private void assign(Stmt.Assign a, int stage, List<Stmt> out) {
    Var v = a.variable();
    boolean here = stages.of(a) == stage;
    Crossing.Way way = crossing.of(v).orElseThrow();
    if (way == Crossing.Way.AGAIN) {
      if (here || crossing.isUsed(v, stage)) {
        out.add(a.mapExpressions(e -> at(e, stage)));
      }
    } else if (!here) {
      return;
    } else if (isCall(a)) {
      List<Expr> values = ((Expr.Apply) a.value()).arguments();
      for (int i = 0; i < values.size(); i++) {
        if (!isResult(values.get(i))) {
          out.add(buffers.store(arguments(a).get(i), at(values.get(i), stage), a.line()));
        }
      }
    } else if (sums.containsKey(v)) {
      out.add(term(a, stage));
    } else if (way == Crossing.Way.LOCAL) {
      out.add(a.mapExpressions(e -> at(e, stage)));
    } else if (crossing.isFixed(v)) {
      out.add(a.mapExpressions(e -> at(e, stage)));
      out.add(buffers.store(v, Crossing.kept(v, Exprs.read(v)), a.line()));
    } else {
      out.add(buffers.store(v, Crossing.kept(v, at(a.value(), stage)), a.line()));
    }
  }

  /** An expression as a stage can evaluate it. */
  private Expr at(Expr e, int stage) {
    return e.rewriteBottomUp(x -> x instanceof Expr.Read r ? taken(r, stage) : x);
  }

  private Expr taken(Expr.Read r, int stage) {
    Var v = r.variable();
    if (crossing.of(v).orElse(Crossing.Way.LOCAL) != Crossing.Way.BUFFER) {
      return r;
    }
    boolean local = crossing.isFixed(v) && !made.isCall(v) && madeIn(v, stage);
    return local ? r : Crossing.taken(v, buffers.load(v));
  }

  private boolean madeIn(Var v, int stage) {
    boolean[] here = {false};
    body.forEach(
        s ->
            s.walk(
                t ->
                    here[0] |=
                        t instanceof Stmt.Assign a
                            && a.variable().equals(v)
                            && stages.of(a) == stage));
    return here[0];
  }
}
