package org.stanj.compiler.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A core statement. Bodies are lists; names are unique in a function, so blocks need no node. */
public sealed interface Stmt permits Stmt.Simple, Compound {
  <R> R accept(Visitor<R> visitor);

  /** The same statement over changed expressions (those directly in it, not in bodies). */
  Stmt mapExpressions(UnaryOperator<Expr> f);

  /** The same statement over changed bodies. */
  Stmt mapBodies(UnaryOperator<List<Stmt>> f);

  /** Visits the expressions directly in this statement. */
  void forEachExpression(Consumer<Expr> f);

  /** Visits the statements directly in the bodies of this statement. */
  void forEachBody(Consumer<List<Stmt>> f);

  /**
   * The line of the program that the statement works for, as {@code compiler.source.LineNumbers}
   * counts them; negative in a reverse sweep that does not run with the forward sweep in one place.
   * 0, which is what constructors without a line give: that of the statement that is written before
   * it. What a statement does never depends on it.
   */
  default int line() {
    return 0;
  }

  /** Visits this statement and all below it. */
  default void walk(Consumer<Stmt> f) {
    f.accept(this);
    forEachBody(body -> body.forEach(s -> s.walk(f)));
  }

  /** A statement without a body. */
  sealed interface Simple extends Stmt {
    @Override
    default Stmt mapBodies(UnaryOperator<List<Stmt>> f) {
      return this;
    }

    @Override
    default void forEachBody(Consumer<List<Stmt>> f) {}

    @Override
    default void walk(Consumer<Stmt> f) {
      f.accept(this);
    }
  }

  /** A simple statement without expressions of its own. */
  sealed interface Bare extends Simple {
    @Override
    default Stmt mapExpressions(UnaryOperator<Expr> f) {
      return this;
    }

    @Override
    default void forEachExpression(Consumer<Expr> f) {}
  }

  /** Initial contents of a container. */
  enum Fill {
    /** Undefined: every element is assigned before it is read. */
    NONE,
    ZERO,
    /** NaN, or the smallest int: a Stan variable that is not assigned yet. */
    UNSET
  }

  /** What a rejection means (see {@code RejectException.Kind}). */
  enum RejectKind {
    DOMAIN,
    INDEX,
    SIZE,
    FATAL
  }

  /** Total dispatch. */
  interface Visitor<R> {
    R declare(Declare s);

    R assign(Assign s);

    R increment(Increment s);

    R store(Store s);

    R accumulate(Accumulate s);

    R view(View s);

    R copy(Copy s);

    R fillAll(FillAll s);

    R addTarget(AddTarget s);

    R branch(Compound.If s);

    R loop(Compound.For s);

    R repeat(Compound.While s);

    R leave(Break s);

    R next(Continue s);

    R giveBack(Return s);

    R call(Call s);

    R kernel(Kernel s);

    R push(Push s);

    R pop(Pop s);

    R pushContainer(PushContainer s);

    R popContainer(PopContainer s);

    R reject(Reject s);

    R print(Print s);

    R region(Compound.Region s);

    R once(Compound.Once s);

    R profile(Compound.Profile s);

    R readData(ReadData s);

    R parallelSum(ParallelSum s);
  }

  /**
   * Makes a container of the given sizes. Scalars need no declaration: their first assignment makes
   * them.
   */
  record Declare(Var variable, List<Expr> sizes, Fill fill, int line) implements Simple {
    public Declare {
      sizes = List.copyOf(sizes);
    }

