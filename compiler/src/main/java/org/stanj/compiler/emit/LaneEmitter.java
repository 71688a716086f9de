package org.stanj.compiler.emit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Lane;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Writes a loop over vectors: each statement for as many iterations as there are lanes. A real or
 * int of an iteration is a vector of reals, a condition a mask. A check that fails in a lane ends
 * the loop in front of its iterations, which then run over scalars.
 */
final class LaneEmitter {
  /**
   * Code that nobody runs: HotSpot inlines no method of more than 325 bytes. Inlined into the
   * gradient, the vectors would use up what its compiler is willing to look into.
   */
  private static final int PADDING = 330;

  private final Code code;
  private final Compound.For loop;
  private final Slots variables;
  private final ExpressionEmitter scalars;
  private final Lane lane;
  private final LaneExpressions expressions;
  private final LaneParts parts;
  private final Map<Var, Integer> slots = new HashMap<>();
  private final Label fails = new Label();
  private final int index;

  private LaneEmitter(
      MethodVisitor visitor, String owner, Compound.For loop, List<Var> parameters) {
    this.loop = loop;
    code = new Code(visitor, -1, -1);
    int slot = 2;
    for (Var p : parameters) {
      slot += Layout.slots(p.type());
    }
    variables = new Slots(code, owner, false, slot);
    slot = 2;
    for (Var p : parameters) {
      variables.parameter(p, slot);
      slot += Layout.slots(p.type());
    }
    variables.parameter(loop.index(), 0);
    index = 0;
    scalars = new ExpressionEmitter(code, variables, new PlaceHandlers(code));
    Set<Var> varying = varying(loop);
    lane = new Lane(loop.index(), varying::contains);
    parts = new LaneParts(code, variables, scalars);
    expressions = new LaneExpressions(code, variables, scalars, lane, slots, parts);
  }

  /**
   * Writes the code of the method that the loop becomes.
   *
   * @param owner internal name of the class of the method
   * @param parameters what the method is given behind the first and the last iteration
   */
  static void write(MethodVisitor visitor, String owner, Compound.For loop, List<Var> parameters) {
    LaneEmitter trial = new LaneEmitter(new Nowhere(), owner, loop, parameters);
    trial.body();
    new LaneEmitter(visitor, owner, loop, parameters).emit(trial);
  }

  /** Takes code that is not wanted. */
  private static final class Nowhere extends MethodVisitor {
    Nowhere() {
      super(Opcodes.ASM9);
    }
  }

  private static Set<Var> varying(Compound.For loop) {
    Set<Var> varying = new HashSet<>();
    for (Stmt s : loop.body()) {
      s.walk(
          t -> {
            varying.addAll(Variables.defined(t));
            varying.addAll(Variables.elementsWritten(t));
          });
    }
    return varying;
  }

  /**
   * What is the same in all iterations is evaluated before the loop, since HotSpot cannot know that
   * the elements which the body stores are others. The test stands at the start: a body with a test
   * at its end is taken for the start of a loop, and twice compiled.
   */
  private void emit(LaneEmitter trial) {
    Label test = new Label();
    Label none = new Label();
    Label end = new Label();
    int limit = variables.temporary(1);
    code.local(Opcodes.ILOAD, index);
    code.local(Opcodes.ILOAD, 1);
    LaneExpressions.call(code, "end", "(II)I");
    code.local(Opcodes.ISTORE, limit);
    code.local(Opcodes.ILOAD, index);
    code.local(Opcodes.ILOAD, limit);
    code.jump(Opcodes.IF_ICMPGE, none);
    expressions.prepare(trial.expressions.constants());
    parts.begin(trial.parts.places());
    code.label(test);
    code.local(Opcodes.ILOAD, index);
    code.local(Opcodes.ILOAD, limit);
    code.jump(Opcodes.IF_ICMPGE, end);
    body();
    code.local(Opcodes.ILOAD, index);
    LaneExpressions.call(code, "count", "()I");
    code.op(Opcodes.IADD);
    code.local(Opcodes.ISTORE, index);
    code.jump(Opcodes.GOTO, test);
    code.label(fails);
    code.label(end);
    parts.end();
    code.label(none);
    code.local(Opcodes.ILOAD, index);
    code.op(Opcodes.IRETURN);
    for (int i = 0; i < PADDING; i++) {
      code.op(Opcodes.NOP);
    }
  }

