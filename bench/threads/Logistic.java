import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.compiler.slice.Limits;
import org.stanj.runtime.io.JsonData;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.Scratch;

/** A program of this folder with data that are drawn with a fixed seed. */
final class Logistic {
  static final int FLAGS = Model.PROPTO | Model.JACOBIAN;

  private final CompiledModel program;

  Logistic(String file) throws IOException {
    this(file, Limits.DEFAULT);
  }

  /** The program, in which the compiler cuts loops within limits. */
  Logistic(String file, Limits limits) throws IOException {
    CompileOptions options = CompileOptions.DEFAULT.withSlices(limits);
    program = ModelLoader.load(StanCompiler.compile(Path.of(file), options, warning -> {}));
  }

  Model bind(int rows, int columns, int groups) throws IOException {
    Random random = new Random(rows);
    String x =
        IntStream.range(0, rows)
            .mapToObj(i -> Arrays.toString(random.doubles(columns, -1, 1).toArray()))
            .collect(Collectors.joining(","));
    String group = Arrays.toString(random.ints(rows, 1, groups + 1).toArray());
    String y = Arrays.toString(random.ints(rows, 0, 2).toArray());
    String json =
        "{\"N\":%d,\"K\":%d,\"J\":%d,\"X\":[%s],\"group\":%s,\"y\":%s}"
            .formatted(rows, columns, groups, x, group, y);
    return program.bind(JsonData.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))), 1);
  }

  /** Evaluates a model again and again at one point. */
  static final class Evaluation {
    private final Model model;
    private final Scratch scratch;
    private final double[] q;
    private final double[] gradient;
    private double sum;

    Evaluation(Model model) {
      this.model = model;
      scratch = model.newScratch();
      q = new Random(3).doubles(model.unconstrainedSize(), -0.5, 0.5).toArray();
      gradient = new double[q.length];
    }

    void run() {
      sum += model.gradient(q, gradient, FLAGS, scratch);
    }

    /** Nanoseconds of an evaluation, over a stretch of time. */
    double nanos(long stretch) {
      long begin = System.nanoTime();
      long now = begin;
      int n = 0;
      while (now - begin < stretch) {
        run();
        n++;
        now = System.nanoTime();
      }
      return (now - begin) / (double) n;
    }
  }
}
