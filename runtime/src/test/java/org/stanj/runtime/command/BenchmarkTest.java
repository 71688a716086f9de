package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.runtime.model.BuildSetting;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.PrintSink;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** The method {@code benchmark} looks for a point where the density exists. */
final class BenchmarkTest {
  @TempDir private Path directory;

  @Test
  void drawsAgainWhereThePointIsRefused() {
    CommandLine result = benchmark(0.08, "", " num_threads=1000");
    assertEquals(0, result.code(), result.err());
    assertEquals("", result.err());
    String json =
        "\\{\"unconstrained_dimension\":2,\"threads\":"
            + Runtime.getRuntime().availableProcessors()
            + ",\"ns_per_gradient\":.*\"windows\":15\\}\n";
    assertTrue(result.out().matches("(?s)(.*\n)?" + json), result.out());
  }

  @Test
  void saysSoWhenNoPointIsFound() {
    CommandLine result = benchmark(0.1, "", "");
    assertEquals(1, result.code());
    List<String> errors = result.errors();
    assertTrue(errors.contains("Exception: y is negative (in 'picky.stan')"), result.err());
    String failed = "Initialization between (-0.1, 0.1) failed after 100 attempts. ";
    assertTrue(errors.contains(failed), result.err());
    assertEquals("Initialization failed.", errors.get(errors.size() - 1));
    assertTrue(!result.out().contains("{"), result.out());
  }

  @Test
  void evaluatesAtAGivenPoint() {
    String file = CommandLine.file(directory, "q.txt", "0.5 0.25\n7 8 9\n");
    CommandLine result = benchmark(0.1, " point=" + file, "");
    assertEquals(0, result.code(), result.err());
    assertTrue(
        result.out().matches("(?s).*\"lp\":-[0-9.]+,\"gradient\":\\[[^,]+, [^,]+\\]\\}\n"),
        result.out());
  }

  @Test
  void saysSoWhenTheFileIsTooShort() {
    String file = CommandLine.file(directory, "q.txt", "0.5\n");
    CommandLine result = benchmark(0.1, " point=" + file, "");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("does not have 2 numbers"), result.err());
  }

  private CommandLine benchmark(double limit, String own, String words) {
    ModelInfo threaded = new ModelInfo("m_model", "", Set.of(BuildSetting.THREADS), true);
    String data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
    return CommandLine.run(
        new Picky(new NormalModel(threaded), limit),
        Map.of(),
        "benchmark" + own + " data file=" + data + " random seed=1" + words);
  }

  /** {@link NormalModel}, but the first parameter must not lie below a limit. */
  private record Picky(NormalModel normal, double limit) implements CompiledModel {
    @Override
    public ModelInfo info() {
      return normal.info();
    }

    @Override
    public Model bind(DataContext data, long seed, PrintSink prints) {
      return new Bound(normal.bind(data, seed, prints), limit);
    }
  }

  private record Bound(Model normal, double limit) implements Model {
    @Override
    public int unconstrainedSize() {
      return normal.unconstrainedSize();
    }

    @Override
    public Scratch newScratch() {
      return normal.newScratch();
    }

    @Override
    public double logDensity(double[] q, int flags, Scratch scratch) {
      check(q);
      return normal.logDensity(q, flags, scratch);
    }

    @Override
    public double gradient(double[] q, double[] gradient, int flags, Scratch scratch) {
      check(q);
      return normal.gradient(q, gradient, flags, scratch);
    }

    private void check(double[] q) {
      if (q[0] < limit) {
        String place = "(in 'picky.stan')";
        throw new RejectException(RejectException.Kind.DOMAIN, "y is negative", place);
      }
    }

    @Override
    public void constrain(
        double[] q,
        double[] out,
        boolean transformedParameters,
        boolean generatedQuantities,
        RandomStream stream,
        Scratch scratch) {
      normal.constrain(q, out, transformedParameters, generatedQuantities, stream, scratch);
    }

    @Override
    public void unconstrain(DataContext inits, double[] q, Scratch scratch) {
      normal.unconstrain(inits, q, scratch);
    }

    @Override
    public void generate(double[] parameters, double[] out, RandomStream stream, Scratch scratch) {
      normal.generate(parameters, out, stream, scratch);
    }

    @Override
    public List<Variable> variables() {
      return normal.variables();
    }
  }
}
