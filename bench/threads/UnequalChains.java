import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.chains.Tasks;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;

/**
 * Four chains of unequal length on two threads: seconds until the last has ended, with and without the help of those
 * that have. Arguments: program, columns, groups, rows, gradients of the shortest chain.
 */
public final class UnequalChains {
  private static final double[] LENGTHS = {1, 1.4, 1.9, 3.1};
  private static final int ROUNDS = 5;

  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[3]);
    int shortest = Integer.parseInt(args[4]);
    Model model = new Logistic(args[0]).bind(rows, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    double alone = new Logistic.Evaluation(model).nanos(2_000_000_000L);
    double work = 0;
    for (double length : LENGTHS) {
      work += length * shortest * alone * 1e-9;
    }
    System.out.printf("%.0f us a gradient; %.2f s of work, at best %.2f s on two threads%n", alone * 1e-3, work, work / 2);
    System.out.println("helpers  seconds  cores idle");
    for (int round = 0; round < ROUNDS; round++) {
      run(model, shortest, new Cores(2), false);
      run(model, shortest, new Cores(2), true);
    }
  }

  private static void run(Model model, int shortest, Cores cores, boolean helped) {
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (SlicePool pool = new SlicePool(cores, new SlicePool.Rules(true, false))) {
      Model used = helped ? pool.over(model) : model;
      List<Tasks.Task> chains = new ArrayList<>();
      for (double length : LENGTHS) {
        chains.add(stopped -> chain(used, (int) (length * shortest)));
      }
      long cpu = system.getProcessCpuTime();
      long begin = System.nanoTime();
      Tasks.run("chains", chains, 2, cores);
      double wall = (System.nanoTime() - begin) * 1e-9;
      double busy = (system.getProcessCpuTime() - cpu) * 1e-9;
      System.out.printf("%-7s  %7.2f  %7.1f %%%n", helped ? "yes" : "no", wall, 100 * (1 - busy / (2 * wall)));
    }
  }

  private static void chain(Model model, int gradients) {
    Logistic.Evaluation evaluation = new Logistic.Evaluation(model);
    for (int i = 0; i < gradients; i++) {
      evaluation.run();
    }
  }
}
