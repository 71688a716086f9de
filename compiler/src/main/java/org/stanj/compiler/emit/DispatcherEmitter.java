package org.stanj.compiler.emit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Callback;
import org.stanj.compiler.core.CoreProgram.SliceKernel;
import org.stanj.compiler.core.Kind;
import org.stanj.stdlib.abi.BoundCallback.Method;
import org.stanj.stdlib.abi.Frames;
import org.stanj.stdlib.abi.Stretch;

/** Writes the methods through which the run time reaches slices and callbacks by number. */
final class DispatcherEmitter {
  private static final String SCRATCH = "L" + Code.SCRATCH + ";";
  private static final String STRETCH = Type.getInternalName(Stretch.class);
  private static final String FRAMES = Type.getInternalName(Frames.class);

  /** What a method of a callback takes: containers, frames, scratch. */
  private static final String CALL = "[L" + STRETCH + ";L" + FRAMES + ";" + SCRATCH;

  /** FreshNames of the methods behind the dispatcher of callbacks begin so. */
  private static final String CASE = "dispatch$";

  private final ClassVisitor to;
  private final Layout layout;
  private final CoreProgram program;

  DispatcherEmitter(ClassVisitor to, Shared shared) {
    this.to = to;
    layout = shared.layout();
    program = layout.program();
  }

  void emit() {
    slices();
    callbacks();
  }

  private Code start(String name, String descriptor, int scratch) {
    MethodVisitor method = to.visitMethod(Opcodes.ACC_PROTECTED, name, descriptor, null, null);
    method.visitCode();
    return new Code(method, 0, scratch);
  }

  private static void finish(Code code) {
    code.visitor().visitMaxs(0, 0);
    code.visitor().visitEnd();
  }

  /** The dispatcher: slots kernel 1, frames 2, lo 3, hi 4, adjoints 5, offset 6, scratch 7. */
  private void slices() {
    Code code = start("sliceKernel", "(IL" + FRAMES + ";II[DI" + SCRATCH + ")D", 7);
    List<SliceKernel> kernels = program.kernels();
    Label unknown = new Label();
    if (!kernels.isEmpty()) {
      Label[] cases = new Label[kernels.size()];
      Arrays.setAll(cases, i -> new Label());
      code.local(Opcodes.ILOAD, 1);
      code.visitor().visitTableSwitchInsn(0, cases.length - 1, unknown, cases);
      for (int i = 0; i < cases.length; i++) {
        code.label(cases[i]);
        slice(code, kernels.get(i));
      }
    }
    code.label(unknown);
    Throw.illegalState(code, "no such slice kernel");
    finish(code);
  }

  private void slice(Code code, SliceKernel kernel) {
    Label value = new Label();
    code.local(Opcodes.ALOAD, 5);
    code.jump(Opcodes.IFNULL, value);
    sliceCall(code, kernel.gradient(), true);
    code.label(value);
    sliceCall(code, Optional.of(kernel.value()), false);
  }

  private void sliceCall(Code code, Optional<String> function, boolean gradient) {
    if (function.isEmpty()) {
      Throw.illegalState(code, "the slice kernel has no gradient");
      return;
    }
    code.loadModel();
    frame(code, 2, "active", Code.REALS);
    frame(code, 2, "passive", Code.REALS);
    frame(code, 2, "ints", Code.INTS);
    code.local(Opcodes.ILOAD, 3);
    code.local(Opcodes.ILOAD, 4);
    if (gradient) {
      code.local(Opcodes.ALOAD, 5);
      code.local(Opcodes.ILOAD, 6);
      component(code, 2, "activeLength", "I");
    }
    code.loadScratch();
    layout.call(code, function.get());
    code.op(Opcodes.DRETURN);
  }

  /**
   * The dispatcher: slots method of all callbacks 1, containers 2, frames 3, scratch 4. Each case
   * is a method of its own: what solvers call often has to be short, or HotSpot does not inline it.
   */
  private void callbacks() {
    Code code = start("callbackMethod", "(I" + CALL + ")D", 4);
    Label unknown = new Label();
    List<Callback> callbacks = program.callbacks();
    if (!callbacks.isEmpty()) {
      Label[] cases = new Label[callbacks.size() * Method.values().length];
      Arrays.setAll(cases, i -> new Label());
      code.local(Opcodes.ILOAD, 1);
      code.visitor().visitTableSwitchInsn(0, cases.length - 1, unknown, cases);
      for (int i = 0; i < cases.length; i++) {
        code.label(cases[i]);
        if (function(i).isEmpty()) {
          code.jump(Opcodes.GOTO, unknown);
          continue;
        }
        code.loadModel();
        code.local(Opcodes.ALOAD, 2);
        code.local(Opcodes.ALOAD, 3);
        code.loadScratch();
        invoke(code, layout.main(), CASE + i, "(" + CALL + ")D");
        code.op(Opcodes.DRETURN);
      }
    }
    code.label(unknown);
    Throw.illegalState(code, "no such callback");
    finish(code);
    for (int i = 0; i < callbacks.size() * Method.values().length; i++) {
      Method called = Method.values()[i % Method.values().length];
      String name = CASE + i;
      function(i).ifPresent(f -> callback(name, called, f));
    }
  }

  /** The function behind a case of the dispatcher. */
  private Optional<String> function(int which) {
    Method[] methods = Method.values();
    Callback callback = program.callbacks().get(which / methods.length);
    return Optional.ofNullable(callback.methods().get(methods[which % methods.length]));
  }

  /** Slots containers 1, frames 2, scratch 3. */
  private void callback(String name, Method called, String function) {
    Code code = start(name, "(" + CALL + ")D", 3);
    code.loadModel();
    container(code, 0);
    frame(code, 2, "active", Code.REALS);
    frame(code, 2, "passive", Code.REALS);
    frame(code, 2, "ints", Code.INTS);
    for (int i = 1; i <= called.containers(); i++) {
      container(code, i);
    }
    code.loadScratch();
    layout.call(code, function);
    if (program.function(function).result().isEmpty()) {
      code.zero(Kind.REAL);
    }
    code.op(Opcodes.DRETURN);
    finish(code);
  }

  /** Pushes one of the containers that a method of a callback takes. */
  private static void container(Code code, int i) {
    for (String part : List.of("array", "offset", "length")) {
      code.local(Opcodes.ALOAD, 1);
      code.integer(i);
      code.op(Opcodes.AALOAD);
      String type = part.equals("array") ? Code.REALS : "I";
      invoke(code, STRETCH, part, "()" + type);
    }
  }

  private static void frame(Code code, int slot, String name, String type) {
    component(code, slot, name, type);
    component(code, slot, name + "Offset", "I");
    component(code, slot, name + "Length", "I");
  }

  private static void component(Code code, int slot, String name, String type) {
    code.local(Opcodes.ALOAD, slot);
    invoke(code, FRAMES, name, "()" + type);
  }

  private static void invoke(Code code, String owner, String name, String descriptor) {
    code.visitor().visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
  }
}
