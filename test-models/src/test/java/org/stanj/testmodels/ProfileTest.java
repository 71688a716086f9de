package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;
import org.stanj.stdlib.abi.ProfileTimes.Entry;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceWork;

/** What a compiled program measures of its profile blocks. */
final class ProfileTest {
  private static final String PROFILED = "print_reject_profile";

  private static Scratch silent(Model model) {
    Scratch scratch = model.newScratch();
    scratch.sink = line -> {};
    return scratch;
  }

  private static Model timed(Model model) {
    model.timeBlocks();
    return model;
  }

  private static Model timedText(String text) {
    return timed(TestPrograms.bindText(TestPrograms.compileText(text), "{}"));
  }

  private static Map<String, Entry> byName(Model model) {
    Map<String, Entry> entries = new TreeMap<>();
    model.profiles().forEach(e -> entries.put(e.name(), e));
    return entries;
  }

  @Test
  void blocksAreTimedInBothSweeps() {
    Model model = timed(TestPrograms.bind(PROFILED));
    assertEquals(List.of(), model.profiles());
    double[] q = {0.1, 0.3};
    Scratch scratch = silent(model);
    for (int i = 0; i < 5; i++) {
      model.gradient(q, new double[2], Model.PROPTO | Model.JACOBIAN, scratch);
    }
    model.logDensity(q, Model.JACOBIAN, silent(model));
    List<Entry> entries = model.profiles();
    assertEquals(List.of("prior", "likelihood"), entries.stream().map(Entry::name).toList());
    for (Entry e : entries) {
      assertEquals(5, e.gradients());
      assertEquals(1, e.values());
      assertEquals(Thread.currentThread().getId(), e.thread());
      assertTrue(e.forwardNanos() > 0 && e.reverseNanos() > 0, e.toString());
    }
  }

  /** Terms whose sweeps run together count as gradients all the same. */
  @Test
  void fusedBlocksAreGradients() {
    Model model =
        timedText(
            "parameters { vector[2] x; } model { profile(\"all\") { x ~ normal(0, 1);"
                + " profile(\"part\") { x[1] ~ cauchy(0, 1); } } }");
    model.gradient(new double[2], new double[2], Model.PROPTO, silent(model));
    assertEquals(List.of(1L, 1L), model.profiles().stream().map(Entry::gradients).toList());
    assertEquals(List.of(0L, 0L), model.profiles().stream().map(Entry::values).toList());
  }

  @Test
  void eachThreadHasItsOwnTimes() throws InterruptedException {
    Model model = timed(TestPrograms.bind(PROFILED));
    for (int t = 0; t < 2; t++) {
      Thread thread =
          new Thread(() -> model.gradient(new double[2], new double[2], 0, silent(model)));
      thread.start();
      thread.join();
    }
    assertEquals(4, model.profiles().size());
    assertEquals(2, model.profiles().stream().map(Entry::thread).distinct().count());
  }

  /** Blocks inside slices are timed on the threads that run them; none is lost. */
  @Test
  void slicesAreTimedWhereTheyRun() {
    String text =
        """
        functions {
          real part(array[] real s, int from, int to, real x) {
            real total = 0;
            profile("slice") { for (v in s) total += cauchy_lpdf(v | x, 1); }
            return total;
          }
        }
        transformed data { array[3000] real s = linspaced_array(3000, 0, 1); }
        parameters { real x; }
        model { target += reduce_sum(part, s, 100, x); }
        """;
    Model model = timedText(text);
    long own = Thread.currentThread().getId();
    int gradients = 0;
    try (SlicePool pool = new SlicePool(new Cores(2), new SlicePool.Rules(true, true))) {
      Model shared = pool.over(model);
      Scratch scratch = silent(shared);
      do {
        shared.gradient(new double[1], new double[1], 0, scratch);
        gradients++;
      } while (gradients < 100_000 && model.profiles().size() < 2);
    }
    List<Entry> entries = model.profiles();
    assertEquals(2, entries.stream().map(Entry::thread).distinct().count());
    assertEquals(1, entries.stream().filter(e -> e.thread() == own).count());
    assertEquals(30L * gradients, entries.stream().mapToLong(Entry::gradients).sum());
  }

  @Test
  void eachEntryOfALoopCounts() {
    Model model =
        timedText(
            "parameters { real x; } model { real y = x; for (i in 1:7) { profile(\"step\") {"
                + " y = y * x + 1; } } target += -y^2; }");
    model.gradient(new double[] {0.5}, new double[1], 0, silent(model));
    model.logDensity(new double[] {0.5}, 0, silent(model));
    assertEquals(7, byName(model).get("step").gradients());
    assertEquals(7, byName(model).get("step").values());
  }

