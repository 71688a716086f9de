package org.stanj.compiler.emit;

import java.util.function.IntConsumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.stanj.compiler.core.Kind;
import org.stanj.stdlib.abi.Scratch;

/**
 * Writes the instructions of one method: short forms of constants, locals and calls.
 *
 * @param visitor receives the instructions
 * @param model slot of the model
 * @param scratch slot of the scratch
 */
record Code(MethodVisitor visitor, int model, int scratch) {
  static final String SCRATCH = Type.getInternalName(Scratch.class);
  static final String REALS = "[D";
  static final String INTS = "[I";

  /** Longest text in one constant: 65,535 bytes of at most three a character. */
  static final int TEXT_CHUNK = 20_000;

  /** HotSpot's FreqInlineSize, in bytes. */
  private static final int NOT_INLINED = 325;

  static String scalar(Kind kind) {
    return kind == Kind.INT ? "I" : "D";
  }

  static String array(Kind kind) {
    return kind == Kind.INT ? INTS : REALS;
  }

  static int width(Kind kind) {
    return kind == Kind.INT ? 1 : 2;
  }

  /**
   * At the start of a method: makes it too large for HotSpot to put it into its callers, by code
   * that is never reached. What stands apart is compiled soon, and only once.
   */
  void keepApart() {
    Label start = new Label();
    jump(Opcodes.GOTO, start);
    for (int i = 0; i < NOT_INLINED; i++) {
      op(Opcodes.NOP);
    }
    label(start);
  }

  void op(int opcode) {
    visitor.visitInsn(opcode);
  }

  void jump(int opcode, Label target) {
    visitor.visitJumpInsn(opcode, target);
  }

  void label(Label label) {
    visitor.visitLabel(label);
  }

  void integer(int value) {
    if (value >= -1 && value <= 5) {
      op(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      visitor.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value == (short) value) {
      visitor.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      visitor.visitLdcInsn(value);
    }
  }

  void real(double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits == 0) {
      op(Opcodes.DCONST_0);
    } else if (value == 1) {
      op(Opcodes.DCONST_1);
    } else {
      visitor.visitLdcInsn(value);
    }
  }

  void zero(Kind kind) {
    op(kind == Kind.INT ? Opcodes.ICONST_0 : Opcodes.DCONST_0);
  }

  void text(String value) {
    visitor.visitLdcInsn(value);
  }

  void local(int opcode, int slot) {
    visitor.visitVarInsn(opcode, slot);
  }

  void load(Kind kind, int slot) {
    local(kind == Kind.INT ? Opcodes.ILOAD : Opcodes.DLOAD, slot);
  }

  void store(Kind kind, int slot) {
    local(kind == Kind.INT ? Opcodes.ISTORE : Opcodes.DSTORE, slot);
  }

  void loadElement(Kind kind) {
    op(kind == Kind.INT ? Opcodes.IALOAD : Opcodes.DALOAD);
  }

  void storeElement(Kind kind) {
    op(kind == Kind.INT ? Opcodes.IASTORE : Opcodes.DASTORE);
  }

  void loadModel() {
    local(Opcodes.ALOAD, model);
  }

  void loadScratch() {
    local(Opcodes.ALOAD, scratch);
  }

  void callStatic(String owner, String method, String descriptor) {
    visitor.visitMethodInsn(Opcodes.INVOKESTATIC, owner, method, descriptor, false);
  }

  void callStatic(Class<?> owner, String method, String descriptor) {
    callStatic(Type.getInternalName(owner), method, descriptor);
  }

  /** Calls a method of the scratch, which is below the arguments on the stack. */
  void callScratch(String method, String descriptor) {
    visitor.visitMethodInsn(Opcodes.INVOKEVIRTUAL, SCRATCH, method, descriptor, false);
  }

  void scratchField(String field, String descriptor) {
    loadScratch();
    visitor.visitFieldInsn(Opcodes.GETFIELD, SCRATCH, field, descriptor);
  }

  /** A new int array of so many elements, each pushed by {@code element}. */
  void intArray(int length, IntConsumer element) {
    integer(length);
    visitor.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
    for (int i = 0; i < length; i++) {
      op(Opcodes.DUP);
      integer(i);
      element.accept(i);
      op(Opcodes.IASTORE);
    }
  }
}
