package org.stanj.compiler.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Ints of a function as sums over what does not change: variables that are given a value at one
 * place, sizes, elements of fields.
 */
final class IntValues {
  /** Longer sums stand under the name of their variable. */
  private static final int MOST_TERMS = 6;

  private final Definitions definitions;
  private final Map<Var, Expr> values = new HashMap<>();
  private final Map<Var, List<Expr>> sizes;
  private final Aliases aliases;

  /** Fields whose elements the function writes. */
  private final Set<Var> written = new HashSet<>();

  private final Map<Var, LinearIndex> sums = new HashMap<>();

  /**
   * @param fields sizes of fields
   */
  IntValues(CoreFunction f, Map<Var, List<Expr>> fields) {
    sizes = new HashMap<>(fields);
    definitions = new Definitions(f);
    aliases = new Aliases(f.body());
    f.body().forEach(s -> s.walk(this::written));
    f.body().forEach(s -> s.walk(this::look));
  }

  private void written(Stmt s) {
    Variables.elementsWritten(s).stream()
        .filter(v -> v.storage() == Var.Storage.FIELD)
        .forEach(written::add);
  }

  private void look(Stmt s) {
    if (s instanceof Stmt.Assign a && a.value().kind() == Kind.INT && isFixed(a.variable())) {
      values.put(a.variable(), a.value());
    } else if (s instanceof Stmt.View v && isFixed(v.variable())) {
      sizes(v.variable(), v.sizes());
    } else if (s instanceof Stmt.Declare d && isFixed(d.variable())) {
      sizes(d.variable(), d.sizes());
    }
  }

  private void sizes(Var container, List<Expr> all) {
    if (all.stream().allMatch(this::isStable)) {
      sizes.put(container, all);
    }
  }

  boolean isFixed(Var v) {
    return definitions.isFixed(v) && !written.contains(v);
  }

  /** Sizes of a container in terms of what does not change. */
  Optional<List<Expr>> sizes(Var container) {
    return Optional.ofNullable(sizes.get(container));
  }

  /** The container that holds the elements, followed through views that have one meaning. */
  Var field(Var container) {
    return aliases.owner(container, definitions).orElse(container);
  }

  /** The int as a sum; empty if it may have another value by the time it is evaluated again. */
  Optional<LinearIndex> linear(Expr e) {
    return isStable(e) ? Optional.of(sum(e)) : Optional.empty();
  }

  private LinearIndex sum(Expr e) {
    if (e instanceof Expr.Read r && values.containsKey(r.variable())) {
      return value(r);
    } else if (e instanceof Expr.Dim d && sizes.containsKey(d.container())) {
      return sum(sizes.get(d.container()).get(d.dimension()));
    } else if (Exprs.isOperation(e, Operator.ADD_INT)) {
      return sum(Exprs.operand(e, 0)).plus(sum(Exprs.operand(e, 1)), 1);
    } else if (Exprs.isOperation(e, Operator.SUBTRACT_INT)) {
      return sum(Exprs.operand(e, 0)).plus(sum(Exprs.operand(e, 1)), -1);
    } else if (Exprs.isOperation(e, Operator.MULTIPLY_INT)) {
      LinearIndex a = sum(Exprs.operand(e, 0));
      LinearIndex b = sum(Exprs.operand(e, 1));
      LinearIndex nothing = new LinearIndex(Map.of(), 0);
      return a.terms().isEmpty()
          ? nothing.plus(b, a.constant())
          : b.terms().isEmpty() ? nothing.plus(a, b.constant()) : LinearIndex.of(e);
    }
    return LinearIndex.of(e);
  }

  private LinearIndex value(Expr.Read r) {
    Var v = r.variable();
    LinearIndex known = sums.get(v);
    if (known == null) {
      LinearIndex itself = new LinearIndex(Map.of(r, 1L), 0);
      sums.put(v, itself);
      Expr value = values.get(v);
      known = isStable(value) ? sum(value) : itself;
      known = known.terms().size() <= MOST_TERMS ? known : itself;
      sums.put(v, known);
    }
    return known;
  }

  private boolean isStable(Expr e) {
    boolean[] stable = {true};
    e.walk(
        x -> {
          if (x instanceof Expr.Read r) {
            stable[0] &= isFixed(r.variable());
          } else if (x instanceof Expr.Dim d) {
            stable[0] &= isFixed(d.container());
          } else if (x instanceof Expr.Load l) {
            Var field = field(l.container());
            stable[0] &= field.storage() == Var.Storage.FIELD && isFixed(field);
          } else {
            stable[0] &= !(x instanceof Expr.HasInit);
            stable[0] &= !(x instanceof Expr.Apply a && a.primitive().random());
          }
        });
    return stable[0];
  }
}
