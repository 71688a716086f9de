package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.batch.BlockLimits;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.lanes.LaneSwitch;

/** Containers that iterations make for themselves, in blocks against one by one. */
final class OwnContainersTest {
  private static final int N = 150;
  private static final double ROUNDING = 1e-12;

  /** Probabilities of three categories, which are those of a distribution if cut is in order. */
  private static final String ORDERED =
      """
      data { int N; int C; array[N] int<lower=1, upper=C> y; vector[N] x; }
      parameters { vector[C - 1] cut; real b; }
      model {
        for (n in 1 : N) {
          vector[C] p;
          p[1] = Phi(cut[1] - b * x[n]);
          for (c in 2 : C - 1) p[c] = Phi(cut[c] - b * x[n]) - Phi(cut[c - 1] - b * x[n]);
          p[C] = 1 - Phi(cut[C - 1] - b * x[n]);
          y[n] ~ categorical(p);
        }
      }
      """;

  /** A sum over visits, of which the density is no sum. */
  private static final String VISITS =
      """
      data { int N; int C; array[N] int<lower=1, upper=C> y; vector[N] x; }
      parameters { vector[C - 1] cut; real b; }
      model {
        for (n in 1 : N) {
          real seen = 0;
          for (c in 1 : C - 1) seen += bernoulli_logit_lpmf(y[n] > c | cut[c] + b * x[n]);
          target += log_mix(inv_logit(b), seen, -x[n]);
        }
      }
      """;

  @TempDir private Path folder;

  /** The values at a point, or why it is rejected. */
  private record Outcome(double[] values, String message) {}

  @AfterAll
  static void decideAsBefore() {
    LaneSwitch.force(LaneSwitch.Choice.MEASURED);
  }

  private Model bind(String text, BlockLimits limits, List<String> blocks) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.stan"), text);
    return TestPrograms.bindText(
        ModelLoader.load(
            StanCompiler.compile(
                file,
                TestPrograms.beside(file)
                    .withBlocks(limits)
                    .withObserver(
                        (pass, t) -> {
                          if (pass.equals("core:batch")) {
                            blocks.add(t.get());
                          }
                        }),
                w -> {})),
        data());
  }

  private static String data() {
    SplittableRandom random = new SplittableRandom(5);
    int[] y = random.ints(N, 1, 4).toArray();
    double[] x = random.doubles(N, -1, 1).toArray();
    return String.format(
        Locale.ROOT,
        "{\"N\": %d, \"C\": 3, \"y\": %s, \"x\": %s}",
        N,
        Arrays.toString(y),
        Arrays.toString(x));
  }

  private static Outcome evaluate(Model model, double... q) {
    Scratch scratch = model.newScratch();
    double[] all = new double[q.length + 1];
    double[] gradient = new double[q.length];
    try {
      all[q.length] = model.gradient(q, gradient, Model.JACOBIAN, scratch);
    } catch (RejectException e) {
      return new Outcome(new double[0], e.getMessage());
    }
    System.arraycopy(gradient, 0, all, 0, q.length);
    return new Outcome(all, "");
  }

  /** The outcome of blocks, which is that of iterations one by one. */
  private Outcome same(String text, String block, double... q) throws IOException {
    List<String> seen = new ArrayList<>();
    Model blocks = bind(text, BlockLimits.ALL, seen);
    assertTrue(seen.get(0).contains(block), () -> "no " + block);
    Outcome expected = evaluate(bind(text, BlockLimits.NONE, new ArrayList<>()), q);
    for (LaneSwitch.Choice choice : List.of(LaneSwitch.Choice.SCALARS, LaneSwitch.Choice.VECTORS)) {
      LaneSwitch.force(choice);
      Outcome found = evaluate(blocks, q);
      assertEquals(expected.message(), found.message());
      assertArrayEquals(expected.values(), found.values(), ROUNDING * N);
    }
    return expected;
  }

  @Test
  void simplexesAreCheckedForAWholeBlock() throws IOException {
    String block = "= kernel simplex(p_block";
    assertEquals("", same(ORDERED, block, -0.4, 0.6, 0.3).message());
    String message = same(ORDERED, block, 0.4, -0.6, 0.3).message();
    assertTrue(message.contains("Probabilities parameter is not a valid simplex"), message);
    assertEquals("", same(ORDERED, block, 0.4, 0.4, 0.3).message());
  }

  @Test
  void whatInnerLoopsSaveIsOfEachIteration() throws IOException {
    assertEquals("", same(VISITS, "saved_t", -0.4, 0.6, 0.3).message());
  }
}
