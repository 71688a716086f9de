package org.stanj.compiler.emit;

import org.objectweb.asm.Opcodes;

/** Writes the failure of what a right program never reaches. */
final class Throw {
  private static final String EXCEPTION = "java/lang/IllegalStateException";

  private Throw() {}

  static void illegalState(Code code, String message) {
    code.visitor().visitTypeInsn(Opcodes.NEW, EXCEPTION);
    code.op(Opcodes.DUP);
    code.text(message);
    code.visitor()
        .visitMethodInsn(
            Opcodes.INVOKESPECIAL, EXCEPTION, "<init>", "(Ljava/lang/String;)V", false);
    code.op(Opcodes.ATHROW);
  }
}
