package org.stanj.compiler.typed;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.library.LibraryKernel;
import org.stanj.compiler.source.Span;

/** An expression with its type. Promotions are explicit ({@link Promote}). */
public sealed interface TypedExpr {
  StanType type();

  Span span();

  <R> R accept(Visitor<R> visitor);

  /** Prefix operators and transpose. */
  enum UnaryOp {
    NOT,
    MINUS,
    PLUS,
    TRANSPOSE
  }

  /** Binary operators. */
  enum BinaryOp {
    OR,
    AND,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    MODULO,
    ELEMENT_MULTIPLY,
    ELEMENT_DIVIDE,
    LEFT_DIVIDE,
    INT_DIVIDE,
    POWER,
    ELEMENT_POWER
  }

  /** Total dispatch. */
  interface Visitor<R> {
    R intConstant(IntConstant e);

    R realConstant(RealConstant e);

    R imaginaryConstant(ImaginaryConstant e);

    R reference(Reference e);

    R promote(Promote e);

    R unary(Unary e);

    R binary(Binary e);

    R conditional(Conditional e);

    R indexed(Indexed e);

    R libraryCall(LibraryCall e);

    R kernelCall(KernelCall e);

    R userCall(UserCall e);

    R functionalCall(FunctionalCall e);

    R arrayLiteral(ArrayLiteral e);

    R rowLiteral(RowLiteral e);

    R tupleLiteral(TupleLiteral e);

    R projection(Projection e);

    R target(Target e);
  }

  /** An int literal. */
  record IntConstant(int value, Span span) implements TypedExpr {
    @Override
    public StanType type() {
      return StanType.INT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.intConstant(this);
    }
  }

  /** A real literal. */
  record RealConstant(double value, Span span) implements TypedExpr {
    @Override
    public StanType type() {
      return StanType.REAL;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.realConstant(this);
    }
  }

  /** An imaginary literal: {@code 2.5i}. */
  record ImaginaryConstant(double value, Span span) implements TypedExpr {
    @Override
    public StanType type() {
      return StanType.COMPLEX;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.imaginaryConstant(this);
    }
  }

  /** A variable. */
  record Reference(Symbol symbol, Span span) implements TypedExpr {
    @Override
    public StanType type() {
      return symbol.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reference(this);
    }
  }

  /** int to real (elementwise through arrays), real to complex, ... */
  record Promote(TypedExpr value, StanType type, Span span) implements TypedExpr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.promote(this);
    }
  }

  /** A prefix operator, or transpose. */
  record Unary(UnaryOp operator, TypedExpr operand, StanType type, Span span) implements TypedExpr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /**
   * A binary operator on scalars or containers; operands of mixed int and real scalars are
   * promoted.
   */
  record Binary(BinaryOp operator, TypedExpr left, TypedExpr right, StanType type, Span span)
      implements TypedExpr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code test ? yes : no}; both arms have the type. */
  record Conditional(TypedExpr test, TypedExpr yes, TypedExpr no, StanType type, Span span)
      implements TypedExpr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /** An indexed expression. */
  record Indexed(TypedExpr base, List<TypedIndex> indices, StanType type, Span span)
      implements TypedExpr {
    public Indexed {
      indices = List.copyOf(indices);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.indexed(this);
    }
  }

  /**
   * A call of a library function. Arguments are promoted only where the header has a fixed type;
   * for broadcast, elementwise and generic arguments they keep their types (int where real is
   * wanted included).
   *
   * @param propto whether it was called as {@code _lupdf} / {@code _lupmf}, or through {@code ~}
   */
  record LibraryCall(
      LibraryFunction function, List<TypedExpr> arguments, boolean propto, StanType type, Span span)
      implements TypedExpr {
    public LibraryCall {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.libraryCall(this);
    }
  }

  /** A call of a kernel, in the body of a library function. */
  record KernelCall(LibraryKernel kernel, List<TypedExpr> arguments, StanType type, Span span)
      implements TypedExpr {
    public KernelCall {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.kernelCall(this);
    }
  }

  /** A call of a function of the program; arguments are promoted to its parameters. */
  record UserCall(UserFunction function, List<TypedExpr> arguments, boolean propto, Span span)
      implements TypedExpr {
    public UserCall {
      arguments = List.copyOf(arguments);
    }

    @Override
    public StanType type() {
      return function.result();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.userCall(this);
    }
  }

  /**
   * A call of a function that takes a function: {@code map_rect}, {@code reduce_sum}, ...
   *
   * @param name the library's function
   * @param function the header that the arguments fit; empty for {@code laplace_}
   * @param callbacks what is passed: a function of the program; for {@code laplace_} also two, or
   *     that of the covariance alone
   * @param propto whether the callback was named with {@code _lupdf} / {@code _lupmf}, or the
   *     function itself was
   * @param arguments all others, promoted to the callback's parameters where these decide
   */
  record FunctionalCall(
      String name,
      Optional<LibraryFunction> function,
      List<UserFunction> callbacks,
      boolean propto,
      List<TypedExpr> arguments,
      StanType type,
      Span span)
      implements TypedExpr {
    public FunctionalCall {
      callbacks = List.copyOf(callbacks);
      arguments = List.copyOf(arguments);
    }

    /** What is passed first. */
    public UserFunction callback() {
      return callbacks.get(0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.functionalCall(this);
    }
  }

  /** {@code {a, b}}; elements have the element type. */
  record ArrayLiteral(List<TypedExpr> elements, StanType type, Span span) implements TypedExpr {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayLiteral(this);
    }
  }

  /** {@code [a, b]}: a row vector of reals, or a matrix of row vectors. */
  record RowLiteral(List<TypedExpr> elements, StanType type, Span span) implements TypedExpr {
    public RowLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rowLiteral(this);
    }
  }

  /** {@code (a, b)}. */
  record TupleLiteral(List<TypedExpr> members, StanType type, Span span) implements TypedExpr {
    public TupleLiteral {
      members = List.copyOf(members);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tupleLiteral(this);
    }
  }

  /**
   * {@code t.2}.
   *
   * @param member counted from 0
   */
  record Projection(TypedExpr base, int member, StanType type, Span span) implements TypedExpr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.projection(this);
    }
  }

  /** {@code target()}. */
  record Target(Span span) implements TypedExpr {
    @Override
    public StanType type() {
      return StanType.REAL;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.target(this);
    }
  }
}
