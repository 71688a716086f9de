package org.stanj.compiler.jar;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.CompiledProgram;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.GeneratedModel;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** Loads a compiled program into this process, without a file. */
public final class ModelLoader {
  private ModelLoader() {}

  /** The model; its classes can be collected when nothing refers to it any more. */
  public static CompiledModel load(CompiledProgram program) {
    try {
      Class<? extends GeneratedModel> type =
          new Loader(program.classes())
              .loadClass(program.className())
              .asSubclass(GeneratedModel.class);
      return GeneratedModel.compiled(
          type,
          program.info(),
          program::lines,
          seed -> Streams.open(StreamKey.transformedData(seed)));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("a compiled program holds its class", e);
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
