package org.stanj.compiler.emit;

import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Var;

/**
 * Around a loop over scalars: the same loop over vectors does what it can first, if its switch says
 * so, and the switch is told what it took.
 */
final class LaneCall {
  private static final String SWITCH = LaneClass.SWITCH;
  private final Code code;
  private final int how;
  private final int length;
  private final int clock;
  private final int place;

  private LaneCall(Code code, Slots variables) {
    this.code = code;
    place = variables.temporary(1);
    how = variables.temporary(1);
    length = variables.temporary(1);
    clock = variables.temporary(2);
  }

  /** Writes what comes before the loop; empty if it cannot run in vectors. */
  static Optional<LaneCall> begin(
      Compound.For loop, int index, int last, MethodParts parts, LaneClass lanes) {
    return lanes
        .add(loop)
        .map(
            method -> {
              LaneCall call = new LaneCall(parts.code(), parts.variables());
              call.ask(method, index, last);
              call.vectors(method, index, parts.variables());
              return call;
            });
  }

  private void ask(LaneClass.Method method, int index, int last) {
    code.local(Opcodes.ILOAD, last);
    code.local(Opcodes.ILOAD, index);
    code.op(Opcodes.ISUB);
    code.integer(1);
    code.op(Opcodes.IADD);
    code.local(Opcodes.ISTORE, length);
    method.pushSwitch(code);
    code.op(Opcodes.DUP);
    code.local(Opcodes.ASTORE, place);
    code.local(Opcodes.ILOAD, length);
    code.visitor().visitMethodInsn(Opcodes.INVOKEVIRTUAL, SWITCH, "begin", "(I)I", false);
    code.op(Opcodes.DUP);
    code.local(Opcodes.ISTORE, how);
    code.callStatic(SWITCH, "clock", "(I)J");
    code.local(Opcodes.LSTORE, clock);
  }

  private void vectors(LaneClass.Method method, int index, Slots variables) {
    Label scalars = new Label();
    code.local(Opcodes.ILOAD, how);
    code.callStatic(SWITCH, "isVector", "(I)Z");
    code.jump(Opcodes.IFEQ, scalars);
    code.local(Opcodes.ILOAD, index);
    share(index);
    for (Var v : method.variables()) {
      if (v.isScalar()) {
        variables.loadScalar(v);
      } else {
        variables.loadContainer(v);
      }
    }
    code.callStatic(method.owner(), method.name(), method.descriptor());
    code.local(Opcodes.ISTORE, index);
    code.label(scalars);
  }

  /** Pushes the last iteration for the vectors. */
  private void share(int index) {
    code.local(Opcodes.ILOAD, index);
    code.local(Opcodes.ALOAD, place);
    code.local(Opcodes.ILOAD, how);
    code.local(Opcodes.ILOAD, length);
    code.visitor().visitMethodInsn(Opcodes.INVOKEVIRTUAL, SWITCH, "share", "(II)I", false);
    code.op(Opcodes.IADD);
    code.integer(1);
    code.op(Opcodes.ISUB);
  }

  /** Writes what comes behind the loop. */
  void end() {
    code.local(Opcodes.ALOAD, place);
    code.local(Opcodes.ILOAD, how);
    code.local(Opcodes.ILOAD, length);
    code.local(Opcodes.LLOAD, clock);
    code.visitor().visitMethodInsn(Opcodes.INVOKEVIRTUAL, SWITCH, "end", "(IIJ)V", false);
  }
}
