package org.stanj.compiler.emit;

import java.util.List;
import java.util.function.ToIntFunction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.stdlib.abi.Saved;
import org.stanj.stdlib.abi.Sizes;
import org.stanj.stdlib.abi.Stretch;

/** Statements that make, fill, copy and save containers. */
final class ContainerEmitter {
  private static final String ARRAYS = "java/util/Arrays";
  private static final String STRETCH = Type.getInternalName(Stretch.class);
  private static final String SAVED = Type.getInternalName(Saved.class);

  private final Code code;
  private final Slots variables;
  private final ExpressionEmitter expressions;
  private final ApartCalls apart;

  ContainerEmitter(Code code, Slots variables, ExpressionEmitter expressions, ApartCalls apart) {
    this.code = code;
    this.variables = variables;
    this.expressions = expressions;
    this.apart = apart;
  }

  void declare(Stmt.Declare s) {
    Var variable = s.variable();
    s.sizes().forEach(expressions::push);
    variables.storeSizes(variable);
    if (Slots.isField(variable)) {
      newArray(variable, s.fill());
      return;
    }
    Kind kind = variable.type().kind();
    String suffix = kind == Kind.INT ? "Ints" : "Reals";
    code.loadScratch();
    checkedLength(variable);
    if (s.fill() == Stmt.Fill.NONE) {
      code.callScratch("allocate" + suffix, "(I)I");
    } else {
      fillValue(kind, s.fill());
      code.callScratch("allocate" + suffix, "(I" + Code.scalar(kind) + ")I");
    }
    variables.storeOffset(variable);
    code.scratchField(kind == Kind.INT ? "ints" : "reals", Code.array(kind));
    variables.storeArray(variable);
  }

  private void newArray(Var variable, Stmt.Fill fill) {
    Kind kind = variable.type().kind();
    checkedLength(variable);
    int element = kind == Kind.INT ? Opcodes.T_INT : Opcodes.T_DOUBLE;
    code.visitor().visitIntInsn(Opcodes.NEWARRAY, element);
    if (fill == Stmt.Fill.UNSET) {
      code.op(Opcodes.DUP);
      fillValue(kind, fill);
      code.callStatic(ARRAYS, "fill", "(" + Code.array(kind) + Code.scalar(kind) + ")V");
    }
    variables.storeArray(variable);
  }

  private void fillValue(Kind kind, Stmt.Fill fill) {
    if (fill == Stmt.Fill.ZERO) {
      code.zero(kind);
    } else if (kind == Kind.INT) {
      code.integer(Integer.MIN_VALUE);
    } else {
      code.real(Double.NaN);
    }
  }

  private void checkedLength(Var variable) {
    variables.loadSize(variable, 0);
    for (int d = 1; d < variable.type().rank(); d++) {
      variables.loadSize(variable, d);
      code.callStatic(Sizes.class, "product", "(II)I");
    }
  }

  void view(Stmt.View s) {
    if (Slots.isField(s.variable())) {
      throw new IllegalArgumentException("field as a view: " + s.variable());
    }
    variables.loadArray(s.of());
    expressions.push(s.offset());
    variables.addOffset(s.of());
    List<Expr> sizes = s.sizes();
    sizes.forEach(expressions::push);
    variables.storeSizes(s.variable());
    variables.storeOffset(s.variable());
    variables.storeArray(s.variable());
  }

  void copy(Stmt.Copy s) {
    variables.loadArray(s.from());
    variables.loadOffset(s.from());
    variables.loadArray(s.to());
    variables.loadOffset(s.to());
    variables.loadLength(s.from());
    String descriptor = "(Ljava/lang/Object;ILjava/lang/Object;II)V";
    code.callStatic(System.class, "arraycopy", descriptor);
  }

  void fillAll(Stmt.FillAll s) {
    Var container = s.container();
    variables.loadArray(container);
    variables.loadOffset(container);
    variables.loadLength(container);
    variables.addOffset(container);
    expressions.push(s.value());
    Kind kind = container.type().kind();
    code.callStatic(ARRAYS, "fill", "(" + Code.array(kind) + "II" + Code.scalar(kind) + ")V");
  }

  void push(Var container) {
    variables.loadArray(container);
    variables.loadOffset(container);
    variables.loadSize(container, 0);
    code.loadScratch();
    String array = Code.array(container.type().kind());
    apart.call(code, SAVED, "push", "(" + array + "IIL" + Code.SCRATCH + ";)V");
    for (int d = 1; d < container.type().rank(); d++) {
      code.loadScratch();
      variables.loadSize(container, d);
      code.callScratch("pushShape", "(I)V");
    }
  }

