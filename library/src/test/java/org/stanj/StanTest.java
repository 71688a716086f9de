package org.stanj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs are compiled from texts and files, and what is wrong with them is told. */
final class StanTest {
  @Test
  void wrongProgramIsToldWithItsPlace() {
    Exception e =
        assertThrows(
            ProgramException.class,
            () -> Stan.compile("parameters { real x; } model { x ~ f(); }"));
    assertTrue(e.getMessage().startsWith("Semantic error in 'model.stan', line 1"), e.getMessage());
  }

  @Test
  void filesAreNamedAfterThemselvesAndIncludeFromTheirFolder(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("f.stan"), "real half(real x) { return x / 2; }");
    Path file = folder.resolve("my-model.stan");
    Files.writeString(
        file,
        """
        functions {
        #include f.stan
        }
        parameters { real x; }
        model { target += half(x); }
        """);
    StanModel model = Stan.compile(file);
    assertEquals("my_model_model", model.name());
    assertEquals(1.5, model.bind(Data.NONE).logDensity(new double[] {3}));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path moved = Files.move(file, elsewhere.resolve("moved.stan"));
    assertThrows(ProgramException.class, () -> Stan.compile(moved));
    StanModel again = Stan.compiler().includes(List.of(folder)).compile(moved);
    assertEquals("moved_model", again.name());
    assertThrows(UncheckedIOException.class, () -> Stan.compile(folder.resolve("none.stan")));
  }

  @Test
  void warningsGoToTheirReceiver() {
    List<String> warnings = new ArrayList<>();
    Stan.compiler()
        .warnings(warnings::add)
        .compile("old", "parameters { real x; } model { x ~ normal(0, 1 / 2); }");
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).startsWith("Warning in 'old.stan', line 1"), warnings.get(0));
  }
}
