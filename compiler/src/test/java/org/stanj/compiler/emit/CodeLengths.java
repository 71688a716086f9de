package org.stanj.compiler.emit;

import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Bytes of bytecode of each method, measured by writing it again. */
final class CodeLengths {
  private CodeLengths() {}

  static Map<String, Integer> of(Map<String, byte[]> classes) {
    Map<String, Label> ends = new TreeMap<>();
    for (byte[] file : classes.values()) {
      ClassReader reader = new ClassReader(file);
      ClassWriter writer = new ClassWriter(0);
      reader.accept(
          new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(
                int access, String name, String type, String generic, String[] thrown) {
              MethodVisitor method = super.visitMethod(access, name, type, generic, thrown);
              return new MethodVisitor(Opcodes.ASM9, method) {
                @Override
                public void visitMaxs(int stack, int locals) {
                  Label end = new Label();
                  super.visitLabel(end);
                  ends.put(reader.getClassName() + "." + name + type, end);
                  super.visitMaxs(stack, locals);
                }
              };
            }
          },
          0);
      writer.toByteArray();
    }
    Map<String, Integer> lengths = new TreeMap<>();
    ends.forEach((name, end) -> lengths.put(name, end.getOffset()));
    return lengths;
  }
}
