import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.StanCompiler;

/** Prints the CPU seconds of each pass over a program, and the sizes of what comes out. */
public final class Passes {
  private static long last;

  public static void main(String[] args) throws Exception {
    Thread thread = new Thread(null, () -> run(Path.of(args[0])), "compiler", 1L << 30);
    thread.start();
    thread.join();
  }

  private static void run(Path file) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    long start = cpu();
    last = start;
    try {
      CompiledProgram out =
          StanCompiler.compile(
              file,
              CompileOptions.DEFAULT.withObserver((pass, text) -> note(pass, seconds)),
              warning -> {});
      long bytes = out.classes().values().stream().mapToLong(b -> b.length).sum();
      seconds.forEach((pass, s) -> System.out.printf("%s %.3f%n", pass, s));
      System.out.printf("total %.3f%nclasses %d%nbytes %d%n", (cpu() - start) / 1e9, out.classes().size(), bytes);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** CPU time of this thread, which other work on the machine changes little. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void note(String pass, Map<String, Double> seconds) {
    long now = cpu();
    seconds.put(pass, (now - last) / 1e9);
    last = now;
  }
}