  private void body() {
    loop.body().forEach(s -> statement(s, -1));
  }

  /**
   * @param mask slot of the condition around the statement; -1 for none
   */
  private void statement(Stmt s, int mask) {
    if (s instanceof Compound.If i) {
      branch(i, mask);
    } else if (s instanceof Stmt.Assign a) {
      assign(a, mask);
    } else if (s instanceof Stmt.Store t) {
      element(t.container(), t.at(), t.value(), "store", mask);
    } else if (s instanceof Stmt.Accumulate t) {
      element(t.container(), t.at(), t.value(), "accumulate", mask);
    } else {
      throw new IllegalArgumentException("no vectors for " + s);
    }
  }

  private void branch(Compound.If s, int mask) {
    int yes = expressions.condition(s.test(), mask, true);
    if (fails(s)) {
      code.local(Opcodes.ALOAD, yes);
      LaneExpressions.call(code, "any", "(" + LaneExpressions.MASK + ")Z");
      code.jump(Opcodes.IFNE, fails);
      return;
    }
    s.yes().forEach(t -> statement(t, yes));
    if (!s.no().isEmpty()) {
      int no = expressions.condition(s.test(), mask, false);
      s.no().forEach(t -> statement(t, no));
    }
  }

  private static boolean fails(Compound.If s) {
    return s.yes().stream().anyMatch(Stmt.Break.class::isInstance);
  }

  private void assign(Stmt.Assign a, int mask) {
    Var v = a.variable();
    boolean truth = lane.cost(a.value()).isPresent() && expressions.isCondition(a.value());
    if (v.type().kind() == Kind.INT && !truth) {
      lane.define(v, a.value());
      return;
    }
    Integer old = slots.get(v);
    if (v.type().kind() == Kind.INT) {
      int made = expressions.condition(a.value(), -1, true);
      slots.put(v, made);
      if (old != null && mask >= 0) {
        throw new IllegalArgumentException("condition with two values: " + v);
      }
      return;
    }
    boolean blend = old != null && mask >= 0;
    if (blend) {
      code.local(Opcodes.ALOAD, mask);
    }
    expressions.real(a.value());
    if (blend) {
      code.local(Opcodes.ALOAD, old);
      LaneExpressions.call(code, "choose", LaneExpressions.CHOOSE);
    }
    int slot = old == null ? variables.temporary(1) : old;
    slots.put(v, slot);
    code.local(Opcodes.ASTORE, slot);
  }

  private void element(Var container, List<Expr> given, Expr value, String method, int mask) {
    List<Expr> at = given.stream().map(lane::resolved).toList();
    Optional<LaneParts.Place> place =
        lane.parts(at).map(first -> new LaneParts.Place(container, first));
    if (place.isPresent()) {
      part(place.get(), value, method.equals("accumulate"), mask);
      return;
    }
    scalars.element(container, at);
    expressions.real(value);
    String masked = "";
    if (mask >= 0) {
      code.local(Opcodes.ALOAD, mask);
      masked = LaneExpressions.MASK;
    }
    LaneExpressions.call(code, method, "([DI" + LaneExpressions.REALS + masked + ")V");
  }

  /** What has just been made comes first: HotSpot's compiler knows its class. */
  private void part(LaneParts.Place place, Expr value, boolean adds, int mask) {
    if (mask >= 0) {
      code.local(Opcodes.ALOAD, mask);
      LaneExpressions.call(code, "not", LaneExpressions.NOT);
      parts.push(place);
    }
    expressions.real(value);
    if (adds) {
      parts.push(place);
      LaneExpressions.call(code, "add", LaneExpressions.BINARY);
    }
    if (mask >= 0) {
      LaneExpressions.call(code, "choose", LaneExpressions.CHOOSE);
    }
    parts.replace(place);
  }
}
