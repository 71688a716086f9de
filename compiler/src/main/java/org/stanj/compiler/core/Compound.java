package org.stanj.compiler.core;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A core statement with bodies. */
public sealed interface Compound extends Stmt {
  /** Branches. */
  record If(Expr test, List<Stmt> yes, List<Stmt> no) implements Compound {
    public If {
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }

    /** Whether it does nothing but reject. */
    public boolean isCheck() {
      return no.isEmpty() && yes.size() == 1 && yes.get(0) instanceof Stmt.Reject;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.branch(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Expr mappedTest = f.apply(test);
      return mappedTest == test ? this : new If(mappedTest, yes, no);
    }

    @Override
    public Stmt mapBodies(UnaryOperator<List<Stmt>> f) {
      List<Stmt> mappedYes = f.apply(yes);
      List<Stmt> mappedNo = f.apply(no);
      return mappedYes == yes && mappedNo == no ? this : new If(test, mappedYes, mappedNo);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      f.accept(test);
    }

    @Override
    public void forEachBody(Consumer<List<Stmt>> f) {
      f.accept(yes);
      f.accept(no);
    }
  }

  /**
   * Counts {@code index} from {@code from} to {@code to} inclusive ({@code down}: from {@code to}
   * to {@code from}); both are evaluated once; the body does not assign the index.
   */
  record For(
      Var index, Expr from, Expr to, boolean down, List<Stmt> body, LoopFacts facts, int line)
      implements Compound {
    public For {
      body = List.copyOf(body);
    }

    /** On the line of the statement before it. */
    public For(Var index, Expr from, Expr to, boolean down, List<Stmt> body, LoopFacts facts) {
      this(index, from, to, down, body, facts, 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loop(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Expr mappedFrom = f.apply(from);
      Expr mappedTo = f.apply(to);
      return mappedFrom == from && mappedTo == to
          ? this
          : new For(index, mappedFrom, mappedTo, down, body, facts, line);
    }

    @Override
    public Stmt mapBodies(UnaryOperator<List<Stmt>> f) {
      List<Stmt> mappedBody = f.apply(body);
      return mappedBody == body ? this : new For(index, from, to, down, mappedBody, facts, line);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      f.accept(from);
      f.accept(to);
    }

    @Override
    public void forEachBody(Consumer<List<Stmt>> f) {
      f.accept(body);
    }
  }

  /** Repeats while the test is not 0. */
  record While(Expr test, List<Stmt> body) implements Compound {
    public While {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.repeat(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Expr mappedTest = f.apply(test);
      return mappedTest == test ? this : new While(mappedTest, body);
    }

    @Override
    public Stmt mapBodies(UnaryOperator<List<Stmt>> f) {
      List<Stmt> mappedBody = f.apply(body);
      return mappedBody == body ? this : new While(test, mappedBody);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      f.accept(test);
    }

    @Override
    public void forEachBody(Consumer<List<Stmt>> f) {
      f.accept(body);
    }
  }

  /** Frees the containers made in its body when it ends normally. */
  record Region(List<Stmt> body) implements Compound {
    public Region {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.region(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      return this;
    }

    @Override
    public Stmt mapBodies(UnaryOperator<List<Stmt>> f) {
      List<Stmt> mappedBody = f.apply(body);
      return mappedBody == body ? this : new Region(mappedBody);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {}

    @Override
    public void forEachBody(Consumer<List<Stmt>> f) {
      f.accept(body);
    }
  }

  /**
   * Runs its body until it has completed once in this scratch: for checks of data. The body has no
   * lasting effect but a rejection.
   */
  record Once(int flag, List<Stmt> body) implements Compound {
    public Once {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.once(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      return this;
    }

    @Override
    public Stmt mapBodies(UnaryOperator<List<Stmt>> f) {
      List<Stmt> mappedBody = f.apply(body);
      return mappedBody == body ? this : new Once(flag, mappedBody);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {}

    @Override
    public void forEachBody(Consumer<List<Stmt>> f) {
      f.accept(body);
    }
  }

  /**
   * A named region whose time is recorded, as that of the given sweep; where both sweeps run in one
   * place, as that of the forward sweep.
   */
  record Profile(String name, Part part, List<Stmt> body) implements Compound {
    public Profile {
      body = List.copyOf(body);
    }

    /** A region whose derivative is not wanted. */
    public Profile(String name, List<Stmt> body) {
      this(name, Part.VALUE, body);
    }

    /** The sweeps; the order is that of {@code ProfileTimes}. */
    public enum Part {
      VALUE,
      FORWARD,
      REVERSE
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.profile(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      return this;
    }

    @Override
    public Stmt mapBodies(UnaryOperator<List<Stmt>> f) {
      List<Stmt> mappedBody = f.apply(body);
      return mappedBody == body ? this : new Profile(name, part, mappedBody);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {}

    @Override
    public void forEachBody(Consumer<List<Stmt>> f) {
      f.accept(body);
    }
  }
}
