package org.stanj.compiler.jar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.CompiledProgram;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.DataException;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.ModelInfo;

/** Loads a class file as if it had been emitted. */
final class ModelLoaderTest {
  private static final ModelInfo INFO = new ModelInfo("m_model", "--O1", false, false, false);

  /** A model that refuses all data. */
  public record Payload(ModelInfo info) implements CompiledModel {
    @Override
    public Model bind(DataContext data, long seed) {
      throw new DataException("refused");
    }
  }

  @Test
  void makesTheModelInALoaderOfItsOwn() throws IOException {
    String name = Payload.class.getName();
    // Under another name, since the test's own loader knows the first one.
    String other = name.replace("Payload", "Pbyload");
    byte[] bytes = renamed(name, other);
    CompiledModel model = ModelLoader.load(new CompiledProgram(INFO, other, Map.of(other, bytes)));
    assertEquals(INFO, model.info());
    assertNotSame(getClass().getClassLoader(), model.getClass().getClassLoader());
    assertThrows(DataException.class, () -> model.bind(DataContext.EMPTY, 1));
  }

  @Test
  void programNeedsItsClass() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CompiledProgram(INFO, "A", Map.of("B", new byte[0])));
  }

  /** The class file with one name replaced by another of the same length. */
  private static byte[] renamed(String from, String to) throws IOException {
    try (InputStream in =
        Payload.class.getResourceAsStream("/" + from.replace('.', '/') + ".class")) {
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return text.replace(from.replace('.', '/'), to.replace('.', '/'))
          .getBytes(StandardCharsets.ISO_8859_1);
    }
  }
}
