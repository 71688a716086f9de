package org.stanj.compiler.core;

import java.util.List;
import java.util.function.UnaryOperator;

/** Renames the variables of statements: those they read, write and make. */
public final class Renaming implements Stmt.Visitor<Stmt> {
  private final UnaryOperator<Var> names;

  public Renaming(UnaryOperator<Var> names) {
    this.names = names;
  }

  public List<Stmt> list(List<Stmt> body) {
    return body.stream().map(this::statement).toList();
  }

  public Stmt statement(Stmt s) {
    return s.mapExpressions(e -> Variables.rename(e, names)).mapBodies(this::list).accept(this);
  }

  private Var var(Var v) {
    return names.apply(v);
  }

  private Operand operand(Operand o) {
    return o instanceof Operand.Container c
        ? new Operand.Container(var(c.variable()), c.form())
        : o;
  }

  private List<Operand> operands(List<Operand> given) {
    return given.stream().map(this::operand).toList();
  }

  @Override
  public Stmt declare(Stmt.Declare s) {
    return new Stmt.Declare(var(s.variable()), s.sizes(), s.fill(), s.line());
  }

  @Override
  public Stmt assign(Stmt.Assign s) {
    return new Stmt.Assign(var(s.variable()), s.value(), s.line());
  }

  @Override
  public Stmt increment(Stmt.Increment s) {
    return new Stmt.Increment(var(s.variable()), s.value(), s.line());
  }

  @Override
  public Stmt store(Stmt.Store s) {
    return new Stmt.Store(var(s.container()), s.at(), s.value(), s.line());
  }

  @Override
  public Stmt accumulate(Stmt.Accumulate s) {
    return new Stmt.Accumulate(var(s.container()), s.at(), s.value(), s.line());
  }

  @Override
  public Stmt view(Stmt.View s) {
    return new Stmt.View(var(s.variable()), var(s.of()), s.offset(), s.sizes());
  }

  @Override
  public Stmt copy(Stmt.Copy s) {
    return new Stmt.Copy(var(s.to()), var(s.from()), s.line());
  }

  @Override
  public Stmt fillAll(Stmt.FillAll s) {
    return new Stmt.FillAll(var(s.container()), s.value(), s.line());
  }

  @Override
  public Stmt addTarget(Stmt.AddTarget s) {
    return s;
  }

  @Override
  public Stmt branch(Compound.If s) {
    return s;
  }

  @Override
  public Stmt loop(Compound.For s) {
    return new Compound.For(
        var(s.index()), s.from(), s.to(), s.down(), s.body(), s.facts(), s.line());
  }

  @Override
  public Stmt repeat(Compound.While s) {
    return s;
  }

  @Override
  public Stmt leave(Stmt.Break s) {
    return s;
  }

  @Override
  public Stmt next(Stmt.Continue s) {
    return s;
  }

  @Override
  public Stmt giveBack(Stmt.Return s) {
    return new Stmt.Return(s.value().map(this::operand));
  }

  @Override
  public Stmt call(Stmt.Call s) {
    return new Stmt.Call(
        s.result().map(this::var), s.function(), operands(s.arguments()), s.where(), s.line());
  }

  @Override
  public Stmt kernel(Stmt.Kernel s) {
    return new Stmt.Kernel(
        s.result().map(this::var), s.method(), operands(s.arguments()), s.where(), s.line());
  }

  @Override
  public Stmt push(Stmt.Push s) {
    return s;
  }

  @Override
  public Stmt pop(Stmt.Pop s) {
    return new Stmt.Pop(var(s.variable()));
  }

  @Override
  public Stmt pushContainer(Stmt.PushContainer s) {
    return new Stmt.PushContainer(var(s.variable()));
  }

  @Override
  public Stmt popContainer(Stmt.PopContainer s) {
    return new Stmt.PopContainer(var(s.variable()));
  }

  @Override
  public Stmt reject(Stmt.Reject s) {
    return new Stmt.Reject(s.rejectKind(), operands(s.parts()), s.where());
  }

  @Override
  public Stmt print(Stmt.Print s) {
    return new Stmt.Print(operands(s.parts()));
  }

  @Override
  public Stmt region(Compound.Region s) {
    return s;
  }

  @Override
  public Stmt once(Compound.Once s) {
    return s;
  }

  @Override
  public Stmt profile(Compound.Profile s) {
    return s;
  }

  @Override
  public Stmt readData(Stmt.ReadData s) {
    return new Stmt.ReadData(var(s.variable()), s.name(), s.stage(), s.where());
  }

  @Override
  public Stmt parallelSum(Stmt.ParallelSum s) {
    return new Stmt.ParallelSum(
        var(s.result()),
        s.kernel(),
        var(s.active()),
        var(s.passive()),
        var(s.ints()),
        s.n(),
        s.grainsize(),
        s.adjoint().map(this::var),
        s.where(),
        s.line());
  }
}