    public Declare(Var variable, List<Expr> sizes, Fill fill) {
      this(variable, sizes, fill, 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.declare(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      List<Expr> mappedSizes = Children.map(sizes, f);
      return mappedSizes == sizes ? this : new Declare(variable, mappedSizes, fill, line);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      sizes.forEach(f);
    }
  }

  /** Assigns a scalar variable. */
  record Assign(Var variable, Expr value, int line) implements Simple {
    public Assign(Var variable, Expr value) {
      this(variable, value, 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assign(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Expr mappedValue = f.apply(value);
      return mappedValue == value ? this : new Assign(variable, mappedValue, line);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      f.accept(value);
    }
  }

  /** Adds to a real scalar that has a value, and so reads it too. */
  record Increment(Var variable, Expr value, int line) implements Simple {
    public Increment(Var variable, Expr value) {
      this(variable, value, 0);
    }

    /** The same as an assignment. */
    public Assign assignment() {
      return new Assign(variable, Exprs.add(Exprs.read(variable), value), line);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.increment(this);
    }

    /** Over another value; the variable stays. */
    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Expr mappedValue = f.apply(value);
      return mappedValue == value ? this : new Increment(variable, mappedValue, line);
    }

    /** The variable is read first. */
    @Override
    public void forEachExpression(Consumer<Expr> f) {
      f.accept(Exprs.read(variable));
      f.accept(value);
    }
  }

  /** Assigns an element; one index for any rank is the flat position (as in {@link Expr.Load}). */
  record Store(Var container, List<Expr> at, Expr value, int line) implements Simple {
    public Store {
      at = List.copyOf(at);
    }

    public Store(Var container, List<Expr> at, Expr value) {
      this(container, at, value, 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.store(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      List<Expr> mappedAt = Children.map(at, f);
      Expr mappedValue = f.apply(value);
      return mappedAt == at && mappedValue == value
          ? this
          : new Store(container, mappedAt, mappedValue, line);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      at.forEach(f);
      f.accept(value);
    }
  }

  /** Adds to an element of a real container. */
  record Accumulate(Var container, List<Expr> at, Expr value, int line) implements Simple {
    public Accumulate {
      at = List.copyOf(at);
    }

    public Accumulate(Var container, List<Expr> at, Expr value) {
      this(container, at, value, 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.accumulate(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      List<Expr> mappedAt = Children.map(at, f);
      Expr mappedValue = f.apply(value);
      return mappedAt == at && mappedValue == value
          ? this
          : new Accumulate(container, mappedAt, mappedValue, line);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      at.forEach(f);
      f.accept(value);
    }
  }

  /**
   * Names a part of a container without copying: the elements from flat position {@code offset} of
   * {@code of} on, under sizes of its own. Both share their storage.
   */
  record View(Var variable, Var of, Expr offset, List<Expr> sizes) implements Simple {
    public View {
      sizes = List.copyOf(sizes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.view(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Expr mappedOffset = f.apply(offset);
      List<Expr> mappedSizes = Children.map(sizes, f);
      return mappedOffset == offset && mappedSizes == sizes
          ? this
          : new View(variable, of, mappedOffset, mappedSizes);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      f.accept(offset);
      sizes.forEach(f);
    }
  }

  /** Copies all elements between containers of equal size (kinds equal, flat order). */
  record Copy(Var to, Var from, int line) implements Bare {
    public Copy(Var to, Var from) {
      this(to, from, 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.copy(this);
    }
  }

  /** Sets all elements of a real or int container. */
  record FillAll(Var container, Expr value, int line) implements Simple {
    public FillAll(Var container, Expr value) {
      this(container, value, 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fillAll(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Expr mappedValue = f.apply(value);
      return mappedValue == value ? this : new FillAll(container, mappedValue, line);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      f.accept(value);
    }
  }

  /** Adds to the log density. Gone after differentiation or {@code TargetVariable}. */
  record AddTarget(Expr value, int line) implements Simple {
    public AddTarget(Expr value) {
      this(value, 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addTarget(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Expr mappedValue = f.apply(value);
      return mappedValue == value ? this : new AddTarget(mappedValue, line);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      f.accept(value);
    }
  }

  /** Leaves the innermost loop. */
  record Break() implements Bare {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.leave(this);
    }
  }

  /** Goes to the next iteration of the innermost loop. */
  record Continue() implements Bare {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.next(this);
    }
  }

  /** Ends the function, with its value if it has one. */
  record Return(Optional<Operand> value) implements Simple {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.giveBack(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Optional<Operand> mappedValue = Operands.map(value, f);
      return mappedValue == value ? this : new Return(mappedValue);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      value.ifPresent(o -> Operands.forEach(List.of(o), f));
    }
  }

  /**
   * Calls a core function; the result variable, if a container, is made by the call. {@code where}
   * is the Stan place of the call, added to what leaves the function as a rejection; empty for a
   * call that the program does not have.
   */
  record Call(
      Optional<Var> result, String function, List<Operand> arguments, String where, int line)
      implements Simple {
    public Call {
      arguments = List.copyOf(arguments);
    }

    public Call(Optional<Var> result, String function, List<Operand> arguments, String where) {
      this(result, function, arguments, where, 0);
    }

    /** A call that the program does not have. */
    public Call(Optional<Var> result, String function, List<Operand> arguments) {
      this(result, function, arguments, "");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      List<Operand> mappedArguments = Operands.map(arguments, f);
      return mappedArguments == arguments
          ? this
          : new Call(result, function, mappedArguments, where, line);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      Operands.forEach(arguments, f);
    }
  }

  /** Runs a library kernel; {@code where} is the Stan place for what it may throw. */
  record Kernel(
      Optional<Var> result, KernelMethod method, List<Operand> arguments, String where, int line)
      implements Simple {
    public Kernel {
      arguments = List.copyOf(arguments);
    }

    public Kernel(
        Optional<Var> result, KernelMethod method, List<Operand> arguments, String where) {
      this(result, method, arguments, where, 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.kernel(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      List<Operand> mappedArguments = Operands.map(arguments, f);
      return mappedArguments == arguments
          ? this
          : new Kernel(result, method, mappedArguments, where, line);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      Operands.forEach(arguments, f);
    }
  }

  /** Saves a scalar for the reverse sweep. */
  record Push(Expr value) implements Simple {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.push(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Expr mappedValue = f.apply(value);
      return mappedValue == value ? this : new Push(mappedValue);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      f.accept(value);
    }
  }

  /** Takes back what was saved last of that kind. */
  record Pop(Var variable) implements Bare {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pop(this);
    }
  }

  /**
   * Saves the reference and sizes of a container for the reverse sweep (elements stay where they
   * are).
   */
  record PushContainer(Var variable) implements Bare {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pushContainer(this);
    }
  }

  /** Takes back the reference and sizes saved last. */
  record PopContainer(Var variable) implements Bare {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.popContainer(this);
    }
  }

  /** Throws: the message is the parts one after the other. */
  record Reject(RejectKind rejectKind, List<Operand> parts, String where) implements Simple {
    public Reject {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reject(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      List<Operand> mappedParts = Operands.map(parts, f);
      return mappedParts == parts ? this : new Reject(rejectKind, mappedParts, where);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      Operands.forEach(parts, f);
    }
  }

  /** Prints the parts one after the other, as a line. */
  record Print(List<Operand> parts) implements Simple {
    public Print {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.print(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      List<Operand> mappedParts = Operands.map(parts, f);
      return mappedParts == parts ? this : new Print(mappedParts);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      Operands.forEach(parts, f);
    }
  }

  /** Fills a declared variable (or assigns a scalar) from the data or init context. */
  record ReadData(Var variable, String name, String stage, String where) implements Bare {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readData(this);
    }
  }

  /**
   * Sum of a slice kernel over 1..n in the chunks that the runner decides; where {@code adjoint} is
   * given, its gradient is added there. The frames are rank-1 containers; {@code where} is the Stan
   * place of the sum.
   */
  record ParallelSum(
      Var result,
      int kernel,
      Var active,
      Var passive,
      Var ints,
      Expr n,
      Expr grainsize,
      Optional<Var> adjoint,
      String where,
      int line)
      implements Simple {
    /** The same with its gradient, which is added to the container. */
    public ParallelSum withAdjoint(Var gradient) {
      return new ParallelSum(
          result, kernel, active, passive, ints, n, grainsize, Optional.of(gradient), where, line);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parallelSum(this);
    }

    @Override
    public Stmt mapExpressions(UnaryOperator<Expr> f) {
      Expr mappedN = f.apply(n);
      Expr mappedSize = f.apply(grainsize);
      return mappedN == n && mappedSize == grainsize
          ? this
          : new ParallelSum(
              result, kernel, active, passive, ints, mappedN, mappedSize, adjoint, where, line);
    }

    @Override
    public void forEachExpression(Consumer<Expr> f) {
      f.accept(n);
      f.accept(grainsize);
    }
  }
}
