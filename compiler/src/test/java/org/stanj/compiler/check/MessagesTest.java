package org.stanj.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.Pipeline;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.diagnostic.Kind;
import org.stanj.compiler.typed.TypedProgram;

/** One program and its rendered message for each code of the checker. */
class MessagesTest {
  private static final Path DIRECTORY =
      Path.of("src/test/resources/org/stanj/compiler/check/errors");

  static List<ErrorCode> codes() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".stan"))
          .map(name -> ErrorCode.valueOf(name.substring(0, name.length() - 5)))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void saysWhatIsWrong(ErrorCode code) throws IOException {
    String text = Files.readString(DIRECTORY.resolve(code + ".stan"));
    List<Diagnostic> found = new ArrayList<>();
    try {
      TypedProgram program = Checking.program(text, found::add);
      if (found.isEmpty()) {
        Pipeline.run(program, Checking.LIBRARY, PassObserver.NONE);
      }
    } catch (DiagnosticException e) {
      found.add(e.diagnostic());
    }
    assertEquals(List.of(code), found.stream().map(Diagnostic::code).toList());
    String rendered = DiagnosticRenderer.render(found.get(0));
    Path golden = DIRECTORY.resolve(code + ".expected");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, rendered);
    }
    assertEquals(Files.readString(golden), rendered);
  }

  @Test
  void everySemanticErrorHasAProgram() throws IOException {
    List<ErrorCode> shown = codes();
    List<ErrorCode> missing =
        Stream.of(ErrorCode.values())
            .filter(code -> code.kind() == Kind.SEMANTIC && !shown.contains(code))
            .toList();
    assertEquals(List.of(), missing);
  }
}
