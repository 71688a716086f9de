import java.util.Arrays;
import java.util.List;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;

/**
 * Microseconds of a gradient on one thread, with a pool of two, and with a pool of two whose cores are both taken, in
 * turn in one run. Arguments: program, columns, groups, then numbers of rows. The figures are the least of many short
 * windows, since other work on the machine only ever adds time.
 */
public final class Gradients {
  private static final int WINDOWS = 60;
  private static final long WINDOW_NANOS = 8_000_000;

  /** Vectors are tried when a loop has taken a quarter of a second over scalars. */
  private static final long WARMUP_NANOS = 4_000_000_000L;

  public static void main(String[] args) throws Exception {
    Logistic logistic = new Logistic(args[0]);
    System.out.println("  rows   alone us  2 threads  ratio  none free  ratio");
    for (int i = 3; i < args.length; i++) {
      int rows = Integer.parseInt(args[i]);
      compare(rows, logistic.bind(rows, Integer.parseInt(args[1]), Integer.parseInt(args[2])));
    }
  }

  private static void compare(int rows, Model model) {
    Cores taken = new Cores(2);
    taken.enter();
    taken.enter();
    SlicePool.Rules rules = new SlicePool.Rules(true, false);
    try (SlicePool two = new SlicePool(new Cores(2), rules);
        SlicePool none = new SlicePool(taken, rules)) {
      double[] us = measure(List.of(model, two.over(model), none.over(model)));
      System.out.printf(
          "%6d %10.1f %10.1f %6.2f %10.1f %6.3f%n", rows, us[0], us[1], us[0] / us[1], us[2], us[0] / us[2]);
    }
  }

  /** Microseconds of a gradient of each model; they take turns. */
  static double[] measure(List<Model> models) {
    List<Logistic.Evaluation> sides = models.stream().map(Logistic.Evaluation::new).toList();
    double[] least = new double[sides.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    sides.forEach(side -> side.nanos(WARMUP_NANOS));
    for (int w = 0; w < WINDOWS; w++) {
      for (int s = 0; s < sides.size(); s++) {
        least[s] = Math.min(least[s], sides.get(s).nanos(WINDOW_NANOS) * 1e-3);
      }
    }
    return least;
  }
}
