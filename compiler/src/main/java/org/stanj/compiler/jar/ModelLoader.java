package org.stanj.compiler.jar;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.CompiledProgram;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.ModelInfo;

/** Loads a compiled program into this process, without a file. */
public final class ModelLoader {
  private ModelLoader() {}

  /** The model; its classes can be collected when nothing refers to it any more. */
  public static CompiledModel load(CompiledProgram program) {
    try {
      return new Loader(program.classes())
          .loadClass(program.className())
          .asSubclass(CompiledModel.class)
          .getConstructor(ModelInfo.class)
          .newInstance(program.info());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("the compiler emitted a model that cannot be made", e);
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(ModelLoader.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte @Nullable [] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
