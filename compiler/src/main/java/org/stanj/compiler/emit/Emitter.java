package org.stanj.compiler.emit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.TraceClassVisitor;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;

/** Emits class files for a core program. */
public final class Emitter {
  /** Functions in one class. */
  private static final int FUNCTIONS = 200;

  /** Estimated bytes in one class: two constant pool entries in four bytes at worst. */
  private static final int CLASS_BYTES = 100_000;

  /** HotSpot compiles no longer method. */
  private static final int HOTSPOT_LIMIT = 8000;

  /** What cannot be split at this budget stays long, and interpreted. */
  private static final int SMALLEST_BUDGET = 250;

  private final Shared shared;
  private final List<List<CoreFunction>> groups;
  private final String sourceFile;
  private final List<ClassWriter> writers = new ArrayList<>();
  private final int longest;

  private Emitter(Shared shared, List<List<CoreFunction>> groups, String sourceFile) {
    this.shared = shared;
    this.groups = groups;
    this.sourceFile = sourceFile;
    longest = functions();
  }

  /**
   * Class files by binary name; the first is that of the model, a subclass of {@link
   * org.stanj.runtime.model.GeneratedModel} with a public constructor without parameters. Methods
   * that are too long are split.
   *
   * @param className binary name of the model's class
   * @param sourceFile name of the Stan file, for stack traces and profilers
   */
  public static Map<String, byte[]> emit(CoreProgram program, String className, String sourceFile) {
    Emitter best = null;
    for (int budget = MethodSplitting.BUDGET; budget >= SMALLEST_BUDGET; budget /= 2) {
      CoreProgram split = MethodSplitting.run(program, budget, MethodSplitting.FEW);
      Emitter next = emitter(split, className, sourceFile);
      best = best == null || next.longest < best.longest ? next : best;
      if (best.longest <= HOTSPOT_LIMIT) {
        break;
      }
    }
    return Objects.requireNonNull(best).classes();
  }

  private static Emitter emitter(CoreProgram program, String className, String sourceFile) {
    List<List<CoreFunction>> groups = groups(program);
    Layout layout = Layout.of(program, className.replace('.', '/'), groups);
    LaneClass lanes = new LaneClass(layout.main(), new FrameWriter(), new FrameWriter());
    ApartCalls apart = new ApartCalls(layout.main());
    return new Emitter(new Shared(layout, new Facts(program), lanes, apart), groups, sourceFile);
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

  /** Functions class by class, in their order. */
  private static List<List<CoreFunction>> groups(CoreProgram program) {
    SizeEstimate size = new SizeEstimate(loop -> 0);
    List<List<CoreFunction>> groups = new ArrayList<>();
    groups.add(new ArrayList<>());
    int bytes = 0;
    for (CoreFunction function : program.functions().values()) {
      bytes += size.of(function.body());
      List<CoreFunction> group = groups.get(groups.size() - 1);
      if (!group.isEmpty() && (group.size() == FUNCTIONS || bytes > CLASS_BYTES)) {
        group = new ArrayList<>();
        groups.add(group);
        bytes = size.of(function.body());
      }
      group.add(function);
    }
    return groups;
  }

  /** Writes all functions; returns the length of the longest, in bytes. */
  private int functions() {
    List<Label> ends = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      writers.add(open(i));
      for (CoreFunction function : groups.get(i)) {
        ends.add(new FunctionEmitter(shared).emit(function, writers.get(i)));
      }
    }
    return ends.stream().mapToInt(Label::getOffset).max().orElse(0);
  }

  private Map<String, byte[]> classes() {
    new EntryEmitter(writers.get(0), shared).emit();
    shared.apart().emit(writers.get(0));
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      String name = Layout.owner(shared.layout().main(), i).replace('/', '.');
      writers.get(i).visitEnd();
      classes.put(name, bytes(writers.get(i)));
    }
    if (!shared.lanes().isEmpty()) {
      classes.putAll(shared.lanes().classes());
    }
    return classes;
  }

  private static byte[] bytes(ClassWriter writer) {
    try {
      return writer.toByteArray();
    } catch (MethodTooLargeException | ClassTooLargeException e) {
      throw new TooLargeException(e);
    }
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
