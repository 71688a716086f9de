package org.stanj.compiler.jar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.stanj.compiler.CompiledProgram;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.GeneratedModel;
import org.stanj.runtime.model.ModelInfo;

/** Loads a class file that was never on the class path. */
final class ModelLoaderTest {
  private static final ModelInfo INFO = new ModelInfo("m_model", "--O1", Set.of(), false);

  @Test
  void makesTheModelFromItsClassFile() {
    byte[] bytes = empty("emitted/Empty");
    CompiledProgram program =
        new CompiledProgram(INFO, "emitted.Empty", Map.of("emitted.Empty", bytes));
    CompiledModel model = ModelLoader.load(program);
    assertEquals(INFO, model.info());
    assertThrows(AbstractMethodError.class, () -> model.bind(DataContext.EMPTY, 1));
  }

  @Test
  void programNeedsItsClass() {
    Map<String, byte[]> others = Map.of("B", new byte[0]);
    assertThrows(IllegalArgumentException.class, () -> new CompiledProgram(INFO, "A", others));
  }

  /** A class that only has a constructor; the JVM minds the other methods when they are called. */
  private static byte[] empty(String name) {
    String parent = Type.getInternalName(GeneratedModel.class);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, null);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, parent, "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
