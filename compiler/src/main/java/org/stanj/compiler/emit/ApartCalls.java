package org.stanj.compiler.emit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.stanj.compiler.core.LaneForm;

/**
 * Calls of functions over blocks, of dense kernels and of what saves containers, by methods that
 * HotSpot does not put into their callers: with twelve functions over blocks in place, a method of
 * 1 kB was compiled for two seconds.
 */
final class ApartCalls {
  private static final String LINALG = "org/stanj/stdlib/linalg/";

  private static final Set<String> DENSE =
      Set.of(
          LINALG + "LinearAlgebra",
          LINALG + "Decompositions",
          LINALG + "Solves",
          LINALG + "Distances");

  private final String owner;
  private final Map<Target, String> methods = new LinkedHashMap<>();

  private record Target(String owner, String name, String descriptor) {}

  /**
   * @param owner internal name of the class that is to have the methods
   */
  ApartCalls(String owner) {
    this.owner = owner;
  }

  /** Whether kernels of a class are called this way. */
  static boolean isApart(String owner) {
    return LaneForm.isBlocks(owner) || DENSE.contains(owner);
  }

  /** Writes a call of a static method. */
  void call(Code code, String target, String name, String descriptor) {
    String method =
        methods.computeIfAbsent(
            new Target(target, name, descriptor), t -> name + "$apart" + methods.size());
    code.callStatic(owner, method, descriptor);
  }

  /** Writes the methods. */
  void emit(ClassVisitor to) {
    methods.forEach((target, name) -> emit(target, name, to));
  }

  private static void emit(Target target, String name, ClassVisitor to) {
    var method = to.visitMethod(Opcodes.ACC_STATIC, name, target.descriptor(), null, null);
    method.visitCode();
    Code code = new Code(method, 0, 0);
    code.keepApart();
    int slot = 0;
    for (Type type : Type.getArgumentTypes(target.descriptor())) {
      method.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      slot += type.getSize();
    }
    code.callStatic(target.owner(), target.name(), target.descriptor());
    code.op(Type.getReturnType(target.descriptor()).getOpcode(Opcodes.IRETURN));
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
