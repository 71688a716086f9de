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
 * Four chains of the sampler on two threads, whose steps differ, so that their trajectories take
 * 7, 15, 31 and 63 gradients or so: seconds from the first to the last draw and what the cores did
 * not use of them. Arguments: program, data, draws of each chain, a folder for files.
 */
public final class Chains {
  private static final int ROUNDS = 6;

  /** Inverse metrics of the chains: a step is as long as their root. */
  private static final double[] METRICS = {1, 0.25, 0.06, 0.015};

  public static void main(String[] args) throws IOException {
    CompileOptions options =
        new CompileOptions(
            Optional.empty(), "", Set.of(BuildSetting.THREADS), ReadOptions.lenient(List.of()), PassObserver.NONE);
    CompiledModel program = ModelLoader.load(StanCompiler.compile(Path.of(args[0]), options, warning -> {}));
    Path folder = Path.of(args[3]);
    try (InputStream in = Files.newInputStream(Path.of(args[1]))) {
      Model model = program.bind(JsonData.read(in), 1);
      double us = new Logistic.Evaluation(model).nanos(2_000_000_000L) * 1e-3;
      System.out.printf("%.0f us a gradient%n", us);
      metrics(folder, model.unconstrainedSize());
    }
    System.out.println("auto_parallel  seconds  cores idle");
    for (int round = 0; round < ROUNDS; round++) {
      run(program, args, folder, round % 2);
    }
  }

  private static void metrics(Path folder, int size) throws IOException {
    for (int chain = 1; chain <= METRICS.length; chain++) {
      String all = String.join(", ", Collections.nCopies(size, "" + METRICS[chain - 1]));
      Files.writeString(folder.resolve("metric_" + chain + ".json"), "{\"inv_metric\": [" + all + "]}");
    }
  }

  private static void run(CompiledModel program, String[] args, Path folder, int helped) {
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String command =
        "sample num_chains=4 num_warmup=0 num_samples=%s adapt engaged=0 algorithm=hmc stepsize=%s metric=diag_e metric_file=%s"
            .formatted(args[2], System.getProperty("stepsize", "0.05"), folder.resolve("metric.json"));
    String rest =
        " data file=%s random seed=1 output file=%s refresh=0 num_threads=2 auto_parallel=%d"
            .formatted(args[1], folder.resolve("o.csv"), helped);
    OutputStream nowhere = OutputStream.nullOutputStream();
    long cpu = system.getProcessCpuTime();
    long begin = System.nanoTime();
    int code = Main.run((command + rest).split(" "), program, new Console(nowhere, System.err));
    double wall = (System.nanoTime() - begin) * 1e-9;
    double busy = (system.getProcessCpuTime() - cpu) * 1e-9;
    System.out.printf("%-13d  %7.2f  %7.1f %%%s%n", helped, wall, 100 * (1 - busy / (2 * wall)), code == 0 ? "" : " failed");
  }
}
