package org.stanj.compiler.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;

/**
 * Follows locals that are copies of other variables, or ints that are known, so that {@code real s
 * = sigma; y ~ normal(0, s);} is judged as if it named {@code sigma}.
 */
final class KnownLocals implements Step.Visitor<Void> {
  private final BiConsumer<Step, KnownLocals> observer;
  private Map<Symbol, TypedExpr> copies = new HashMap<>();

  /**
   * @param observer sees each step, before what it assigns is known; the steps of a loop once
   */
  KnownLocals(BiConsumer<Step, KnownLocals> observer) {
    this.observer = observer;
  }

  /** Goes through steps in their order. */
  void follow(List<Step> steps) {
    for (Step step : steps) {
      observer.accept(step, this);
      step.accept(this);
    }
  }

  /** What the expression is a copy of, or itself. */
  TypedExpr resolve(TypedExpr e) {
    return e instanceof TypedExpr.Reference reference
        ? copies.getOrDefault(reference.symbol(), e)
        : e;
  }

  @Override
  public Void declare(Step.Declare s) {
    forget(s.declaration().symbol());
    s.declaration().initial().ifPresent(value -> learn(s.declaration().symbol(), value));
    return null;
  }

  @Override
  public Void assign(Step.Assign s) {
    forget(s.symbol());
    if (s.whole() && !s.readsItself()) {
      learn(s.symbol(), s.value());
    }
    return null;
  }

  private void forget(Symbol symbol) {
    copies.remove(symbol);
    copies
        .values()
        .removeIf(e -> e instanceof TypedExpr.Reference other && other.symbol() == symbol);
  }

  private void learn(Symbol symbol, TypedExpr value) {
    if (symbol.origin() != Symbol.Origin.LOCAL) {
      return;
    }
    TypedExpr original = resolve(value);
    boolean constant = symbol.type().equals(StanType.INT) && Literal.of(original).isPresent();
    boolean variable =
        original instanceof TypedExpr.Reference reference
            && reference.symbol() != symbol
            && reference.type().equals(symbol.type());
    if (constant || variable) {
      copies.put(symbol, original);
    }
  }

  @Override
  public Void factor(Step.Factor s) {
    return null;
  }

  @Override
  public Void evaluate(Step.Evaluate s) {
    return null;
  }

  @Override
  public Void branch(Step.Branch s) {
    Map<Symbol, TypedExpr> before = new HashMap<>(copies);
    follow(s.yes());
    Map<Symbol, TypedExpr> afterYes = copies;
    copies = before;
    follow(s.no());
    copies.entrySet().retainAll(afterYes.entrySet());
    return null;
  }

  @Override
  public Void loop(Step.Loop s) {
    forgetAssigned(s.body());
    follow(s.body());
    forgetAssigned(s.body());
    return null;
  }

  private void forgetAssigned(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Assign assign) {
        forget(assign.symbol());
      } else if (step instanceof Step.Branch branch) {
        forgetAssigned(branch.yes());
        forgetAssigned(branch.no());
      } else if (step instanceof Step.Loop loop) {
        forgetAssigned(loop.body());
      }
    }
  }

  @Override
  public Void jump(Step.Jump s) {
    return null;
  }
}
