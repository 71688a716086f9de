package org.stanj.compiler.emit;

import java.util.ArrayList;
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
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.CoreProgram.SliceKernel;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Var;
import org.stanj.runtime.model.GeneratedModel;
import org.stanj.stdlib.abi.BoundCallback.Method;
import org.stanj.stdlib.abi.Frames;
import org.stanj.stdlib.abi.Stretch;

/** Writes the fields of the model's class and the methods that its base class asks for. */
final class EntryEmitter {
  private static final String SCRATCH = "L" + Code.SCRATCH + ";";
  private static final String STRETCH = Type.getInternalName(Stretch.class);
  private static final String FRAMES = Type.getInternalName(Frames.class);
  static final String BASE = Type.getInternalName(GeneratedModel.class);

  private final ClassVisitor to;
  private final Shared shared;
  private final CoreProgram program;

  EntryEmitter(ClassVisitor to, Shared shared) {
    this.to = to;
    this.shared = shared;
    program = shared.layout().program();
  }

  /** Writes all. */
  void emit() {
    program.fields().forEach(this::field);
    constructor();
    constant("frameSize", shared.layout().frame());
    constant("flagCount", program.flags());
    table("variableTable", program.variables().stream().flatMap(v -> v.rows().stream()).toList());
    entry("bindData", "", 'V', Entries.BIND);
    entry("sizes", "I", 'V', Entries.SHAPES);
    entry("density", "Dii", 'D', Entries.LOG_DENSITY);
    entry("densityGradient", "DDii", 'D', Entries.GRADIENT);
    entry("constrained", "DDii", 'V', Entries.CONSTRAIN);
    entry("unconstrained", "D", 'V', Entries.UNCONSTRAIN);
    entry("generated", "DD", 'V', Entries.GENERATE);
    slices();
    callbacks();
  }

  private void field(Var field) {
    String type =
        field.isScalar() ? Code.scalar(field.type().kind()) : Code.array(field.type().kind());
    to.visitField(0, Layout.member(field.name()), type, null, null).visitEnd();
    for (int d = 0; d < field.type().rank(); d++) {
      to.visitField(0, Layout.sizeField(field, d), "I", null, null).visitEnd();
    }
  }

