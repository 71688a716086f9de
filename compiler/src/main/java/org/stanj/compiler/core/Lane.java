package org.stanj.compiler.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an iteration of a loop has to do with its neighbours, for code that runs several of them at
 * once: which expressions are the same in all iterations, and which elements stand side by side.
 */
public final class Lane {
  /** Parts of a sum over iterations: the i-th iteration of a block adds to part i mod 8. */
  public static final int PARTS = 8;

  private static final int NEVER = 1_000_000;

  private final Var index;
  private final Predicate<Var> varies;
  private final Map<Var, Expr> scalars = new HashMap<>();

  /**
   * @param varies whether the loop gives the variable a value, or changes the container
   */
  public Lane(Var index, Predicate<Var> varies) {
    this.index = index;
    this.varies = varies;
  }

  /** A scalar of an iteration, which is looked through from here on. */
  public void define(Var v, Expr value) {
    scalars.put(v, resolved(value));
  }

  /** Whether the scalar is looked through. */
  public boolean isDefined(Var v) {
    return scalars.containsKey(v);
  }

  /** The expression without the scalars that are looked through. */
  public Expr resolved(Expr e) {
    return e.rewriteBottomUp(
        x -> x instanceof Expr.Read r ? scalars.getOrDefault(r.variable(), r) : x);
  }

  /** Whether the (resolved) expression has the same value in all iterations. */
  public boolean isUniform(Expr e) {
    boolean[] uniform = {true};
    e.walk(
        x -> {
          if (x instanceof Expr.Read r) {
            uniform[0] &= !r.variable().equals(index) && !varies.test(r.variable());
          } else if (x instanceof Expr.Load l) {
            uniform[0] &= !varies.test(l.container());
          } else if (x instanceof Expr.HasInit) {
            uniform[0] = false;
          } else if (x instanceof Expr.Apply a) {
            uniform[0] &= !a.primitive().random() && !a.primitive().rejects();
          }
        });
    return uniform[0];
  }

  /** Whether (resolved) indices pick neighbouring elements in neighbouring iterations. */
  public boolean isContiguous(Var container, List<Expr> at) {
    int rank = container.type().rank();
    int fastest = at.size() == 1 ? 0 : container.type().matrix() ? rank - 2 : rank - 1;
    for (int d = 0; d < at.size(); d++) {
      if (!(d == fastest ? isNext(at.get(d)) : isUniform(at.get(d)))) {
        return false;
      }
    }
    return true;
  }

  /** The part of an iteration, from the number of the iteration in its block. */
  public static Expr part(Expr position) {
    return Exprs.op(Operator.MODULO_INT, position, Exprs.integer(PARTS));
  }

  /** Where the parts begin if (resolved) indices pick the part of an iteration; else empty. */
  public Optional<Expr> parts(List<Expr> at) {
    if (at.size() != 1) {
      return Optional.empty();
    }
    Expr e = at.get(0);
    if (Exprs.isOperation(e, Operator.ADD_INT) && isPart(Exprs.operand(e, 0))) {
      return Optional.of(Exprs.operand(e, 1)).filter(this::isUniform);
    }
    return isPart(e) ? Optional.of(Exprs.integer(0)) : Optional.empty();
  }

  private boolean isPart(Expr e) {
    return Exprs.isOperation(e, Operator.MODULO_INT)
        && isNext(Exprs.operand(e, 0))
        && Exprs.operand(e, 1).equals(Exprs.integer(PARTS));
  }

  private boolean isNext(Expr e) {
    if (e instanceof Expr.Read r) {
      return r.variable().equals(index);
    }
    if (Exprs.isOperation(e, Operator.ADD_INT)) {
      Expr a = Exprs.operand(e, 0);
      Expr b = Exprs.operand(e, 1);
      return (isNext(a) && isUniform(b)) || (isUniform(a) && isNext(b));
    }
    return Exprs.isOperation(e, Operator.SUBTRACT_INT)
        && isNext(Exprs.operand(e, 0))
        && isUniform(Exprs.operand(e, 1));
  }

  /**
   * Elements that an int container picks.
   *
   * @param index of the element of {@code a}: an element of {@code indices}, and something on top
   */
  public record Gather(Var indices, List<Expr> at, Expr base) {}

