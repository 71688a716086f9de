package org.stanj.compiler.emit;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Var;

/** Writes core functions as static methods. */
final class FunctionEmitter {
  private final Shared shared;

  FunctionEmitter(Shared shared) {
    this.shared = shared;
  }

  /** Writes a function; the label's offset is the length of its code once the class is written. */
  Label emit(CoreFunction function, ClassVisitor to) {
    Layout layout = shared.layout();
    String name = Layout.member(function.name());
    int access = Opcodes.ACC_STATIC;
    MethodVisitor method = to.visitMethod(access, name, layout.descriptor(function), null, null);
    method.visitCode();
    int scratch = 1 + function.parameters().stream().mapToInt(p -> Layout.slots(p.type())).sum();
    Code code = new Code(method, 0, scratch);
    if (function.body().stream().anyMatch(Facts::isStage)) {
      code.keepApart();
    }
    boolean direct = shared.facts().setsFields(function.name());
    Slots variables = new Slots(code, layout.main(), direct, scratch + 1);
    parameters(function, variables);
    Facts.fields(function).forEach(variables::cache);
    DefiniteAssignment.exposed(function).forEach(variables::initialise);
    MethodParts parts = MethodParts.of(code, variables, shared.apart());
    if (new StatementEmitter(parts, shared).body(function.body())) {
      end(function, code);
    }
    parts.guards().end();
    Label end = new Label();
    code.label(end);
    method.visitMaxs(0, 0);
    method.visitEnd();
    return end;
  }

  private static void parameters(CoreFunction function, Slots variables) {
    int slot = 1;
    for (Var parameter : function.parameters()) {
      variables.parameter(parameter, slot);
      slot += Layout.slots(parameter.type());
    }
  }

  private static void end(CoreFunction function, Code code) {
    if (function.result().isEmpty()) {
      code.op(Opcodes.RETURN);
    } else {
      Throw.illegalState(code, function.name() + " ended without a value");
    }
  }
}