  private void constructor() {
    MethodVisitor method = to.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, BASE, "<init>", "()V", false);
    method.visitInsn(Opcodes.RETURN);
    finish(method);
  }

  private MethodVisitor override(String name, String descriptor) {
    MethodVisitor method = to.visitMethod(Opcodes.ACC_PROTECTED, name, descriptor, null, null);
    method.visitCode();
    return method;
  }

  private static void finish(MethodVisitor method) {
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void constant(String name, int value) {
    MethodVisitor method = override(name, "()I");
    new Code(method, 0, 0).integer(value);
    method.visitInsn(Opcodes.IRETURN);
    finish(method);
  }

  private void table(String name, List<String> lines) {
    MethodVisitor method = override(name, "()[Ljava/lang/String;");
    Code code = new Code(method, 0, 0);
    List<String> chunks = chunks(lines);
    code.integer(chunks.size());
    method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
    for (int i = 0; i < chunks.size(); i++) {
      code.op(Opcodes.DUP);
      code.integer(i);
      code.text(chunks.get(i));
      code.op(Opcodes.AASTORE);
    }
    code.op(Opcodes.ARETURN);
    finish(method);
  }

  /**
   * An entry that passes its arguments on to a core function.
   *
   * @param parameters D and I for whole arrays, i for an int
   * @param result D or V
   */
  private void entry(String name, String parameters, char result, String function) {
    StringBuilder descriptor = new StringBuilder("(");
    for (char p : parameters.toCharArray()) {
      descriptor.append(p == 'i' ? "I" : "[" + p);
    }
    MethodVisitor method = override(name, descriptor.append(SCRATCH).append(')') + "" + result);
    Code code = new Code(method, 0, 1 + parameters.length());
    if (program.functions().containsKey(function)) {
      code.loadModel();
      for (int i = 0; i < parameters.length(); i++) {
        pass(code, parameters.charAt(i), 1 + i);
      }
      code.loadScratch();
      shared.layout().call(code, function);
      code.op(result == 'D' ? Opcodes.DRETURN : Opcodes.RETURN);
    } else {
      Throw.illegalState(code, "the program has no " + function);
    }
    finish(method);
  }

  private static void pass(Code code, char parameter, int slot) {
    if (parameter == 'i') {
      code.local(Opcodes.ILOAD, slot);
      return;
    }
    code.local(Opcodes.ALOAD, slot);
    code.integer(0);
    code.local(Opcodes.ALOAD, slot);
    code.op(Opcodes.ARRAYLENGTH);
  }

  /** The dispatcher: slots kernel 1, frames 2, lo 3, hi 4, adjoints 5, offset 6, scratch 7. */
  private void slices() {
    MethodVisitor method = override("sliceKernel", "(IL" + FRAMES + ";II[DI" + SCRATCH + ")D");
    Code code = new Code(method, 0, 7);
    List<SliceKernel> kernels = program.kernels();
    Label unknown = new Label();
    if (!kernels.isEmpty()) {
      Label[] cases = new Label[kernels.size()];
      Arrays.setAll(cases, i -> new Label());
      code.local(Opcodes.ILOAD, 1);
      method.visitTableSwitchInsn(0, cases.length - 1, unknown, cases);
      for (int i = 0; i < cases.length; i++) {
        code.label(cases[i]);
        slice(code, kernels.get(i));
      }
    }
    code.label(unknown);
    Throw.illegalState(code, "no such slice kernel");
    finish(method);
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
    shared.layout().call(code, function.get());
    code.op(Opcodes.DRETURN);
  }

  /** The dispatcher: slots method of all callbacks 1, containers 2, frames 3, scratch 4. */
  private void callbacks() {
    MethodVisitor method =
        override("callbackMethod", "(I[L" + STRETCH + ";L" + FRAMES + ";" + SCRATCH + ")D");
    Code code = new Code(method, 0, 4);
    Label unknown = new Label();
    List<Callback> callbacks = program.callbacks();
    if (!callbacks.isEmpty()) {
      Label[] cases = new Label[callbacks.size() * Method.values().length];
      Arrays.setAll(cases, i -> new Label());
      code.local(Opcodes.ILOAD, 1);
      method.visitTableSwitchInsn(0, cases.length - 1, unknown, cases);
      for (int i = 0; i < cases.length; i++) {
        Method called = Method.values()[i % Method.values().length];
        String function = callbacks.get(i / Method.values().length).methods().get(called);
        code.label(cases[i]);
        if (function == null) {
          code.jump(Opcodes.GOTO, unknown);
        } else {
          callback(code, called, function);
        }
      }
    }
    code.label(unknown);
    Throw.illegalState(code, "no such callback");
    finish(method);
  }

  private void callback(Code code, Method method, String function) {
    code.loadModel();
    container(code, 0);
    frame(code, 3, "active", Code.REALS);
    frame(code, 3, "passive", Code.REALS);
    frame(code, 3, "ints", Code.INTS);
    for (int i = 1; i <= method.containers(); i++) {
      container(code, i);
    }
    code.loadScratch();
    shared.layout().call(code, function);
    if (program.function(function).result().isEmpty()) {
      code.zero(Kind.REAL);
    }
    code.op(Opcodes.DRETURN);
  }

  /** Pushes one of the containers that a method of a callback takes. */
  private static void container(Code code, int i) {
    for (String part : List.of("array", "offset", "length")) {
      code.local(Opcodes.ALOAD, 2);
      code.integer(i);
      code.op(Opcodes.AALOAD);
      String type = part.equals("array") ? Code.REALS : "I";
      code.visitor().visitMethodInsn(Opcodes.INVOKEVIRTUAL, STRETCH, part, "()" + type, false);
    }
  }

  private static void frame(Code code, int slot, String name, String type) {
    component(code, slot, name, type);
    component(code, slot, name + "Offset", "I");
    component(code, slot, name + "Length", "I");
  }

  private static void component(Code code, int slot, String name, String type) {
    code.local(Opcodes.ALOAD, slot);
    code.visitor().visitMethodInsn(Opcodes.INVOKEVIRTUAL, FRAMES, name, "()" + type, false);
  }

  /** Lines joined to chunks that fit in a constant. */
  private static List<String> chunks(List<String> lines) {
    List<String> chunks = new ArrayList<>();
    List<String> chunk = new ArrayList<>();
    int length = 0;
    for (String line : lines) {
      if (length + line.length() > Code.TEXT_CHUNK && !chunk.isEmpty()) {
        chunks.add(String.join("\n", chunk));
        chunk.clear();
        length = 0;
      }
      chunk.add(line);
      length += line.length() + 1;
    }
    if (!chunk.isEmpty()) {
      chunks.add(String.join("\n", chunk));
    }
    return chunks;
  }
}
