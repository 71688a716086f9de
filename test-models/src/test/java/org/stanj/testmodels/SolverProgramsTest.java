package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.Pipeline;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.interpret.Interpreter;
import org.stanj.compiler.library.Library;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * Programs that use solvers, quadrature and the embedded Laplace approximation in loops, in
 * functions, in slices and inside each other: gradients are slopes of the density, and what is
 * emitted is what is interpreted. The programs lie in {@code solver_programs}.
 */
class SolverProgramsTest {
  private static final String FOLDER = "solver_programs";
  private static final ModelInfo INFO = new ModelInfo("m", "", Set.of(), true);
  private static final int POINTS = 3;

  /** Of the differences: their own error is about STEP⁴, that of the solutions is 1e-10 / STEP. */
  private static final double STEP = 2e-3;

  private static final double TOLERANCE = 2e-6;

  @TestFactory
  Stream<DynamicTest> gradientsAreSlopes() {
    return programs().map(file -> dynamicTest(name(file), () -> slopes(bind(file))));
  }

  @TestFactory
  Stream<DynamicTest> emittedEqualsInterpreted() {
    return programs()
        .map(
            file ->
                dynamicTest(
                    name(file),
                    () ->
                        assertEquals(
                            evaluate(TestPrograms.bind(interpreted(file), data())),
                            evaluate(bind(file)))));
  }

  private static Stream<Path> programs() {
    try (Stream<Path> files = Files.list(data().getParent())) {
      List<Path> found = files.filter(f -> f.toString().endsWith(".stan")).sorted().toList();
      assertTrue(found.size() >= 9, () -> "only " + found.size() + " programs");
      return found.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Path data() {
    return TestPrograms.root().resolve(FOLDER).resolve("data.json");
  }

  private static Model bind(Path file) {
    return TestPrograms.bind(TestPrograms.compile(file), data());
  }

  private static CompiledModel interpreted(Path file) throws IOException {
    return new Interpreter(
            Pipeline.run(
                StanCompiler.check(file, TestPrograms.beside(file), warning -> {}),
                Library.load(),
                PassObserver.NONE))
        .compiled(INFO, seed -> Streams.open(StreamKey.transformedData(seed)));
  }

  private static void slopes(Model model) {
    Scratch scratch = model.newScratch();
    scratch.sink = line -> {};
    for (double[] q : points(model)) {
      double[] gradient = new double[q.length];
      double value = model.gradient(q, gradient, Model.JACOBIAN, scratch);
      assertTrue(Double.isFinite(value), () -> "density " + value);
      double plain = model.logDensity(q, Model.JACOBIAN, scratch);
      assertEquals(plain, value, TOLERANCE * (1 + Math.abs(value)));
      double[] slopes = new double[q.length];
      double[] tolerances = new double[q.length];
      for (int i = 0; i < q.length; i++) {
        slopes[i] = slope(model, scratch, q, i);
        tolerances[i] = TOLERANCE * (1 + Math.abs(slopes[i]));
        assertEquals(slopes[i], gradient[i], tolerances[i], "element " + i);
      }
    }
  }

  /** Five points: (f(-2h) - 8 f(-h) + 8 f(h) - f(2h)) / 12 h. */
  private static double slope(Model model, Scratch scratch, double[] q, int i) {
    double sum = 0;
    for (int k : new int[] {-2, -1, 1, 2}) {
      double[] moved = q.clone();
      moved[i] += k * STEP;
      double weight = Math.abs(k) == 2 ? -Math.signum(k) : 8 * k;
      // the density as gradients compute it: solvers then have their tolerances for derivatives
      sum += weight * model.gradient(moved, new double[q.length], Model.JACOBIAN, scratch);
    }
    return sum / (12 * STEP);
  }

  private static List<double[]> points(Model model) {
    SplittableRandom random = new SplittableRandom(20260411L);
    int n = model.unconstrainedSize();
    return Stream.generate(() -> random.doubles(n, -0.8, 0.8).toArray()).limit(POINTS).toList();
  }

  /** All that a model says at its points. */
  private static String evaluate(Model model) {
    StringBuilder seen = new StringBuilder(model.variables().toString());
    Scratch scratch = model.newScratch();
    scratch.sink = line -> seen.append(line).append('\n');
    double[] row = new double[model.variables().stream().mapToInt(Variable::size).sum()];
    for (double[] q : points(model)) {
      double[] gradient = new double[q.length];
      seen.append('\n').append(model.logDensity(q, Model.JACOBIAN, scratch));
      seen.append(' ').append(model.gradient(q, gradient, Model.JACOBIAN, scratch));
      seen.append(Arrays.toString(gradient));
      model.constrain(q, row, true, true, TestPrograms.stream(1), scratch);
      seen.append(Arrays.toString(row));
    }
    return seen.toString();
  }
}
