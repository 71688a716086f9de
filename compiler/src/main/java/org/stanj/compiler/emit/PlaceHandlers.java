package org.stanj.compiler.emit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.stanj.stdlib.abi.RejectException;

/**
 * Adds Stan places to the rejections that leave calls in one method. Exception tables do it, so
 * that a call which returns costs nothing.
 */
final class PlaceHandlers {
  private static final String REJECTION = Type.getInternalName(RejectException.class);
  private static final String ADD =
      "(Ljava/lang/String;)" + Type.getDescriptor(RejectException.class);

  private final Code code;
  private final Map<String, Label> handlers = new LinkedHashMap<>();

  PlaceHandlers(Code code) {
    this.code = code;
  }

  /** Writes a call whose rejections come through the place; through none if that is empty. */
  void around(String where, Runnable call) {
    if (where.isEmpty()) {
      call.run();
      return;
    }
    Label start = new Label();
    Label end = new Label();
    Label handler = handlers.computeIfAbsent(where, w -> new Label());
    code.visitor().visitTryCatchBlock(start, end, handler, REJECTION);
    code.label(start);
    call.run();
    code.label(end);
  }

  /** Writes what the calls' rejections come to, after the last instruction of the method. */
  void end() {
    handlers.forEach(
        (where, handler) -> {
          code.label(handler);
          code.text(where);
          code.visitor().visitMethodInsn(Opcodes.INVOKEVIRTUAL, REJECTION, "in", ADD, false);
          code.op(Opcodes.ATHROW);
        });
  }
}
