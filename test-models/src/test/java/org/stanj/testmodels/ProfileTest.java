package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;
import org.stanj.stdlib.abi.ProfileTimes.Entry;
import org.stanj.stdlib.abi.Scratch;

/** What a compiled program measures of its profile blocks. */
final class ProfileTest {
  private static final String PROFILED = "print_reject_profile";

  private static Scratch silent(Model model) {
    Scratch scratch = model.newScratch();
    scratch.sink = line -> {};
    return scratch;
  }

  @Test
  void blocksAreTimedInBothSweeps() {
    Model model = TestPrograms.bind(PROFILED);
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
    String text =
        "parameters { vector[2] x; } model { profile(\"all\") { x ~ normal(0, 1);"
            + " profile(\"part\") { x[1] ~ cauchy(0, 1); } } }";
    Model model = TestPrograms.bindText(TestPrograms.compileText(text), "{}");
    model.gradient(new double[2], new double[2], Model.PROPTO, silent(model));
    assertEquals(List.of(1L, 1L), model.profiles().stream().map(Entry::gradients).toList());
    assertEquals(List.of(0L, 0L), model.profiles().stream().map(Entry::values).toList());
  }

  @Test
  void eachThreadHasItsOwnTimes() throws InterruptedException {
    Model model = TestPrograms.bind(PROFILED);
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
    Model model = TestPrograms.bindText(TestPrograms.compileText(text), "{}");
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
  void otherProgramsMeasureNothing() {
    Model model = TestPrograms.bind("eight_schools_noncentered");
    double[] q = new double[model.unconstrainedSize()];
    model.gradient(q, q.clone(), 0, silent(model));
    assertEquals(List.of(), model.profiles());
  }
}
