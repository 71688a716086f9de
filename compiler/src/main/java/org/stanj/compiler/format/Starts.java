package org.stanj.compiler.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Statement;
import org.stanj.compiler.syntax.Transform;
import org.stanj.compiler.syntax.TypeSyntax;

/**
 * The place up to which comments are written before a statement. Where the first words of a
 * statement leave no room for comments, that is the first expression or name behind them.
 */
final class Starts implements Statement.Visitor<TextPosition> {
  private static final Starts INSTANCE = new Starts();

  private Starts() {}

  static TextPosition of(Statement statement) {
    return statement.accept(INSTANCE);
  }

  private static TextPosition of(Expression expression) {
    return TextPosition.startOf(expression.span());
  }

  @Override
  public TextPosition declare(Statement.Declare node) {
    List<Expression> inside = new ArrayList<>();
    node.declaration().type().accept(new Inside(inside));
    return inside.isEmpty()
        ? TextPosition.startOf(node.declaration().variables().get(0).name().span())
        : of(inside.get(0));
  }

  @Override
  public TextPosition assign(Statement.Assign node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition targetIncrement(Statement.TargetIncrement node) {
    return of(node.value());
  }

  @Override
  public TextPosition jacobianIncrement(Statement.JacobianIncrement node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition distribution(Statement.Distribution node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition callStatement(Statement.CallStatement node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition block(Statement.Block node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition profile(Statement.Profile node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition ifElse(Statement.If node) {
    return of(node.condition());
  }

  @Override
  public TextPosition whileLoop(Statement.While node) {
    return of(node.condition());
  }

  @Override
  public TextPosition forRange(Statement.For node) {
    return TextPosition.startOf(node.variable().span());
  }

  @Override
  public TextPosition forEach(Statement.ForEach node) {
    return TextPosition.startOf(node.variable().span());
  }

  @Override
  public TextPosition breakLoop(Statement.Break node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition continueLoop(Statement.Continue node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition returnValue(Statement.Return node) {
    return node.value().map(Starts::of).orElseGet(() -> TextPosition.startOf(node.span()));
  }

  @Override
  public TextPosition print(Statement.Print node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition reject(Statement.Reject node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition fatalError(Statement.FatalError node) {
    return TextPosition.startOf(node.span());
  }

  @Override
  public TextPosition empty(Statement.Empty node) {
    return TextPosition.startOf(node.span());
  }

  /** Collects the expressions inside a type, sizes first; those of tuples do not count. */
  private record Inside(List<Expression> found)
      implements TypeSyntax.Visitor<Boolean>, Transform.Visitor<Boolean> {
    @Override
    public Boolean basic(TypeSyntax.Basic node) {
      found.addAll(node.sizes());
      return node.transform().accept(this);
    }

    @Override
    public Boolean constrained(TypeSyntax.Constrained node) {
      return found.addAll(node.sizes());
    }

    @Override
    public Boolean array(TypeSyntax.Array node) {
      found.addAll(node.sizes());
      return node.element().accept(this);
    }

    @Override
    public Boolean tuple(TypeSyntax.Tuple node) {
      return false;
    }

    @Override
    public Boolean identity(Transform.Identity node) {
      return false;
    }

    @Override
    public Boolean bounds(Transform.Bounds node) {
      return both(node.lower(), node.upper());
    }

    @Override
    public Boolean affine(Transform.Affine node) {
      return both(node.offset(), node.multiplier());
    }

    private boolean both(Optional<Expression> first, Optional<Expression> second) {
      first.ifPresent(found::add);
      second.ifPresent(found::add);
      return true;
    }
  }
}
