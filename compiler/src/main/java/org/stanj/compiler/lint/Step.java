package org.stanj.compiler.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;

/**
 * A statement as the flow of data and control sees it: truncations are branches, scopes are gone.
 */
sealed interface Step {
  /** The expressions that the step itself evaluates, without those of the steps within it. */
  List<TypedExpr> expressions();

  <R> R accept(Visitor<R> visitor);

  /** What adds to the density, and in which form. */
  enum Source {
    /** A statement with {@code ~}. */
    TILDE,
    /** {@code target +=}. */
    INCREMENT,
    /** {@code jacobian +=}. */
    JACOBIAN,
    /** A call of a function that changes the target. */
    CALL,
    /** {@code reject}: the density is zero there. */
    REJECTION,
    /** What truncation adds to a statement with {@code ~}. */
    TRUNCATION
  }

  /** Total dispatch. */
  interface Visitor<R> {
    R declare(Declare s);

    R assign(Assign s);

    R factor(Factor s);

    R evaluate(Evaluate s);

    R branch(Branch s);

    R loop(Loop s);

    R jump(Jump s);
  }

  /** A declaration with its sizes and initial value. */
  record Declare(Declaration declaration) implements Step {
    @Override
    public List<TypedExpr> expressions() {
      List<TypedExpr> all = new ArrayList<>(declaration.sizes());
      declaration.initial().ifPresent(all::add);
      return all;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.declare(this);
    }
  }

  /**
   * An assignment.
   *
   * @param whole whether all of the variable gets a new value
   * @param readsItself whether the old value matters: {@code +=}
   * @param indices the expressions in the index
   */
  record Assign(
      Symbol symbol,
      boolean whole,
      boolean readsItself,
      List<TypedExpr> indices,
      TypedExpr value,
      Span span)
      implements Step {
    public Assign {
      indices = List.copyOf(indices);
    }

    @Override
    public List<TypedExpr> expressions() {
      List<TypedExpr> all = new ArrayList<>(indices);
      all.add(value);
      return all;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assign(this);
    }
  }

  /** A contribution to the density that depends on the given values. */
  record Factor(Source source, List<TypedExpr> expressions, Span span) implements Step {
    public Factor {
      expressions = List.copyOf(expressions);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.factor(this);
    }
  }

  /** Expressions without effect on the density: what is printed or returned. */
  record Evaluate(List<TypedExpr> expressions) implements Step {
    public Evaluate {
      expressions = List.copyOf(expressions);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.evaluate(this);
    }
  }

  /** A branch that the values of the expressions decide. */
  record Branch(List<TypedExpr> expressions, List<Step> yes, List<Step> no, Span span)
      implements Step {
    public Branch {
      expressions = List.copyOf(expressions);
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.branch(this);
    }
  }

  /** A loop whose trips the values of the expressions decide. */
  record Loop(Optional<Symbol> variable, List<TypedExpr> expressions, List<Step> body, Span span)
      implements Step {
    public Loop {
      expressions = List.copyOf(expressions);
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loop(this);
    }
  }

  /**
   * {@code break} or {@code continue}.
   *
   * @param ends whether the loop ends
   */
  record Jump(boolean ends) implements Step {
    @Override
    public List<TypedExpr> expressions() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.jump(this);
    }
  }
}
