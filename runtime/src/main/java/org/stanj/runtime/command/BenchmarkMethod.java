package org.stanj.runtime.command;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Scanner;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.Initialization;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.simd.Rehearsal;

/**
 * The method {@code benchmark}, ours: time and allocation of a gradient at one fixed point, on one
 * thread with the help of others as {@code num_threads} says, after warm-up. The point is found as
 * samplers find theirs, uniform in (−r, r) on the unconstrained scale, but r = 0.1 unless {@code
 * init} says otherwise; or it is read from the file {@code point}, so that others can be measured
 * at the same one.
 */
final class BenchmarkMethod {
  private static final int WINDOWS = Integer.getInteger("stanj.windows", 15);
  private static final long WINDOW_NANOS = 50_000_000L;
  private static final long WARMUP_NANOS = 4_000_000_000L;
  private static final long LONGEST_WARMUP_NANOS = 20_000_000_000L;
  private static final long UNCHANGED_NANOS = 2_500_000_000L;
  private static final double FASTER = 0.97;
  private static final long SETTLED_BYTES = 1000;
  private static final int FLAGS = Model.PROPTO | Model.JACOBIAN;
  private static final double RADIUS = 0.1;

  private final Run run;

  BenchmarkMethod(Run run) {
    this.run = run;
  }

  /** Measures and prints; returns the exit code. */
  int run() {
    Model model = run.bind();
    String file = run.configuration().text("benchmark.point");
    Optional<double[]> point = file.isEmpty() ? point(model) : Optional.of(read(file, model));
    if (point.isEmpty()) {
      return 1;
    }
    double[] q = point.get();
    Scratch scratch = model.newScratch();
    scratch.sink = line -> {};
    double[] gradient = new double[q.length];
    Loop loop = n -> evaluate(model, q, gradient, scratch, n);
    int threads = run.threads().cores().total();
    long each = warmUp(loop, threads == 1);
    double[] nanos = new double[WINDOWS];
    long before = allocated();
    for (int w = 0; w < WINDOWS; w++) {
      long start = System.nanoTime();
      loop.evaluate(each);
      nanos[w] = (System.nanoTime() - start) / (double) each;
    }
    double bytes = (allocated() - before) / (double) (each * WINDOWS);
    String there =
        file.isEmpty() ? "" : there(model.gradient(q, gradient, FLAGS, scratch), gradient);
    run.console().line(json(model.unconstrainedSize(), threads, nanos, bytes, there));
    return 0;
  }

  /** The first numbers of a file that may have more. */
  private static double[] read(String file, Model model) {
    String text;
    try {
      text = Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new CommandFailure("The file " + file + " cannot be read: " + e.getMessage());
    }
    try (Scanner words = new Scanner(text)) {
      double[] q = new double[model.unconstrainedSize()];
      for (int i = 0; i < q.length; i++) {
        q[i] = Double.parseDouble(words.next());
      }
      return q;
    } catch (NoSuchElementException | NumberFormatException e) {
      throw new CommandFailure(
          "The file " + file + " does not have " + model.unconstrainedSize() + " numbers.");
    }
  }

  private static String there(double density, double[] gradient) {
    return ",\"lp\":" + density + ",\"gradient\":" + Arrays.toString(gradient);
  }

  /** Evaluates n times; the sum keeps the work alive. */
  private interface Loop {
    double evaluate(long n);
  }

  private static double evaluate(
      Model model, double[] q, double[] gradient, Scratch scratch, long n) {
    double sum = 0;
    for (long i = 0; i < n; i++) {
      sum += model.gradient(q, gradient, FLAGS, scratch);
    }
    return sum;
  }

  /** A point with a finite density and gradient; empty after a message. */
  private Optional<double[]> point(Model model) {
    Inits given = run.inits(1).get(0);
    boolean chosen = run.configuration().isGiven("init");
    Inits inits = chosen ? given : Inits.uniform(RADIUS);
    Refusals refusals = new Refusals(new ArrayList<>(), run.console());
    return new Initialization(model, run.seed(), run.id(), inits, refusals).find();
  }

  /**
   * Standard output has one JSON object: why points were refused is said only if none was found.
   */
  private record Refusals(List<String> said, Console console) implements ChainLog {
    @Override
    public void info(String line) {
      said.add(line);
    }

    @Override
    public void error(String line) {
      said.forEach(console::error);
      said.clear();
      console.error(line);
    }

    @Override
    public void progress(Progress progress) {}
  }

  /** Bytes that this thread has allocated so far. */
  private static long allocated() {
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return bean.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /**
   * Runs until the compiler has settled, which is when for a while nothing has become faster, no
   * vectors are rehearsed, and the other threads of the process, HotSpot's compilers among them, do
   * nothing; returns the evaluations that fill a window. Vector types are objects as long as they
   * are not compiled, so it also goes on if objects are made.
   *
   * @param alone whether other threads of the process do not evaluate
   */
  private static long warmUp(Loop loop, boolean alone) {
    long begin = System.nanoTime();
    OtherThreads others = new OtherThreads();
    long n = 1;
    double fastest = Double.MAX_VALUE;
    long since = begin;
    while (true) {
      long bytes = allocated();
      long start = System.nanoTime();
      loop.evaluate(n);
      long end = System.nanoTime();
      double each = (end - start) / (double) n;
      if (each < FASTER * fastest || Rehearsal.goesOn() || (alone && others.work())) {
        fastest = Math.min(fastest, each);
        since = end;
      }
      boolean settled = (allocated() - bytes) / n < SETTLED_BYTES && end - since > UNCHANGED_NANOS;
      if (end - start < WINDOW_NANOS) {
        n *= 2;
      } else if (end - begin >= (settled ? WARMUP_NANOS : LONGEST_WARMUP_NANOS)) {
        return n;
      } else if (end - start > 4 * WINDOW_NANOS && n > 1) {
        n /= 2;
      }
    }
  }

  private static String json(
      int dimension, int threads, double[] nanos, double bytes, String there) {
    double[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "{\"unconstrained_dimension\":%d,\"threads\":%d,"
            + "\"ns_per_gradient\":{\"median\":%.1f,\"minimum\":%.1f},"
            + "\"bytes_per_gradient\":%.3f,\"windows\":%d%s}",
        dimension,
        threads,
        sorted[WINDOWS / 2],
        sorted[0],
        bytes,
        WINDOWS,
        there);
  }
}
