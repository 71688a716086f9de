package org.stanj.compiler.core;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A scalar core expression: no effects, never throws. Indices count from 0. */
public sealed interface Expr {
  /** Kind of the value. */
  Kind kind();

  <R> R accept(Visitor<R> visitor);

  /** The same node over changed children; this node itself if none changed. */
  Expr mapChildren(UnaryOperator<Expr> f);

  /** The expressions directly in this one. */
  List<Expr> children();

  default void forEachChild(Consumer<Expr> f) {
    children().forEach(f);
  }

  /** Rewrites children first, then the node. */
  default Expr rewriteBottomUp(UnaryOperator<Expr> f) {
    return children().isEmpty() ? f.apply(this) : f.apply(mapChildren(e -> e.rewriteBottomUp(f)));
  }

  /**
   * Visits this node and all below it: a loop, because most of a compilation runs before the JVM
   * has optimised the making of closures.
   */
  default void walk(Consumer<Expr> f) {
    f.accept(this);
    for (Expr child : children()) {
      child.walk(f);
    }
  }

  /** Total dispatch. */
  interface Visitor<R> {
    R intLiteral(IntLiteral e);

    R realLiteral(RealLiteral e);

    R read(Read e);

    R load(Load e);

    R dim(Dim e);

    R operation(Operation e);

    R apply(Apply e);

    R choose(Choose e);

    R hasInit(HasInit e);
  }

  /** An int constant. */
  record IntLiteral(int value) implements Expr {
    @Override
    public Kind kind() {
      return Kind.INT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.intLiteral(this);
    }

    @Override
    public Expr mapChildren(UnaryOperator<Expr> f) {
      return this;
    }

    @Override
    public List<Expr> children() {
      return List.of();
    }
  }

  /** A real constant. */
  record RealLiteral(double value) implements Expr {
    @Override
    public Kind kind() {
      return Kind.REAL;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.realLiteral(this);
    }

    @Override
    public Expr mapChildren(UnaryOperator<Expr> f) {
      return this;
    }

    @Override
    public List<Expr> children() {
      return List.of();
    }
  }

  /** Value of a scalar variable. */
  record Read(Var variable) implements Expr {
    public Read {
      if (!variable.isScalar()) {
        throw new IllegalArgumentException("not a scalar: " + variable);
      }
    }

    @Override
    public Kind kind() {
      return variable.type().kind();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.read(this);
    }

    @Override
    public Expr mapChildren(UnaryOperator<Expr> f) {
      return this;
    }

    @Override
    public List<Expr> children() {
      return List.of();
    }
  }

  /** An element of a container, or (one index for any rank) an element by flat position. */
  record Load(Var container, List<Expr> at) implements Expr {
    public Load {
      at = List.copyOf(at);
    }

    @Override
    public Kind kind() {
      return container.type().kind();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.load(this);
    }

    @Override
    public Expr mapChildren(UnaryOperator<Expr> f) {
      List<Expr> mapped = Children.map(at, f);
      return mapped == at ? this : new Load(container, mapped);
    }

    @Override
    public List<Expr> children() {
      return at;
    }
  }

  /** Size of a container in one dimension (from 0). */
  record Dim(Var container, int dimension) implements Expr {
    @Override
    public Kind kind() {
      return Kind.INT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dim(this);
    }

    @Override
    public Expr mapChildren(UnaryOperator<Expr> f) {
      return this;
    }

    @Override
    public List<Expr> children() {
      return List.of();
    }
  }

  /** An operation of the machine. */
  record Operation(Operator operator, List<Expr> operands) implements Expr {
    public Operation {
      operands = List.copyOf(operands);
    }

    @Override
    public Kind kind() {
      return operator.result();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.operation(this);
    }

    @Override
    public Expr mapChildren(UnaryOperator<Expr> f) {
      List<Expr> mapped = Children.map(operands, f);
      return mapped == operands ? this : new Operation(operator, mapped);
    }

    @Override
    public List<Expr> children() {
      return operands;
    }
  }

  /**
   * A scalar library function. {@code where} is the Stan place for what it may throw, empty where
   * it throws nothing.
   */
  record Apply(Primitive primitive, List<Expr> arguments, String where) implements Expr {
    public Apply {
      arguments = List.copyOf(arguments);
    }

    /** A function that throws nothing here. */
    public Apply(Primitive primitive, List<Expr> arguments) {
      this(primitive, arguments, "");
    }

    /** Whether evaluating it may end in a rejection, or draws a random number. */
    public boolean hasEffect() {
      return mayThrow() || primitive.random();
    }

    /** Whether evaluating it may end in a rejection. */
    public boolean mayThrow() {
      return primitive.rejects() || !where.isEmpty();
    }

    @Override
    public Kind kind() {
      return primitive.result();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.apply(this);
    }

    @Override
    public Expr mapChildren(UnaryOperator<Expr> f) {
      List<Expr> mapped = Children.map(arguments, f);
      return mapped == arguments ? this : new Apply(primitive, mapped, where);
    }

    @Override
    public List<Expr> children() {
      return arguments;
    }
  }

  /** One of two values; only the chosen arm is evaluated. */
  record Choose(Expr test, Expr yes, Expr no) implements Expr {
    @Override
    public Kind kind() {
      return yes.kind();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choose(this);
    }

    @Override
    public Expr mapChildren(UnaryOperator<Expr> f) {
      Expr t = f.apply(test);
      Expr y = f.apply(yes);
      Expr n = f.apply(no);
      return t == test && y == yes && n == no ? this : new Choose(t, y, n);
    }

    @Override
    public List<Expr> children() {
      return List.of(test, yes, no);
    }
  }

  /** 1 if the init context has a value for the parameter; only in {@code unconstrain}. */
  record HasInit(String parameter) implements Expr {
    @Override
    public Kind kind() {
      return Kind.INT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.hasInit(this);
    }

    @Override
    public Expr mapChildren(UnaryOperator<Expr> f) {
      return this;
    }

    @Override
    public List<Expr> children() {
      return List.of();
    }
  }
}