  /** The gather of a (resolved) load from a container of rank 1. */
  public Optional<Gather> gather(Expr.Load load) {
    boolean flat = load.container().type().rank() == 1 && load.at().size() == 1;
    return flat ? gather(load.at().get(0)) : Optional.empty();
  }

  private Optional<Gather> gather(Expr at) {
    if (at instanceof Expr.Load l && isContiguous(l.container(), l.at())) {
      return Optional.of(new Gather(l.container(), l.at(), Exprs.integer(0)));
    }
    if (Exprs.isOperation(at, Operator.ADD_INT) && isUniform(Exprs.operand(at, 1))) {
      Expr more = Exprs.operand(at, 1);
      return gather(Exprs.operand(at, 0))
          .map(g -> new Gather(g.indices(), g.at(), Exprs.addInt(g.base(), more)));
    }
    return Optional.empty();
  }

  /** Whether vectors of reals have the function. */
  public static boolean isFunction(Primitive p) {
    return p.lanes().kind() == LaneForm.Kind.OPERATION;
  }

  /**
   * Vector operations of a (not resolved) real, int or condition; empty if vectors cannot make it.
   */
  public Optional<Integer> cost(Expr given) {
    int cost = operations(resolved(given));
    return cost < NEVER ? Optional.of(cost) : Optional.empty();
  }

  private int operations(Expr e) {
    if (isUniform(e)) {
      return 1;
    } else if (e instanceof Expr.Read r) {
      return r.variable().equals(index) ? NEVER : 0;
    } else if (e instanceof Expr.Load l) {
      return load(l);
    } else if (e instanceof Expr.Apply a) {
      return isFunction(a.primitive()) ? 2 + all(a.arguments()) : NEVER;
    } else if (e instanceof Expr.Choose c) {
      return takesMore(c.yes(), c.test()) || takesMore(c.no(), c.test())
          ? NEVER
          : 1 + all(c.children());
    } else if (e instanceof Expr.Operation o) {
      return operation(o);
    }
    return NEVER;
  }

  private int load(Expr.Load l) {
    if (isContiguous(l.container(), l.at())) {
      return l.kind() == Kind.INT ? 3 : 2;
    }
    return l.kind() == Kind.REAL && gather(l).isPresent() ? 4 : NEVER;
  }

  private int operation(Expr.Operation o) {
    return switch (o.operator()) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE -> 1 + all(o.operands());
      case ADD_INT, SUBTRACT_INT, MULTIPLY_INT, NEGATE_INT -> 1 + all(o.operands());
      case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL -> 1 + all(o.operands());
      case LESS_INT, LESS_EQUAL_INT, EQUAL_INT, NOT_EQUAL_INT -> 1 + all(o.operands());
      case NOT, GUARDED -> 1 + all(o.operands());
      case TO_REAL -> 2 + all(o.operands());
      // The second operand is evaluated in all iterations.
      case AND, OR ->
          takesMore(o.operands().get(1), o.operands().get(0)) ? NEVER : 1 + all(o.operands());
      case DIVIDE_INT, MODULO_INT -> NEVER;
    };
  }

  /**
   * Whether an expression takes elements that its condition does not take: they may be out of range
   * where it is not evaluated.
   */
  private boolean takesMore(Expr e, Expr condition) {
    Set<Expr> taken = elements(condition);
    return !taken.containsAll(elements(e));
  }

  private Set<Expr> elements(Expr e) {
    Set<Expr> found = new HashSet<>();
    e.walk(
        x -> {
          if (x instanceof Expr.Load && !isUniform(x)) {
            found.add(x);
          }
        });
    return found;
  }

  /** The same of expressions that are not resolved. */
  public boolean takesMoreElements(Expr e, Expr condition) {
    return takesMore(resolved(e), resolved(condition));
  }

  /** Whether a (not resolved) expression takes elements that differ from iteration to iteration. */
  public boolean takesElements(Expr e) {
    return !elements(resolved(e)).isEmpty();
  }

  private int all(List<Expr> es) {
    return Math.min(NEVER, es.stream().mapToInt(this::operations).sum());
  }
}
