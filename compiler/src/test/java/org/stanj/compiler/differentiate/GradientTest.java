package org.stanj.compiler.differentiate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each program of {@code differentiate} is one way in which a gradient may go wrong. */
class GradientTest {
  @TestFactory
  Stream<DynamicTest> gradientsAreDerivatives() {
    return programs()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> assertRight(name(file), file)));
  }

  /** Reports show messages only: each names its program. */
  private static void assertRight(String name, Path file) throws IOException {
    List<String> wrong;
    try {
      wrong = GradientChecks.wrong(Files.readString(file), name.hashCode());
    } catch (RuntimeException e) {
      throw new AssertionError(name + ": " + e, e);
    }
    assertEquals("", String.join("\n", wrong), name);
  }

  private static Stream<Path> programs() {
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(
          Objects.requireNonNull(GradientTest.class.getResource("/differentiate")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".stan", "");
  }
}
