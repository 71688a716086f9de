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
final class Starts implements Statement.Visitor<Place> {
  private static final Starts INSTANCE = new Starts();

  private Starts() {}

  static Place of(Statement statement) {
    return statement.accept(INSTANCE);
  }

  private static Place of(Expression expression) {
    return Place.startOf(expression.span());
  }

  @Override
  public Place declare(Statement.Declare node) {
    List<Expression> inside = new ArrayList<>();
    node.declaration().type().accept(new Inside(inside));
    return inside.isEmpty()
        ? Place.startOf(node.declaration().variables().get(0).name().span())
        : of(inside.get(0));
  }

  @Override
  public Place assign(Statement.Assign node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place targetIncrement(Statement.TargetIncrement node) {
    return of(node.value());
  }

  @Override
  public Place jacobianIncrement(Statement.JacobianIncrement node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place distribution(Statement.Distribution node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place callStatement(Statement.CallStatement node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place block(Statement.Block node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place profile(Statement.Profile node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place ifElse(Statement.If node) {
    return of(node.condition());
  }

  @Override
  public Place whileLoop(Statement.While node) {
    return of(node.condition());
  }

  @Override
  public Place forRange(Statement.For node) {
    return Place.startOf(node.variable().span());
  }

  @Override
  public Place forEach(Statement.ForEach node) {
    return Place.startOf(node.variable().span());
  }

  @Override
  public Place breakLoop(Statement.Break node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place continueLoop(Statement.Continue node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place returnValue(Statement.Return node) {
    return node.value().map(Starts::of).orElseGet(() -> Place.startOf(node.span()));
  }

  @Override
  public Place print(Statement.Print node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place reject(Statement.Reject node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place fatalError(Statement.FatalError node) {
    return Place.startOf(node.span());
  }

  @Override
  public Place empty(Statement.Empty node) {
    return Place.startOf(node.span());
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
