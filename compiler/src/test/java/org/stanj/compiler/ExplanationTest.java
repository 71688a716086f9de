package org.stanj.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of loops: the line, what it says, and what becomes of it. */
class ExplanationTest {
  private static final String TIMED =
      """
      data { int N; vector[N] x; vector[N] y; }
      parameters { real b; }
      model {
        b ~ normal(0, 1);
        for (n in 1:N)
          y[n] ~ normal(exp(b * x[n]), 1);
      }
      """;

  @TempDir private Path folder;

  private List<String> explained(String model) throws IOException {
    String program =
        """
        data { int N; vector[N] x; vector[N] y; }
        parameters { real b; real<lower=0> s; }
        """;
    Path file = Files.writeString(folder.resolve("m.stan"), program + model);
    return StanCompiler.explain(file, CompileOptions.DEFAULT, w -> {}).lines().stream()
        .map(
            line ->
                line.replace(file.toString(), "m.stan").replaceAll(", \\d+ operations[^\n]*", ""))
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
            "m.stan:5: for (n in 1:N)\n    in slices\n    in vectors\n"
                + "    rows that are the same are taken once, if a third of them are",
            "m.stan:7: for (n in 1:N) {\n    in one piece: level is handed from one iteration to"
                + " the next\n    no vectors: its iterations, or their derivatives, depend on each"
                + " other"),
        lines);
  }

  @Test
  void sharesOfTheTimeAreToldInTheOrderOfLines() throws IOException {
    Path file = Files.writeString(folder.resolve("m.stan"), TIMED);
    Explanation explanation = StanCompiler.explain(file, CompileOptions.DEFAULT, w -> {});
    List<String> lines =
        explanation.lines(Map.of(6, 0.75, 4, 0.2, 3, 0.0004, 0, 0.05)).stream()
            .map(line -> line.replaceAll(", \\d+ operations[^\n]*", ""))
            .toList();
    assertEquals(
        List.of(
            file + ":4: b ~ normal(0, 1);\n    20.0 % of the time of a gradient",
            file
                + ":5: for (n in 1:N)\n    in slices\n    in vectors\n"
                + "    rows that are the same are taken once, if a third of them are",
            file + ":6: y[n] ~ normal(exp(b * x[n]), 1);\n    75.0 % of the time of a gradient"),
        lines);
  }

  @Test
  void whatMovesToBindIsTold() throws IOException {
    List<String> lines = explained("model { for (n in 1:N) target += exp(x[n]) * s; }");
    assertEquals(
        List.of(
            "m.stan:3: model { for (n in 1:N) target += exp(x[n]) * s; }\n"
                + "    in one piece: one element is too little work\n"
                + "    no vectors: it calls no function that vectors have\n"
                + "    what depends on data alone is computed before sampling\n"
                + "    rows that are the same are taken once, if a third of them are"),
        lines);
  }

  @Test
  void fewerRowsAreTold() throws IOException {
    List<String> lines = explained("model { y ~ normal(b * x, s); }");
    assertEquals(
        List.of(
            "m.stan:3: model { y ~ normal(b * x, s); }\n"
                + "    in one piece: one element is too little work\n"
                + "    in slices\n"
                + "    no vectors: it calls no function that vectors have\n"
                + "    over fewer rows with the same sums of squares"),
        lines);
  }

  @Test
  void aProgramThatReadsItsTargetIsLeftAlone() throws IOException {
    List<String> lines =
        explained("model { for (n in 1:N) y[n] ~ normal(exp(b * x[n]), s); print(target()); }");
    assertEquals("in one piece: the program reads its target", lines.get(0));
  }

  /** What is said of vectors, by line. */
  private Map<Integer, String> vectors(String model) throws IOException {
    Map<Integer, String> said = new TreeMap<>();
    for (String line : explained(model)) {
      int number = Integer.parseInt(line.replaceAll("(?s)^m\\.stan:(\\d+):.*", "$1"));
      for (String part : line.split("\n    ")) {
        if (part.contains("vectors")) {
          said.put(number, part);
        }
      }
    }
    return said;
  }

  @Test
  void aMixtureWhoseIterationsCopyAVectorRunsInVectors() throws IOException {
    String model =
        """
        model {
          vector[3] level = rep_vector(b, 3);
          for (n in 1:N) {
            vector[3] terms = level;
            for (k in 1:3) terms[k] += normal_lpdf(y[n] | k * b, s);
            target += log_sum_exp(terms);
          }
        }
        """;
    assertEquals("in vectors", vectors(model).get(5));
  }

  @Test
  void orderedCategoriesRunInVectors() throws IOException {
    String program =
        """
        data { int N; int K; matrix[N, 2] x; array[N] int<lower=1, upper=K> y; }
        parameters { vector[2] b; ordered[K - 1] c; }
        model {
          y ~ ordered_logistic(x * b, c);
          for (n in 1:N)
            y[n] ~ ordered_logistic(x[n] * b, c);
        }
        """;
    Path file = Files.writeString(folder.resolve("m.stan"), program);
    List<String> lines = StanCompiler.explain(file, CompileOptions.DEFAULT, w -> {}).lines();
    for (int line : new int[] {4, 5}) {
      String said =
          lines.stream().filter(l -> l.startsWith(file + ":" + line)).findFirst().orElseThrow();
      assertTrue(said.contains("\n    in vectors"), said);
    }
  }
}
