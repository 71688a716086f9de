package org.stanj.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.source.Span;

/** A statement as written. */
public sealed interface Statement {
  /** Where the statement stands, its semicolon included. */
  Span span();

  /** Calls the visitor's method for this kind of statement. */
  <R> R accept(Visitor<R> visitor);

  /** A declaration among statements. */
  record Declare(Declaration declaration, Span span) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.declare(this);
    }
  }

  /**
   * {@code target = value;} or a compound assignment such as {@code target += value;}.
   *
   * @param operator the operator before {@code =}, if there is one
   */
  record Assign(LValue target, Optional<BinaryOp> operator, Expression value, Span span)
      implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assign(this);
    }
  }

  /** {@code target += value;}. */
  record TargetIncrement(Expression value, Span span) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.targetIncrement(this);
    }
  }

  /** {@code jacobian += value;}. */
  record JacobianIncrement(Expression value, Span span) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.jacobianIncrement(this);
    }
  }

  /** {@code outcome ~ distribution(arguments) T[lower, upper];}. */
  record Distribution(
      Expression outcome,
      Identifier distribution,
      List<Expression> arguments,
      Optional<Truncation> truncation,
      Span span)
      implements Statement {
    public Distribution {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.distribution(this);
    }
  }

  /** A call of a void function. */
  record CallStatement(Expression.Call call, Span span) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.callStatement(this);
    }
  }

  /** <code>{ statements }</code>, a scope. */
  record Block(List<Statement> statements, Span span) implements Statement {
    public Block {
      statements = List.copyOf(statements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }

  /** <code>profile("name") { statements }</code>, a scope. */
  record Profile(String name, List<Statement> statements, Span span) implements Statement {
    public Profile {
      statements = List.copyOf(statements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.profile(this);
    }
  }

  /** {@code if (condition) whenTrue else whenFalse}. */
  record If(Expression condition, Statement whenTrue, Optional<Statement> whenFalse, Span span)
      implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ifElse(this);
    }
  }

  /** {@code while (condition) body}. */
  record While(Expression condition, Statement body, Span span) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whileLoop(this);
    }
  }

  /** {@code for (variable in lower:upper) body}. */
  record For(Identifier variable, Expression lower, Expression upper, Statement body, Span span)
      implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forRange(this);
    }
  }

  /** {@code for (variable in container) body}. */
  record ForEach(Identifier variable, Expression container, Statement body, Span span)
      implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forEach(this);
    }
  }

  /** {@code break;}. */
  record Break(Span span) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.breakLoop(this);
    }
  }

  /** {@code continue;}. */
  record Continue(Span span) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.continueLoop(this);
    }
  }

  /** {@code return;} or {@code return value;}. */
  record Return(Optional<Expression> value, Span span) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.returnValue(this);
    }
  }

  /** {@code print(items);}. */
  record Print(List<Printable> items, Span span) implements Statement {
    public Print {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.print(this);
    }
  }

  /** {@code reject(items);}: this draw has density 0. */
  record Reject(List<Printable> items, Span span) implements Statement {
    public Reject {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reject(this);
    }
  }

  /** {@code fatal_error(items);}: ends the run. */
  record FatalError(List<Printable> items, Span span) implements Statement {
    public FatalError {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fatalError(this);
    }
  }

  /** A lone semicolon. */
  record Empty(Span span) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.empty(this);
    }
  }

  /** One method for each kind of statement. */
  interface Visitor<R> {
    R declare(Declare node);

    R assign(Assign node);

    R targetIncrement(TargetIncrement node);

    R jacobianIncrement(JacobianIncrement node);

    R distribution(Distribution node);

    R callStatement(CallStatement node);

    R block(Block node);

    R profile(Profile node);

    R ifElse(If node);

    R whileLoop(While node);

    R forRange(For node);

    R forEach(ForEach node);

    R breakLoop(Break node);

    R continueLoop(Continue node);

    R returnValue(Return node);

    R print(Print node);

    R reject(Reject node);

    R fatalError(FatalError node);

    R empty(Empty node);
  }
}
