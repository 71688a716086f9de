package org.stanj.compiler.emit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.TraceClassVisitor;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;

/** Emits class files for a core program. */
public final class Emitter {
  /** Functions in one class. */
  private static final int FUNCTIONS = 200;

  private final Shared shared;
  private final String sourceFile;

  private Emitter(Shared shared, String sourceFile) {
    this.shared = shared;
    this.sourceFile = sourceFile;
  }

  /**
   * Class files by binary name; the first is that of the model, a subclass of {@link
   * org.stanj.runtime.model.GeneratedModel} with a public constructor without parameters.
   *
   * @param className binary name of the model's class
   * @param sourceFile name of the Stan file, for stack traces and profilers
   */
  public static Map<String, byte[]> emit(CoreProgram program, String className, String sourceFile) {
    List<List<CoreFunction>> groups = groups(program);
    Layout layout = Layout.of(program, className.replace('.', '/'), groups);
    Shared shared = new Shared(layout, new Facts(program), new Places());
    return new Emitter(shared, sourceFile).classes(groups);
  }

  /** The instructions of class files as text. */
  public static String text(Map<String, byte[]> classes) {
    StringWriter text = new StringWriter();
    PrintWriter printer = new PrintWriter(text);
    for (byte[] bytes : classes.values()) {
      new ClassReader(bytes).accept(new TraceClassVisitor(printer), ClassReader.SKIP_FRAMES);
    }
    return text.toString();
  }

  private static List<List<CoreFunction>> groups(CoreProgram program) {
    List<CoreFunction> all = List.copyOf(program.functions().values());
    List<List<CoreFunction>> groups = new ArrayList<>();
    for (int from = 0; from < all.size(); from += FUNCTIONS) {
      groups.add(all.subList(from, Math.min(all.size(), from + FUNCTIONS)));
    }
    return groups.isEmpty() ? List.of(List.of()) : groups;
  }

  private Map<String, byte[]> classes(List<List<CoreFunction>> groups) {
    List<ClassWriter> writers = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      writers.add(open(i));
      for (CoreFunction function : groups.get(i)) {
        new FunctionEmitter(shared).emit(function, writers.get(i));
      }
    }
    new EntryEmitter(writers.get(0), shared).emit();
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      String name = Layout.owner(shared.layout().main(), i).replace('/', '.');
      writers.get(i).visitEnd();
      classes.put(name, writers.get(i).toByteArray());
    }
    return classes;
  }

  private ClassWriter open(int number) {
    ClassWriter writer = new FrameWriter();
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | (number == 0 ? Opcodes.ACC_PUBLIC : 0);
    String base = number == 0 ? EntryEmitter.BASE : "java/lang/Object";
    String name = Layout.owner(shared.layout().main(), number);
    writer.visit(Opcodes.V17, access, name, null, base, null);
    writer.visitSource(sourceFile, null);
    return writer;
  }

  /** Computes stack map frames without loading classes: two different classes meet in Object. */
  private static final class FrameWriter extends ClassWriter {
    FrameWriter() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String a, String b) {
      return "java/lang/Object";
    }
  }
}
