package org.stanj.compiler.typed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.source.Span;

/** A statement whose names are resolved. */
public sealed interface TypedStmt {
  Span span();

  <R> R accept(Visitor<R> visitor);

  /** What a message does. */
  enum MessageKind {
    PRINT,
    REJECT,
    FATAL_ERROR
  }

  /** A part of a message. */
  sealed interface Part {
    /** Literal text. */
    record Text(String text) implements Part {}

    /** A value. */
    record Value(TypedExpr value) implements Part {}
  }

  /** Total dispatch. */
  interface Visitor<R> {
    R declare(Declare s);

    R assign(Assign s);

    R unpack(Unpack s);

    R addTarget(AddTarget s);

    R truncated(Truncated s);

    R addJacobian(AddJacobian s);

    R voidCall(VoidCall s);

    R branch(If s);

    R repeat(While s);

    R loop(For s);

    R forEach(ForEach s);

    R block(Block s);

    R profile(Profile s);

    R leave(Break s);

    R next(Continue s);

    R giveBack(Return s);

    R message(Message s);
  }

  /** A declaration, with its initial value if any. */
  record Declare(Declaration declaration, Span span) implements TypedStmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.declare(this);
    }
  }

  /** {@code x[i] = e}, or {@code x[i] op= e}: the value is promoted to the type of the target. */
  record Assign(TypedPlace place, Optional<TypedExpr.BinaryOp> operator, TypedExpr value, Span span)
      implements TypedStmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assign(this);
    }
  }

  /** {@code (a, b[1]) = e}: the value is promoted to the tuple of the targets' types. */
  record Unpack(Targets targets, TypedExpr value, Span span) implements TypedStmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unpack(this);
    }
  }

  /** What a tuple is unpacked into. */
  sealed interface Target {}

  /** One member goes to a place. */
  record Single(TypedPlace place) implements Target {}

  /** One member is a tuple, and unpacked itself. */
  record Targets(List<Target> members) implements Target {
    public Targets {
      members = List.copyOf(members);
    }
  }

  /**
   * {@code target += e}: containers are summed. Also what a plain {@code ~} becomes (a propto
   * call).
   */
  record AddTarget(TypedExpr value, Span span) implements TypedStmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addTarget(this);
    }
  }

  /**
   * {@code y ~ foo(a) T[L, U]}.
   *
   * @param density the propto call
   * @param variable the left side
   * @param normaliser what is subtracted from target: the log probability of the interval
   * @param each what the normaliser runs over, if it is that of one element
   */
  record Truncated(
      TypedExpr density,
      TypedExpr variable,
      Optional<TypedExpr> lower,
      Optional<TypedExpr> upper,
      TypedExpr normaliser,
      Optional<Each> each,
      Span span)
      implements TypedStmt {
    /**
     * A loop over the elements of the distribution's arguments.
     *
     * @param index stands for the position, from 1
     * @param values stand for the containers
     */
    public record Each(Symbol index, Map<Symbol, TypedExpr> values) {}

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.truncated(this);
    }
  }

  /** {@code jacobian += e}. */
  record AddJacobian(TypedExpr value, Span span) implements TypedStmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addJacobian(this);
    }
  }

  /** A call of a function without value (a user or kernel call). */
  record VoidCall(TypedExpr call, Span span) implements TypedStmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.voidCall(this);
    }
  }

  /** A branch. */
  record If(TypedExpr test, List<TypedStmt> yes, List<TypedStmt> no, Span span)
      implements TypedStmt {
    public If {
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.branch(this);
    }
  }

  /** A while loop. */
  record While(TypedExpr test, List<TypedStmt> body, Span span) implements TypedStmt {
    public While {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.repeat(this);
    }
  }

  /** {@code for (i in from:to)}. */
  record For(Symbol index, TypedExpr from, TypedExpr to, List<TypedStmt> body, Span span)
      implements TypedStmt {
    public For {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loop(this);
    }
  }

  /** {@code for (x in container)}: elements of an array, or scalars of a vector or matrix. */
  record ForEach(Symbol element, TypedExpr container, List<TypedStmt> body, Span span)
      implements TypedStmt {
    public ForEach {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forEach(this);
    }
  }

  /** A scope. */
  record Block(List<TypedStmt> body, Span span) implements TypedStmt {
    public Block {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }

  /** A named scope. */
  record Profile(String name, List<TypedStmt> body, Span span) implements TypedStmt {
    public Profile {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.profile(this);
    }
  }

  /** {@code break}. */
  record Break(Span span) implements TypedStmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.leave(this);
    }
  }

  /** {@code continue}. */
  record Continue(Span span) implements TypedStmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.next(this);
    }
  }

  /** {@code return}. */
  record Return(Optional<TypedExpr> value, Span span) implements TypedStmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.giveBack(this);
    }
  }

  /** {@code print}, {@code reject}, {@code fatal_error}. */
  record Message(MessageKind messageKind, List<Part> parts, Span span) implements TypedStmt {
    public Message {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.message(this);
    }
  }
}
