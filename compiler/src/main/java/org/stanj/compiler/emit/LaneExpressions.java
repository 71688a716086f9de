package org.stanj.compiler.emit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Lane;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Var;

/** Pushes the values of expressions for neighbouring iterations: vectors of reals, and masks. */
final class LaneExpressions {
  static final String REALS = "Ljdk/incubator/vector/DoubleVector;";
  static final String MASK = "Ljdk/incubator/vector/VectorMask;";
  static final String CHOOSE = "(" + MASK + REALS + REALS + ")" + REALS;

  private static final String LANES = "org/stanj/stdlib/lanes/Lanes";
  static final String NOT = "(" + MASK + ")" + MASK;
  static final String BINARY = "(" + REALS + REALS + ")" + REALS;
  private static final String COMPARISON = "(" + REALS + REALS + ")" + MASK;
  private static final String LOGIC = "(" + MASK + MASK + ")" + MASK;

  private final Code code;
  private final Slots variables;
  private final ExpressionEmitter scalars;
  private final Lane lane;
  private final Map<Var, Integer> slots;
  private final LaneParts parts;

  /** Slots of reals that are the same in all iterations. */
  private final Map<Expr, Integer> constants = new LinkedHashMap<>();

  LaneExpressions(
      Code code,
      Slots variables,
      ExpressionEmitter scalars,
      Lane lane,
      Map<Var, Integer> slots,
      LaneParts parts) {
    this.parts = parts;
    this.code = code;
    this.variables = variables;
    this.scalars = scalars;
    this.lane = lane;
    this.slots = slots;
  }

  static void call(Code code, String method, String descriptor) {
    code.callStatic(LANES, method, descriptor);
  }

  /** What was pushed that is the same in all iterations. */
  Set<Expr> constants() {
    return constants.keySet();
  }

  /**
   * Evaluates what is the same in all iterations, to be pushed from now on. It is kept as a real: a
   * vector that comes into a loop from before it is an object to HotSpot's compiler, which does not
   * know its exact class there.
   */
  void prepare(Set<Expr> all) {
    for (Expr e : all) {
      scalars.push(e);
      if (e.kind() == Kind.INT) {
        code.op(Opcodes.I2D);
      }
      int slot = variables.temporary(2);
      constants.put(e, slot);
      code.local(Opcodes.DSTORE, slot);
    }
  }

  private void call(String method, String descriptor) {
    call(code, method, descriptor);
  }

  /** Whether an int expression is a condition, so that a mask stands for it. */
  boolean isCondition(Expr given) {
    Expr e = lane.resolved(given);
    return e.kind() == Kind.INT
        && ((e instanceof Expr.Read r && slots.containsKey(r.variable()))
            || (e instanceof Expr.Operation o && o.operator().isCondition()));
  }

  /** Makes the mask of a condition within another; returns its slot. */
  int condition(Expr test, int within, boolean holds) {
    mask(lane.resolved(test));
    if (!holds) {
      call("not", NOT);
    }
    if (within >= 0) {
      code.local(Opcodes.ALOAD, within);
      call("and", LOGIC);
    }
    int slot = variables.temporary(1);
    code.local(Opcodes.ASTORE, slot);
    return slot;
  }

  /** Pushes a real, or an int as a real. */
  void real(Expr given) {
    push(lane.resolved(given));
  }

  private void push(Expr e) {
    if (lane.isUniform(e)) {
      code.local(Opcodes.DLOAD, constants.computeIfAbsent(e, constant -> variables.temporary(2)));
      call("all", "(D)" + REALS);
    } else if (isCondition(e)) {
      mask(e);
      call("real", "(" + MASK + ")" + REALS);
    } else if (e instanceof Expr.Read r) {
      code.local(Opcodes.ALOAD, slots.get(r.variable()));
    } else if (e instanceof Expr.Load l) {
      load(l);
    } else if (e instanceof Expr.Choose c) {
      mask(c.test());
      push(c.yes());
      push(c.no());
      call("choose", CHOOSE);
    } else if (e instanceof Expr.Apply a) {
      a.arguments().forEach(this::push);
      call(a.primitive().method(), "(" + REALS + ")" + REALS);
    } else {
      operation((Expr.Operation) e);
    }
  }

  private void load(Expr.Load l) {
    Optional<Expr> first = lane.parts(l.at());
    if (first.isPresent()) {
      parts.push(new LaneParts.Place(l.container(), first.get()));
      return;
    }
    if (lane.isContiguous(l.container(), l.at())) {
      scalars.element(l.container(), l.at());
      call("load", "(" + Code.array(l.kind()) + "I)" + REALS);
      return;
    }
    Lane.Gather g = lane.gather(l).orElseThrow();
    variables.loadArray(l.container());
    scalars.push(g.base());
    variables.addOffset(l.container());
    scalars.element(g.indices(), g.at());
    call("gather", "([DI[II)" + REALS);
  }

  private void operation(Expr.Operation o) {
    Operator operator = o.operator();
    if (operator == Operator.TO_REAL || operator == Operator.GUARDED) {
      push(o.operands().get(0));
    } else {
      o.operands().forEach(this::push);
      String unary = "(" + REALS + ")" + REALS;
      call(name(operator), o.operands().size() == 1 ? unary : BINARY);
    }
  }

  private static String name(Operator operator) {
    return switch (operator) {
      case ADD, ADD_INT -> "add";
      case SUBTRACT, SUBTRACT_INT -> "subtract";
      case MULTIPLY, MULTIPLY_INT -> "multiply";
      case DIVIDE -> "divide";
      case NEGATE, NEGATE_INT -> "negate";
      case LESS, LESS_INT -> "less";
      case LESS_EQUAL, LESS_EQUAL_INT -> "lessEqual";
      case EQUAL, EQUAL_INT -> "equal";
      case NOT_EQUAL, NOT_EQUAL_INT -> "notEqual";
      case AND -> "and";
      case OR -> "or";
      default -> throw new IllegalArgumentException(operator.name());
    };
  }

  /** Pushes the mask of a condition. */
  private void mask(Expr e) {
    if (lane.isUniform(e) || !isCondition(e)) {
      push(e);
      push(Exprs.ZERO);
      call("notEqual", COMPARISON);
    } else if (e instanceof Expr.Read r) {
      code.local(Opcodes.ALOAD, slots.get(r.variable()));
    } else {
      Expr.Operation o = (Expr.Operation) e;
      switch (o.operator()) {
        case NOT -> {
          mask(o.operands().get(0));
          call("not", NOT);
        }
        case AND, OR -> {
          o.operands().forEach(this::mask);
          call(name(o.operator()), LOGIC);
        }
        default -> {
          o.operands().forEach(this::push);
          call(name(o.operator()), COMPARISON);
        }
      }
    }
  }
}
