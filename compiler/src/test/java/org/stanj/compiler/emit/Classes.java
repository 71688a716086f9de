package org.stanj.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.GeneratedModel;
import org.stanj.runtime.model.ModelInfo;

/** Loads emitted classes, verified. */
final class Classes extends ClassLoader {
  static final ModelInfo INFO = new ModelInfo("test_model", "", Set.of(), true);

  private final Map<String, byte[]> classes;

  private Classes(Map<String, byte[]> classes) {
    super(Classes.class.getClassLoader());
    this.classes = classes;
  }

  static CompiledModel compiled(CoreProgram program) {
    return compiled(Emitter.emit(program, "test.Model", "test.stan"));
  }

  static CompiledModel compiled(Map<String, byte[]> files) {
    try {
      Classes loader = new Classes(files);
      for (byte[] file : files.values()) {
        StringWriter problems = new StringWriter();
        CheckClassAdapter.verify(new ClassReader(file), loader, false, new PrintWriter(problems));
        assertEquals("", problems.toString());
      }
      Class<?> type = loader.loadClass(files.keySet().iterator().next());
      return GeneratedModel.compiled(type.asSubclass(GeneratedModel.class), INFO, TestStream::new);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] file = classes.get(name);
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, file, 0, file.length);
  }
}
