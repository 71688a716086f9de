package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.chains.ChainSpec;
import org.stanj.runtime.chains.Chains;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;

/**
 * Chains whose sums are always shared, whether it pays or not, tell the same to the last bit as
 * chains on one thread: draws, lines and rejections.
 */
final class SharedDrawsTest {
  private static final int CHAINS = 3;
  private static final SampleSettings SETTINGS =
      new SampleSettings(
          30,
          60,
          true,
          1,
          SampleSettings.Algorithm.HMC,
          HmcSettings.DEFAULT,
          AdaptSettings.DEFAULT);

  /** Slices print and, where the sampler goes too far, reject: not always the same slice first. */
  private static final String TALKATIVE =
      """
      functions {
        real part(array[] real s, int from, int to, real x) {
          real total = 0;
          for (i in 1 : size(s)) {
            real z = s[i] - x;
            if (z < -6) {
              reject("element ", from + i - 1, " is too far below ", x);
            }
            if (z > 5) {
              print("element ", from + i - 1, " is above ", x);
            }
            total += -log1p(square(z));
          }
          return total;
        }
      }
      parameters { real x; real y; }
      model {
        array[90] real s = linspaced_array(90, -2, 2);
        target += reduce_sum(part, s, 4, x);
        y ~ normal(x, 0.5);
      }
      generated quantities {
        real z = reduce_sum(part, linspaced_array(20, 0, 1), 3, x);
      }
      """;

  private static final String NESTED =
      """
      functions {
        real inner(array[] real s, int from, int to, vector m, int g) {
          return normal_lpdf(s | m[g], 1 + square(m[1]));
        }
        real outer(array[] int groups, int from, int to, array[,] real s, vector m) {
          real total = 0;
          for (g in groups) {
            total += reduce_sum(inner, s[g], 5, m, g);
          }
          return total;
        }
      }
      parameters { vector[8] m; }
      model {
        array[8, 40] real s;
        for (g in 1 : 8) {
          s[g] = linspaced_array(40, -g, g);
        }
        m ~ std_normal();
        target += reduce_sum(outer, linspaced_int_array(8, 1, 8), 2, s, m);
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {TALKATIVE, NESTED})
  void drawsAndLinesDoNotDependOnWhoDoesTheWork(String program) {
    Model model = TestPrograms.bindText(TestPrograms.compileText(program), "{}");
    List<Story> alone = run(model, new Cores(1), 1, 1, CHAINS);
    assertTrue(alone.get(0).told().size() > 90);
    if (program.equals(TALKATIVE)) {
      assertTrue(alone.stream().anyMatch(story -> story.tells("is above")));
      assertTrue(alone.stream().anyMatch(story -> story.tells("is too far below")));
    }
    for (int threads : new int[] {2, 3, 8}) {
      for (int atATime : new int[] {1, 2}) {
        String how = threads + " threads, " + atATime + " chains at a time";
        same(alone, shared(model, threads, atATime, 1, CHAINS), how);
      }
      List<Story> apart = new ArrayList<>();
      for (int id = 1; id <= CHAINS; id++) {
        apart.addAll(shared(model, threads, 1, id, 1));
      }
      same(alone, apart, threads + " threads, each chain apart");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "formula_threads_slopes",
        "formula_threads_counts",
        "formula_threads_vectors",
        "formula_unnormalised_threads"
      })
  void programsOfUsersToo(String name) {
    Model model = TestPrograms.bind(name);
    List<Story> alone = run(model, new Cores(1), 1, 1, 2);
    for (int threads : new int[] {2, 3, 8}) {
      same(alone, shared(model, threads, 2, 1, 2), threads + " threads");
    }
  }

  private static void same(List<Story> expected, List<Story> actual, String how) {
    for (int c = 0; c < expected.size(); c++) {
      assertEquals(expected.get(c).told(), actual.get(c).told(), how);
    }
  }

  private static List<Story> shared(Model model, int threads, int atATime, int id, int chains) {
    Cores cores = new Cores(threads);
    try (SlicePool pool = new SlicePool(cores, new SlicePool.Rules(true, true))) {
      return run(pool.over(model), cores, atATime, id, chains);
    }
  }

  private static List<Story> run(Model model, Cores cores, int atATime, int id, int chains) {
    List<Story> stories = IntStream.range(0, chains).mapToObj(c -> new Story()).toList();
    List<ChainSpec> specs = new ArrayList<>();
    for (int c = 0; c < chains; c++) {
      Story story = stories.get(c);
      specs.add(new ChainSpec(id + c, Inits.DEFAULT, Optional.empty(), story, story));
    }
    Chains.Pace pace = new Chains.Pace(atATime, () -> false, cores);
    assertTrue(Chains.run(model, SETTINGS, 7, specs, pace));
    return stories;
  }
}
