package org.stanj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.runtime.command.Console;

/** {@code --dump} with the compiler itself: every pass can be shown by its name. */
final class DumpTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path temp;
  private Path program;

  @BeforeEach
  void write() throws IOException {
    program = temp.resolve("m.stan");
    Files.writeString(program, "parameters { real x; }\nmodel { x ~ normal(0, 1); }\n");
  }

  private int dump(String pass) {
    out.reset();
    Console console = new Console(new PrintStream(out), new PrintStream(err));
    return new Main(console, ProgramCompiler.standard())
        .run("compile", program.toString(), "--dump=" + pass);
  }

  private Map<String, String> passes() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    CompileOptions options =
        CompileOptions.DEFAULT.withObserver((pass, text) -> texts.put(pass, text.get()));
    StanCompiler.compile(program, options, warning -> {});
    return texts;
  }

  @Test
  void everyPassIsShownByItsName() throws IOException {
    Map<String, String> passes = passes();
    for (String known : List.of("syntax", "core", "core:differentiate", "bytecode")) {
      assertTrue(passes.containsKey(known), known);
    }
    for (Map.Entry<String, String> pass : passes.entrySet()) {
      assertEquals(0, dump(pass.getKey()), pass.getKey());
      String shown = out.toString(StandardCharsets.UTF_8);
      assertEquals(pass.getValue().stripTrailing(), shown.stripTrailing(), pass.getKey());
      assertFalse(shown.isBlank(), pass.getKey());
    }
    assertFalse(Files.exists(temp.resolve("m.jar")));
  }

  @Test
  void aWrongNameIsAnsweredWithAllThereAre() throws IOException {
    assertEquals(1, dump("core:nonsense"));
    assertEquals("", out.toString(StandardCharsets.UTF_8));
    assertEquals(
        Optional.of(
            "Error: no pass is called 'core:nonsense'; there are: "
                + String.join(", ", passes().keySet())),
        err.toString(StandardCharsets.UTF_8).lines().findFirst());
  }
}
