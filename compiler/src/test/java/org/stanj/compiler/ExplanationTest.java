package org.stanj.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of loops: the line, what it says, and what becomes of it. */
class ExplanationTest {
  @TempDir private Path folder;

  private List<String> explained(String model) throws IOException {
    String program =
        """
        data { int N; vector[N] x; vector[N] y; }
        parameters { real b; real<lower=0> s; }
        """;
    Path file = Files.writeString(folder.resolve("m.stan"), program + model);
    return StanCompiler.explain(file, CompileOptions.DEFAULT, w -> {}).lines().stream()
        .map(line -> line.replace(file.toString(), "m.stan").replaceAll(", \\d+ operations.*", ""))
        .toList();
  }

  @Test
  void loopsAreNamedByTheirLines() throws IOException {
    List<String> lines =
        explained(
            """
            model {
              real level = 0;
              for (n in 1:N)
                y[n] ~ normal(exp(b * x[n]), s);
              for (n in 1:N) {
                level = exp(level) * b;
                y[n] ~ normal(level, s);
              }
            }
            """);
    assertEquals(
        List.of(
            "m.stan:5: for (n in 1:N)\n    in slices",
            "m.stan:7: for (n in 1:N) {\n    in one piece: level is handed from one iteration to"
                + " the next"),
        lines);
  }

  @Test
  void aProgramThatReadsItsTargetIsLeftAlone() throws IOException {
    List<String> lines =
        explained("model { for (n in 1:N) y[n] ~ normal(exp(b * x[n]), s); print(target()); }");
    assertEquals(List.of("in one piece: the program reads its target"), lines);
  }
}
