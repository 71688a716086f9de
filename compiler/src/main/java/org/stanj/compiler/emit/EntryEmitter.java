package org.stanj.compiler.emit;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Var;
import org.stanj.runtime.model.GeneratedModel;

/** Writes the fields of the model's class and the methods that its base class asks for. */
final class EntryEmitter {
  private static final String SCRATCH = "L" + Code.SCRATCH + ";";
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
    new DispatcherEmitter(to, shared).emit();
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
