package org.stanj.compiler.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Which storage containers stand for, and which slice of it an index or a view picks. */
final class Parts {
  /** An int that grows with a loop's index: {@code index + rest}, the rest the same throughout. */
  private record Affine(Expr rest) {}

  /**
   * A slice of a container that belongs to one iteration: what a dimension picks at the loop's
   * index plus something.
   *
   * @param through the container, or a name for a part of it from outside the loop
   */
  record Slice(Var through, int dimension, Expr shift) {}

  private final Definitions definitions;
  private final Aliases aliases;
  private final List<Var> parameters;
  private final Map<Var, Stmt.View> views = new HashMap<>();
  private final Map<Var, List<Expr>> sizes = new HashMap<>();
  private final Map<Var, Expr> values = new HashMap<>();

  Parts(CoreFunction f) {
    definitions = new Definitions(f);
    aliases = new Aliases(f.body());
    parameters = f.parameters();
    f.body().forEach(s -> s.walk(this::look));
  }

  private void look(Stmt s) {
    if (s instanceof Stmt.View v && isFixed(v.variable())) {
      views.put(v.variable(), v);
    } else if (s instanceof Stmt.Declare d && isFixed(d.variable())) {
      sizes.put(d.variable(), d.sizes());
    } else if (s instanceof Stmt.Assign a && a.variable().type().equals(CoreType.INT)) {
      if (isFixed(a.variable())) {
        values.put(a.variable(), a.value());
      }
    }
  }

  /** Whether a variable is given a value at one place only. */
  boolean isFixed(Var v) {
    return definitions.isFixed(v);
  }

  /** The container that holds the elements; empty for a view that has several meanings. */
  Optional<Var> storage(Var v) {
    return aliases.owner(v, definitions);
  }

  /**
   * The slice that an access stays in, if it is one iteration's own.
   *
   * @param at indices into {@code container}; empty where all of it is meant
   * @param inLoop whether a name is given in the loop
   */
  Optional<Slice> own(Var container, List<Expr> at, Var index, Predicate<Var> inLoop) {
    Stmt.View view = views.get(container);
    if (view == null || !inLoop.test(container)) {
      return indexed(container, at, index);
    }
    return views.containsKey(view.of()) && inLoop.test(view.of())
        ? Optional.empty()
        : offset(view, index).map(a -> new Slice(view.of(), 0, a.rest()));
  }

  private Optional<Slice> indexed(Var container, List<Expr> at, Var index) {
    if (at.size() != container.type().rank()) {
      return Optional.empty();
    }
    for (int d = 0; d < at.size(); d++) {
      Optional<Affine> a = affine(at.get(d), index);
      if (a.isPresent()) {
        return Optional.of(new Slice(container, d, a.get().rest()));
      }
    }
    return Optional.empty();
  }

  /** The leading dimension of a matrix is not the slowest. */
  private static boolean isColumns(Var v) {
    return v.type().matrix() && v.type().rank() == 2;
  }

  /** A view at a multiple of the length of an element of the first dimension. */
  private Optional<Affine> offset(Stmt.View view, Var index) {
    Expr offset = resolved(view.offset());
    List<Expr> of = sizes.get(view.of());
    if (of == null || isColumns(view.of())) {
      return Optional.empty();
    }
    Expr length = Exprs.product(of.subList(1, of.size()));
    boolean whole = Exprs.product(view.sizes()).equals(length);
    if (!whole || !Exprs.isOperation(offset, Operator.MULTIPLY_INT)) {
      return Optional.empty();
    }
    Expr a = Exprs.operand(offset, 0);
    Expr b = Exprs.operand(offset, 1);
    return b.equals(length)
        ? affine(a, index)
        : a.equals(length) ? affine(b, index) : Optional.empty();
  }

  private Expr resolved(Expr e) {
    Expr value = e instanceof Expr.Read r ? values.get(r.variable()) : null;
    return value == null ? e : resolved(value);
  }

  private Optional<Affine> affine(Expr given, Var index) {
    Expr e = resolved(given);
    if (e instanceof Expr.Read r && r.variable().equals(index)) {
      return Optional.of(new Affine(Exprs.integer(0)));
    }
    if (Exprs.isOperation(e, Operator.ADD_INT)) {
      Expr a = Exprs.operand(e, 0);
      Expr b = Exprs.operand(e, 1);
      if (isInvariant(b, index)) {
        return affine(a, index).map(x -> new Affine(Exprs.addInt(x.rest(), b)));
      }
      return isInvariant(a, index)
          ? affine(b, index).map(x -> new Affine(Exprs.addInt(x.rest(), a)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Constants and variables that are given a value once, outside the loop or never. */
  private boolean isInvariant(Expr e, Var index) {
    boolean[] invariant = {true};
    e.walk(
        x -> {
          boolean reads = x instanceof Expr.Read r && !isOutside(r.variable(), index);
          invariant[0] &= !(reads || x instanceof Expr.Load || x instanceof Expr.Apply);
        });
    return invariant[0];
  }

  private boolean isOutside(Var v, Var index) {
    boolean parameter = parameters.contains(v) && isFixed(v);
    return !v.equals(index)
        && (parameter || v.storage() == Var.Storage.FIELD || definitions.count(v) == 0);
  }
}
