package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
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
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceWork;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * The programs of {@code map_rect_programs}. Each says the same twice, with {@code map_rect} and,
 * where its data say so, with a loop: density, gradient and all variables agree up to the order of
 * sums, and not by a bit differ with who runs the jobs.
 */
class MapRectTest {
  private static final String FOLDER = "map_rect_programs";
  private static final ModelInfo INFO = new ModelInfo("m", "", Set.of(), true);
  private static final int[] JOBS = {0, 1, 2, 3, 64, 700};
  private static final int POINTS = 4;
  private static final int FLAGS = Model.JACOBIAN;

  /** Of sums of some thousand terms in another order. */
  private static final double ROUNDING = 1e-11;

  /** A program with its data. */
  private record Case(Path file, int jobs) {
    String name() {
      return file.getFileName() + ", " + jobs + " jobs";
    }

    String data(boolean plain) {
      return "{\"plain\": " + (plain ? 1 : 0) + ", \"jobs\": " + jobs + "}";
    }
  }

  private static Stream<Case> cases() {
    try (Stream<Path> files = Files.list(TestPrograms.root().resolve(FOLDER))) {
      List<Path> programs = files.sorted().toList();
      assertTrue(programs.size() >= 7, () -> "only " + programs.size() + " programs");
      return programs.stream().flatMap(MapRectTest::cases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Case> cases(Path file) {
    boolean sized = file.endsWith("sizes.stan");
    return Arrays.stream(sized ? JOBS : new int[] {1}).mapToObj(jobs -> new Case(file, jobs));
  }

  private interface Check {
    void of(Case c, CompiledModel program) throws IOException;
  }

  private static Stream<DynamicTest> tests(Check check) {
    return cases()
        .map(c -> dynamicTest(c.name(), () -> check.of(c, TestPrograms.compile(c.file()))));
  }

  @TestFactory
  Stream<DynamicTest> jobsAreAsALoop() {
    return tests(
        (c, program) -> {
          Model mapped = TestPrograms.bindText(program, c.data(false));
          Model plain = TestPrograms.bindText(program, c.data(true));
          Scratch scratch = mapped.newScratch();
          for (double[] q : points(mapped)) {
            close(numbers(plain, q, plain.newScratch()), numbers(mapped, q, scratch));
          }
        });
  }

  /** With one scratch, whose rows have to grow, and with a new one for each evaluation. */
  @TestFactory
  Stream<DynamicTest> whatWasEvaluatedBeforeDoesNotMatter() {
    return tests(
        (c, program) -> {
          Model model = TestPrograms.bindText(program, c.data(false));
          Scratch scratch = model.newScratch();
          for (double[] q : points(model)) {
            double[] fresh = numbers(model, q, model.newScratch());
            if (c.file().endsWith("changing.stan")) {
              close(fresh, numbers(model, q, scratch));
            } else {
              assertEquals(Arrays.toString(fresh), Arrays.toString(numbers(model, q, scratch)));
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> emittedEqualsInterpreted() {
    return tests(
        (c, program) -> {
          Model emitted = TestPrograms.bindText(program, c.data(false));
          Model same = TestPrograms.bindText(interpreted(c.file()), c.data(false));
          for (double[] q : points(emitted).subList(0, 2)) {
            assertEquals(
                Arrays.toString(numbers(same, q, same.newScratch())),
                Arrays.toString(numbers(emitted, q, emitted.newScratch())));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whoRunsTheJobsDoesNotMatter() {
    return tests(
        (c, program) -> {
          Model model = TestPrograms.bindText(program, c.data(false));
          for (SliceRunner runner : List.of(new Backwards(model), new TwoThreads(model))) {
            for (double[] q : points(model)) {
              assertEquals(
                  Arrays.toString(numbers(model, q, model.newScratch())),
                  Arrays.toString(numbers(model, q, model.newScratch(runner))));
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> gradientsAllocateNothing() {
    return tests(
        (c, program) -> {
          if (!c.file().endsWith("recursive.stan")) {
            Model model = TestPrograms.bindText(program, c.data(false));
            assertEquals(0, allocatedBy(model, points(model).get(0)));
          }
        });
  }

  private static long allocatedBy(Model model, double[] q) {
    Scratch scratch = model.newScratch();
    double[] gradient = new double[q.length];
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int window = 0; window < 10; window++) {
      long before = bean.getCurrentThreadAllocatedBytes();
      for (int k = 0; k < 20; k++) {
        model.gradient(q, gradient, FLAGS, scratch);
      }
      least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static CompiledModel interpreted(Path file) throws IOException {
    return new Interpreter(
            Pipeline.run(
                StanCompiler.check(file, TestPrograms.beside(file), warning -> {}),
                Library.load(),
                PassObserver.NONE))
        .compiled(INFO, seed -> Streams.open(StreamKey.transformedData(seed)));
  }

  private static List<double[]> points(Model model) {
    SplittableRandom random = new SplittableRandom(20261129L);
    int n = model.unconstrainedSize();
    return Stream.generate(() -> random.doubles(n, -1, 1).toArray()).limit(POINTS).toList();
  }

  /** Density alone, density and gradient, all variables. */
  private static double[] numbers(Model model, double[] q, Scratch scratch) {
    int n = q.length;
    double[] row = new double[model.variables().stream().mapToInt(Variable::size).sum()];
    double[] all = new double[2 + n + row.length];
    double[] gradient = new double[n];
    all[0] = model.logDensity(q, FLAGS, scratch);
    all[1] = model.gradient(q, gradient, FLAGS, scratch);
    System.arraycopy(gradient, 0, all, 2, n);
    model.constrain(q, row, true, true, TestPrograms.stream(1), scratch);
    System.arraycopy(row, 0, all, 2 + n, row.length);
    return all;
  }

  private static void close(double[] expected, double[] found) {
    assertEquals(expected.length, found.length);
    for (int i = 0; i < found.length; i++) {
      double tolerance = ROUNDING * (1 + Math.abs(expected[i]));
      assertEquals(expected[i], found[i], tolerance, "number " + i);
    }
  }

  /** Runs the last chunk first, in another scratch. */
  private record Backwards(Model model) implements SliceRunner {
    @Override
    public void run(SliceWork work, Kernels kernels, Scratch scratch) {
      Scratch other = model.newScratch();
      for (int c = work.chunks() - 1; c >= 0; c--) {
        work.chunk(c, kernels, other);
      }
    }
  }

  /** Runs half of the chunks in another thread, at the same time. */
  private record TwoThreads(Model model) implements SliceRunner {
    @Override
    public void run(SliceWork work, Kernels kernels, Scratch scratch) {
      Runnable odd = () -> every(work, 1, kernels, model.newScratch());
      CompletableFuture<Void> other = CompletableFuture.runAsync(odd);
      every(work, 0, kernels, scratch);
      other.join();
    }

    private static void every(SliceWork work, int first, Kernels kernels, Scratch scratch) {
      for (int c = first; c < work.chunks(); c += 2) {
        work.chunk(c, kernels, scratch);
      }
    }
  }
}
