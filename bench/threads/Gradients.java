import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.io.JsonData;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;
import org.stanj.stdlib.abi.Scratch;

/**
 * Microseconds of a gradient of logistic.stan on one thread, and with a pool of two: in one run, in turn. Arguments:
 * program, columns, groups, then numbers of rows.
 */
public final class Gradients {
  private static final int WINDOWS = 15;
  private static final long WINDOW_NANOS = 20_000_000;
  private static final long WARMUP_NANOS = 1_000_000_000;

  public static void main(String[] args) throws Exception {
    CompiledModel program =
        ModelLoader.load(StanCompiler.compile(Path.of(args[0]), CompileOptions.DEFAULT, warning -> {}));
    System.out.println("rows  alone us  2 threads us  ratio  2 threads, no core free us  ratio");
    for (int i = 3; i < args.length; i++) {
      int rows = Integer.parseInt(args[i]);
      String data = data(rows, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      Model model = program.bind(JsonData.read(new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8))), 1);
      compare(rows, model);
    }
  }

  private static void compare(int rows, Model model) {
    Cores two = new Cores(2);
    Cores taken = new Cores(2);
    taken.enter();
    taken.enter();
    SlicePool.Rules rules = new SlicePool.Rules(true, false);
    try (SlicePool pool = new SlicePool(two, rules);
        SlicePool idle = new SlicePool(taken, rules)) {
      Side[] sides = {new Side(model), new Side(pool.over(model)), new Side(idle.over(model))};
      for (Side side : sides) {
        side.warmUp();
      }
      for (int w = 0; w < WINDOWS; w++) {
        for (Side side : sides) {
          side.nanos[w] = side.window();
        }
      }
      double alone = sides[0].median();
      double both = sides[1].median();
      double none = sides[2].median();
      System.out.printf("%d  %.1f  %.1f  %.2f  %.1f  %.3f%n", rows, alone / 1e3, both / 1e3, alone / both, none / 1e3, alone / none);
    }
  }

  /** One way to evaluate the model. */
  private static final class Side {
    final double[] nanos = new double[WINDOWS];
    private final Model model;
    private final Scratch scratch;
    private final double[] q;
    private final double[] gradient;
    private double sum;

    Side(Model model) {
      this.model = model;
      scratch = model.newScratch();
      q = new Random(3).doubles(model.unconstrainedSize(), -0.5, 0.5).toArray();
      gradient = new double[q.length];
    }

    void warmUp() {
      long begin = System.nanoTime();
      while (System.nanoTime() - begin < WARMUP_NANOS) {
        window();
      }
    }

    /** Nanoseconds of a gradient, over a window. */
    double window() {
      long begin = System.nanoTime();
      long now = begin;
      int n = 0;
      while (now - begin < WINDOW_NANOS) {
        sum += model.gradient(q, gradient, Model.PROPTO | Model.JACOBIAN, scratch);
        n++;
        now = System.nanoTime();
      }
      return (now - begin) / (double) n;
    }

    double median() {
      double[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted[WINDOWS / 4];
    }
  }

  private static String data(int rows, int columns, int groups) {
    Random random = new Random(rows);
    StringBuilder x = new StringBuilder();
    int[] group = random.ints(rows, 1, groups + 1).toArray();
    int[] y = random.ints(rows, 0, 2).toArray();
    for (int i = 0; i < rows; i++) {
      double[] row = random.doubles(columns, -1, 1).toArray();
      x.append(i == 0 ? "" : ",").append(Arrays.toString(row));
    }
    return "{\"N\":%d,\"K\":%d,\"J\":%d,\"X\":[%s],\"group\":%s,\"y\":%s}"
        .formatted(rows, columns, groups, x, Arrays.toString(group), Arrays.toString(y));
  }
}
