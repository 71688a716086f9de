import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.ReadOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.command.Main;
import org.stanj.runtime.io.JsonData;
import org.stanj.runtime.model.BuildSetting;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;

/**
 * Four chains of the sampler on two threads that take unequal time, since their steps are of unequal
 * length: seconds of the run, and what of the two cores it did not use, with and without the help of
 * cores whose chain has ended. Reading the data is part of it, the start of Java is not. Arguments:
 * program, data, draws of a chain, length of the longest step, a folder for files.
 */
public final class Chains {
  private static final int ROUNDS = 6;

  /** Inverse metrics of the chains: a step is as long as their root. */
  private static final double[] METRICS = {1, 0.25, 0.06, 0.015};

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  public static void main(String[] args) throws IOException {
    CompileOptions options =
        new CompileOptions(
            Optional.empty(),
            "",
            Set.of(BuildSetting.THREADS),
            ReadOptions.lenient(List.of()),
            PassObserver.NONE);
    CompiledModel program =
        ModelLoader.load(StanCompiler.compile(Path.of(args[0]), options, warning -> {}));
    try (InputStream in = Files.newInputStream(Path.of(args[1]))) {
      Model model = program.bind(JsonData.read(in), 1);
      Logistic.Evaluation evaluation = new Logistic.Evaluation(model);
      evaluation.nanos(3_000_000_000L);
      System.out.printf("%.0f us a gradient%n", evaluation.nanos(500_000_000L) * 1e-3);
      writeMetrics(Path.of(args[4]), model.unconstrainedSize());
    }
    System.out.println("helpers  seconds  cores idle");
    for (int round = 0; round < ROUNDS; round++) {
      run(program, args, round % 2);
    }
  }

  private static void writeMetrics(Path folder, int size) throws IOException {
    for (int chain = 1; chain <= METRICS.length; chain++) {
      String elements = String.join(",", Collections.nCopies(size, "" + METRICS[chain - 1]));
      Path file = folder.resolve("metric_" + chain + ".json");
      Files.writeString(file, "{\"inv_metric\":[" + elements + "]}");
    }
  }

  private static void run(CompiledModel program, String[] args, int helped) {
    String command =
        "sample num_chains=4 num_warmup=0 num_samples=%s adapt engaged=0 algorithm=hmc metric=diag_e metric_file=%s"
            + " stepsize=%s data file=%s random seed=1 output file=%s refresh=0 num_threads=2 auto_parallel=%d";
    Path folder = Path.of(args[4]);
    String[] words =
        command
            .formatted(args[2], folder.resolve("metric.json"), args[3], args[1], folder.resolve("o.csv"), helped)
            .split(" ");
    long cpu = SYSTEM.getProcessCpuTime();
    long begin = System.nanoTime();
    int code = Main.run(words, program, new Console(OutputStream.nullOutputStream(), System.err));
    double wall = (System.nanoTime() - begin) * 1e-9;
    double busy = (SYSTEM.getProcessCpuTime() - cpu) * 1e-9;
    String outcome = code == 0 ? "" : " failed";
    System.out.printf(
        "%-7s  %7.2f  %7.1f %%%s%n", helped == 1 ? "yes" : "no", wall, 100 * (1 - busy / (2 * wall)), outcome);
  }
}