  /** An exception leaves blocks open; what they measure afterwards is not touched by it. */
  @Test
  void rejectedBlocksCountForNothing() {
    Model model =
        timedText(
            "parameters { real x; } model { profile(\"outer\") { profile(\"inner\") {"
                + " if (x > 0) reject(\"no\"); target += -x^2; } target += -x^4; } }");
    Scratch scratch = silent(model);
    for (int i = 0; i < 9; i++) {
      double[] q = {i % 3 == 0 ? -1 : 1};
      if (q[0] > 0) {
        assertThrows(RejectException.class, () -> model.gradient(q, new double[1], 0, scratch));
      } else {
        model.gradient(q, new double[1], 0, scratch);
      }
    }
    Entry outer = byName(model).get("outer");
    Entry inner = byName(model).get("inner");
    assertEquals(3, outer.gradients());
    assertEquals(3, inner.gradients());
    assertTrue(inner.forwardNanos() > 0);
    assertTrue(outer.forwardNanos() >= inner.forwardNanos(), outer + " holds " + inner);
  }

  /** The time of a block within itself is that of the outer one. */
  @Test
  void recursiveBlocksAreTimedOnce() {
    Model model =
        timedText(
            "functions { real f(real x, int n) { profile(\"f\") { if (n == 0) { return x; }"
                + " return f(0.5 * x, n - 1) + sin(x); } } }"
                + " parameters { real x; } model { profile(\"all\") { target += -f(x, 3)^2; } }");
    model.logDensity(new double[] {0.5}, 0, silent(model));
    Entry f = byName(model).get("f");
    assertEquals(4, f.values());
    assertTrue(f.forwardNanos() > 0);
    assertTrue(f.forwardNanos() <= byName(model).get("all").forwardNanos(), model.profiles() + "");
    model.gradient(new double[] {0.5}, new double[1], 0, silent(model));
    f = byName(model).get("f");
    assertTrue(f.reverseNanos() > 0);
    Entry all = byName(model).get("all");
    assertTrue(
        f.forwardNanos() + f.reverseNanos() <= all.forwardNanos() + all.reverseNanos(),
        model.profiles() + "");
  }

  @Test
  void jumpsLeaveBlocks() {
    Model model =
        timedText(
            "functions { int g(int n) { int s = 0; for (i in 1:n) { profile(\"loop\") {"
                + " if (i == 2) continue; if (i == 5) break; s += i; } }"
                + " profile(\"end\") { if (s > 3) return s; } return -s; } }"
                + " parameters { real x; } model { target += -g(9) * x^2; }");
    assertEquals(-8, model.logDensity(new double[] {1}, 0, silent(model)));
    assertEquals(5, byName(model).get("loop").values());
    assertEquals(1, byName(model).get("end").values());
  }

  /** Chunks with odd numbers run on another thread, in a scratch of its own. */
  private record Helped(Model model, ExecutorService helper) implements SliceRunner {
    @Override
    public void run(SliceWork work, Kernels kernels, Scratch scratch) {
      for (int c = 0; c < work.chunks(); c++) {
        int chunk = c;
        if (c % 2 == 0) {
          work.chunk(c, kernels, scratch);
        } else {
          await(() -> work.chunk(chunk, kernels, model.newScratch()));
        }
      }
    }

    private void await(Runnable work) {
      try {
        helper.submit(work).get();
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void blocksInSlicesNameTheThreadThatRanThem() {
    String text =
        "functions { real part(array[] real y, int start, int end, real mu) {"
            + " profile(\"slice\") { return normal_lpdf(y | mu, 1); } } }"
            + " transformed data { array[10] real y = rep_array(2, 10); }"
            + " parameters { real mu; } model { target += reduce_sum(part, y, 2, mu); }";
    ExecutorService helper = Executors.newSingleThreadExecutor();
    try {
      Model model = timedText(text);
      Scratch scratch = model.newScratch(new Helped(model, helper));
      model.gradient(new double[1], new double[1], 0, scratch);
      List<Entry> entries = model.profiles();
      assertEquals(2, entries.stream().map(Entry::thread).distinct().count());
      assertTrue(
          entries.stream().anyMatch(e -> e.thread() == Thread.currentThread().getId()),
          entries.toString());
      assertEquals(5, entries.stream().mapToLong(Entry::gradients).sum());
    } finally {
      helper.shutdown();
    }
  }

  @Test
  void otherProgramsMeasureNothing() {
    Model model = timed(TestPrograms.bind("eight_schools_noncentered"));
    double[] q = new double[model.unconstrainedSize()];
    model.gradient(q, q.clone(), 0, silent(model));
    assertEquals(List.of(), model.profiles());
  }

  @Test
  void nothingIsMeasuredUntilSomebodyAsks() {
    Model model = TestPrograms.bind(PROFILED);
    model.gradient(new double[2], new double[2], 0, silent(model));
    assertEquals(List.of(), model.profiles());
  }
}