  /**
   * Takes containers off their stacks, the last one saved first. Where a hundred cross to a piece
   * of a function, HotSpot needs seconds if each changes the height of a stack.
   */
  void pop(List<Var> saved) {
    Taken shapes = take("Shapes", "shapeStack", Code.INTS, sum(saved, v -> v.type().rank() + 1));
    Taken reals = take("Reals", "realsStack", "[[D", sum(saved, v -> isInt(v) ? 0 : 1));
    Taken ints = take("Ints", "intsStack", "[[I", sum(saved, v -> isInt(v) ? 1 : 0));
    for (Var container : saved) {
      for (int d = container.type().rank() - 1; d >= 0; d--) {
        shapes.next(code, Opcodes.IALOAD);
        variables.storeSize(container, d);
      }
      shapes.next(code, Opcodes.IALOAD);
      variables.storeOffset(container);
      (isInt(container) ? ints : reals).next(code, Opcodes.AALOAD);
      variables.storeArray(container);
    }
  }

  private static boolean isInt(Var container) {
    return container.type().kind() == Kind.INT;
  }

  private static int sum(List<Var> containers, ToIntFunction<Var> of) {
    return containers.stream().mapToInt(of).sum();
  }

  private Taken take(String what, String stack, String descriptor, int n) {
    Taken taken = new Taken(variables.temporary(1), variables.temporary(1), n);
    if (n > 0) {
      code.loadScratch();
      code.integer(n);
      code.callScratch("take" + what, "(I)I");
      code.local(Opcodes.ISTORE, taken.begin);
      code.scratchField(stack, descriptor);
      code.local(Opcodes.ASTORE, taken.stack);
    }
    return taken;
  }

  /** What has been taken off a stack, and how much of it has not been read. */
  private static final class Taken {
    private final int stack;
    private final int begin;
    private int left;

    Taken(int stack, int begin, int n) {
      this.stack = stack;
      this.begin = begin;
      left = n;
    }

    /** Loads the last one that is left. */
    void next(Code code, int load) {
      left--;
      code.local(Opcodes.ALOAD, stack);
      code.local(Opcodes.ILOAD, begin);
      code.integer(left);
      code.op(Opcodes.IADD);
      code.op(load);
    }
  }

  /** Leaves a container in the frames of the scratch, where a caller expects the result. */
  void giveBack(Var container) {
    Kind kind = container.type().kind();
    code.scratchField(bases(kind), "[" + Code.array(kind));
    code.integer(0);
    variables.loadArray(container);
    code.op(Opcodes.AASTORE);
    for (int k = 0; k <= container.type().rank(); k++) {
      code.scratchField("intFrame", Code.INTS);
      code.integer(k);
      if (k == 0) {
        variables.loadOffset(container);
      } else {
        variables.loadSize(container, k - 1);
      }
      code.op(Opcodes.IASTORE);
    }
  }

  /** Takes an array on the stack as a container of rank 1. */
  void takeArray(Var container) {
    code.op(Opcodes.DUP);
    code.op(Opcodes.ARRAYLENGTH);
    variables.storeSize(container, 0);
    variables.storeArray(container);
    code.integer(0);
    variables.storeOffset(container);
  }

  /** Takes a stretch of the scratch on the stack as a container of rank 1. */
  void takeStretch(Var container) {
    code.op(Opcodes.DUP);
    part("length", "I");
    variables.storeSize(container, 0);
    code.op(Opcodes.DUP);
    part("offset", "I");
    if (!Slots.isField(container)) {
      variables.storeOffset(container);
      part("array", Code.REALS);
      variables.storeArray(container);
      return;
    }
    code.op(Opcodes.SWAP);
    part("array", Code.REALS);
    code.op(Opcodes.SWAP);
    ownCopy(container);
  }

  private void part(String name, String type) {
    code.visitor().visitMethodInsn(Opcodes.INVOKEVIRTUAL, STRETCH, name, "()" + type, false);
  }

  /** Takes the result of a call from the frames. */
  void takeResult(Var container) {
    for (int d = 0; d < container.type().rank(); d++) {
      frame(d + 1);
      variables.storeSize(container, d);
    }
    loadBase(container.type().kind());
    if (Slots.isField(container)) {
      frame(0);
      ownCopy(container);
      return;
    }
    variables.storeArray(container);
    frame(0);
    variables.storeOffset(container);
  }

  /** A field outlives the arena: it gets its own elements, from the array and offset given. */
  private void ownCopy(Var field) {
    code.op(Opcodes.DUP);
    variables.loadLength(field);
    code.op(Opcodes.IADD);
    String array = Code.array(field.type().kind());
    code.callStatic(ARRAYS, "copyOfRange", "(" + array + "II)" + array);
    variables.storeArray(field);
  }

  private void loadBase(Kind kind) {
    code.scratchField(bases(kind), "[" + Code.array(kind));
    code.integer(0);
    code.op(Opcodes.AALOAD);
  }

  private void frame(int at) {
    code.scratchField("intFrame", Code.INTS);
    code.integer(at);
    code.op(Opcodes.IALOAD);
  }

  private static String bases(Kind kind) {
    return kind == Kind.INT ? "intBases" : "realBases";
  }
}
