package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stanj.compiler.bindtime.DataValues;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Which scalars of an iteration are linear forms. */
final class Forms {
  private final DataValues values;
  private final Predicate<Var> isFixed;
  private final Map<Var, LinearForm> scalars = new HashMap<>();
  private final Map<Var, Made> containers = new HashMap<>();
  private final List<Level> levels = new ArrayList<>();

  /** Conditions on data under which what was read so far has been filled. */
  private Expr filled = Exprs.TRUE;

  /**
   * @param values what data are known
   * @param isFixed whether a scalar, or the elements of a container, stay the same in all of the
   *     loops looked at
   */
  Forms(DataValues values, Predicate<Var> isFixed) {
    this.values = values;
    this.isFixed = isFixed;
  }

  List<Level> levels() {
    return levels;
  }

  Map<Var, LinearForm> scalars() {
    return scalars;
  }

  /** What is known of a container's elements from here on. */
  void made(Var container, Made made) {
    containers.put(container, made);
  }

  boolean isMade(Var container) {
    return containers.containsKey(container);
  }

  /** The condition since it was last asked for. */
  Expr takeFilled() {
    Expr condition = filled;
    filled = Exprs.TRUE;
    return condition;
  }

  Optional<LinearForm> of(Expr e) {
    Optional<Expr> data = values.closed(e);
    if (data.isPresent()) {
      return data.map(LinearForm::data);
    }
    if (e instanceof Expr.Read r && scalars.containsKey(r.variable())) {
      return Optional.of(scalars.get(r.variable()));
    }
    Optional<Expr> coefficient = coefficient(e);
    if (coefficient.isPresent()) {
      return coefficient.map(LinearForm::coefficient);
    } else if (e instanceof Expr.Load l) {
      return load(l);
    }
    return e instanceof Expr.Operation o ? operation(o) : Optional.empty();
  }

  private Optional<LinearForm> operation(Expr.Operation o) {
    if (o.kind() != Kind.REAL) {
      return Optional.empty();
    }
    Optional<LinearForm> first = of(o.operands().get(0));
    if (o.operator() == Operator.GUARDED) {
      return first;
    } else if (o.operator() == Operator.NEGATE) {
      return first.map(LinearForm::negated);
    } else if (first.isEmpty() || o.operands().size() != 2) {
      return Optional.empty();
    }
    Optional<LinearForm> second = of(o.operands().get(1));
    return second.flatMap(b -> LinearForm.of(o.operator(), first.get(), b));
  }

  private Optional<LinearForm> load(Expr.Load l) {
    Made made = containers.get(l.container());
    Optional<List<Expr>> at = closed(l.at());
    if (made == null || at.isEmpty() || at.get().size() != made.shifts().size()) {
      return Optional.empty();
    }
    filled = Exprs.and(filled, made.isFilled(at.get()));
    return Optional.of(made.load(at.get()));
  }

  Optional<List<Expr>> closed(List<Expr> all) {
    List<Expr> out = new ArrayList<>();
    all.forEach(e -> values.closed(e).ifPresent(out::add));
    return out.size() == all.size() ? Optional.of(out) : Optional.empty();
  }

  /** The expression, if it depends on the iteration through indices that are data, at most. */
  Optional<Expr> coefficient(Expr e) {
    Optional<Expr> data = values.closed(e);
    if (data.isPresent()) {
      return data.filter(d -> !differs(d));
    } else if (e instanceof Expr.Read r) {
      LinearForm known = scalars.get(r.variable());
      return known != null
          ? known.asCoefficient()
          : Optional.of(e).filter(x -> isFixed(r.variable()));
    } else if (e instanceof Expr.Load l) {
      return closed(l.at())
          .filter(at -> isFixed(l.container()))
          .map(at -> new Expr.Load(l.container(), at));
    } else if (e instanceof Expr.Operation || e instanceof Expr.Choose || isPure(e)) {
      return rebuilt(e);
    }
    return Optional.empty();
  }

  private static boolean isPure(Expr e) {
    return e instanceof Expr.Apply a && !a.hasEffect();
  }

  private Optional<Expr> rebuilt(Expr e) {
    boolean[] all = {true};
    Expr changed =
        e.mapChildren(
            child -> {
              Optional<Expr> c = all[0] ? coefficient(child) : Optional.empty();
              all[0] &= c.isPresent();
              return c.orElse(child);
            });
    return all[0] ? Optional.of(changed) : Optional.empty();
  }

  private boolean isFixed(Var v) {
    return !scalars.containsKey(v) && !containers.containsKey(v) && isFixed.test(v);
  }

  /** Whether the value may differ from iteration to iteration. */
  boolean differs(Expr e) {
    Set<Var> in = Variables.in(e);
    return levels.stream().anyMatch(l -> in.contains(l.index()));
  }
}
