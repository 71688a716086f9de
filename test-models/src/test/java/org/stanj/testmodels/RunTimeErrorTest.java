package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.Pipeline;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.interpret.Interpreter;
import org.stanj.compiler.library.Library;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * One program with a mistake in each branch: what is thrown has Stan's kind, words, place and chain
 * of functions, whether the density is emitted, differentiated or interpreted.
 *
 * <p>{@code expected.tsv} has for each value of {@code m} a name, the kind (that of Stan's C++
 * exception) and the message of Stan 2.39. Dividing ints by zero ends genuine programs without a
 * message; there the table has ours.
 */
class RunTimeErrorTest {
  private static final String NAME = "run_time_errors";
  private static final ModelInfo INFO = new ModelInfo(NAME, "", Set.of(), true);

  /** What our messages of indices say in addition. */
  private static final Pattern POSITION =
      Pattern.compile("; index position = \\d+(, variable = \\w+)?");

  /** How the density is evaluated. */
  private interface Evaluation {
    double run(Model model, Scratch scratch);
  }

  private static final Evaluation DENSITY =
      (model, scratch) -> model.logDensity(new double[1], Model.JACOBIAN, scratch);
  private static final Evaluation GRADIENT =
      (model, scratch) -> model.gradient(new double[1], new double[1], Model.JACOBIAN, scratch);

  @TestFactory
  Stream<DynamicTest> emitted() {
    CompiledModel program = TestPrograms.compile(TestPrograms.program(NAME));
    return tests(program, "density", DENSITY);
  }

  @TestFactory
  Stream<DynamicTest> differentiated() {
    CompiledModel program = TestPrograms.compile(TestPrograms.program(NAME));
    return tests(program, "gradient", GRADIENT);
  }

  @TestFactory
  Stream<DynamicTest> interpreted() throws IOException {
    Path file = TestPrograms.program(NAME);
    CompiledModel program =
        new Interpreter(
                Pipeline.run(
                    StanCompiler.check(file, CompileOptions.DEFAULT, warning -> {}),
                    Library.load(),
                    PassObserver.NONE))
            .compiled(INFO, seed -> Streams.open(StreamKey.transformedData(seed)));
    return Stream.concat(
        tests(program, "interpreted density", DENSITY),
        tests(program, "interpreted gradient", GRADIENT));
  }

  @Test
  void indexErrorsNameTheVariableAndThePosition() throws IOException {
    CompiledModel program = TestPrograms.compile(TestPrograms.program(NAME));
    List<String[]> cases = cases();
    int m =
        IntStream.range(0, cases.size())
            .filter(i -> cases.get(i)[0].equals("array_matrix_third"))
            .findFirst()
            .orElseThrow();
    RejectException error =
        assertThrows(RejectException.class, () -> evaluate(program, m, DENSITY));
    assertTrue(
        error.getMessage().contains("; index position = 3, variable = v (in '"),
        error.getMessage());
  }

  private static List<String[]> cases() throws IOException {
    Path table = TestPrograms.root().resolve(NAME).resolve("expected.tsv");
    return Files.readAllLines(table).stream().map(line -> line.split("\t", 3)).toList();
  }

  private static Stream<DynamicTest> tests(CompiledModel program, String how, Evaluation way) {
    try {
      List<String[]> cases = cases();
      return IntStream.range(0, cases.size())
          .mapToObj(
              m -> {
                String[] row = cases.get(m);
                Executable judged =
                    () -> assertEquals(row[1] + " " + row[2], said(program, m, way));
                return dynamicTest(how + ": " + row[0], judged);
              });
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static double evaluate(CompiledModel program, int m, Evaluation way) {
    String data = "{\"m\": " + m + ", \"k5\": 5, \"k0\": 0, \"ks\": [1, 5]}";
    Model model = TestPrograms.bindText(program, data);
    Scratch scratch = model.newScratch();
    scratch.sink = line -> {};
    return way.run(model, scratch);
  }

  private static String said(CompiledModel program, int m, Evaluation way) {
    try {
      return "value " + evaluate(program, m, way);
    } catch (RejectException e) {
      String message = TestPrograms.withoutFolders("Exception: " + e.getMessage());
      return kind(e.kind()) + " " + POSITION.matcher(message).replaceFirst("");
    }
  }

  private static String kind(RejectException.Kind kind) {
    return switch (kind) {
      case DOMAIN -> "domain";
      case INDEX -> "range";
      case SIZE -> "size";
      case FATAL -> "other";
    };
  }
}
