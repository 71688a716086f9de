package org.stanj.compiler.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * The class of the loops that run in vectors. It names vector types, so it is a class of its own,
 * which is loaded where they are there; the switches that say when stand in a second class.
 */
final class LaneClass {
  static final String SWITCH = "org/stanj/stdlib/lanes/LaneSwitch";
  private static final String TYPE = "L" + SWITCH + ";";

  private final String name;
  private final String switches;
  private final ClassWriter writer;
  private final ClassWriter switchWriter;
  private final MethodVisitor initialiser;
  private int methods;

  LaneClass(String main, ClassWriter writer, ClassWriter switchWriter) {
    name = main + "$Lanes";
    switches = main + "$Switches";
    this.writer = writer;
    this.switchWriter = switchWriter;
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
    writer.visit(Opcodes.V17, access, name, null, "java/lang/Object", null);
    switchWriter.visit(Opcodes.V17, access, switches, null, "java/lang/Object", null);
    initialiser = switchWriter.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    initialiser.visitCode();
  }

  /**
   * A loop as a method: takes the first and the last iteration and the variables, and returns the
   * first iteration that it has not done.
   */
  record Method(
      String owner, String name, String descriptor, List<Var> variables, String switches) {
    /** Pushes the switch of the loop, which has the name of the method. */
    void pushSwitch(Code code) {
      code.visitor().visitFieldInsn(Opcodes.GETSTATIC, switches, name, TYPE);
    }
  }

  boolean isEmpty() {
    return methods == 0;
  }

  /** Both classes by binary name, in one order: a program has the same jar each time. */
  Map<String, byte[]> classes() {
    writer.visitEnd();
    initialiser.visitInsn(Opcodes.RETURN);
    initialiser.visitMaxs(0, 0);
    initialiser.visitEnd();
    switchWriter.visitEnd();
    Map<String, byte[]> classes = new LinkedHashMap<>();
    classes.put(name.replace('/', '.'), writer.toByteArray());
    classes.put(switches.replace('/', '.'), switchWriter.toByteArray());
    return classes;
  }

  /** Writes a loop; empty if it has become too large, or has statements that vectors do not do. */
  Optional<Method> add(Compound.For loop) {
    List<Var> variables = variables(loop);
    int arguments = 2 + variables.stream().mapToInt(v -> Layout.arguments(v.type())).sum();
    if (arguments > WideSignatures.ARGUMENTS
        || !loop.body().stream().allMatch(LaneClass::isPlain)) {
      return Optional.empty();
    }
    String descriptor = "(II" + Layout.parameters(variables) + ")I";
    Method method = new Method(name, "loop" + methods++, descriptor, variables, switches);
    addSwitch(method.name());
    MethodVisitor visitor =
        writer.visitMethod(Opcodes.ACC_STATIC, method.name(), method.descriptor(), null, null);
    visitor.visitCode();
    LaneEmitter.write(visitor, name, loop, variables);
    visitor.visitMaxs(0, 0);
    visitor.visitEnd();
    return Optional.of(method);
  }

  private void addSwitch(String field) {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    switchWriter.visitField(access, field, TYPE, null, null).visitEnd();
    initialiser.visitTypeInsn(Opcodes.NEW, SWITCH);
    initialiser.visitInsn(Opcodes.DUP);
    initialiser.visitMethodInsn(Opcodes.INVOKESPECIAL, SWITCH, "<init>", "()V", false);
    initialiser.visitFieldInsn(Opcodes.PUTSTATIC, switches, field, TYPE);
  }

  private static boolean isPlain(Stmt s) {
    boolean[] plain = {true};
    s.walk(
        t ->
            plain[0] &=
                t instanceof Stmt.Assign
                    || t instanceof Stmt.Store
                    || t instanceof Stmt.Accumulate
                    || t instanceof Stmt.Break
                    || t instanceof Compound.If);
    return plain[0];
  }

  /** What the loop uses and does not make. */
  private static List<Var> variables(Compound.For loop) {
    Set<Var> used = new LinkedHashSet<>();
    Set<Var> made = new LinkedHashSet<>();
    made.add(loop.index());
    for (Stmt s : loop.body()) {
      s.walk(
          t -> {
            Uses.reads(t, used::add);
            Uses.made(t).ifPresent(made::add);
          });
    }
    used.removeAll(made);
    return new ArrayList<>(used);
  }
}
