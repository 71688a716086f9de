package org.stanj.runtime.pathfinder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.optimize.Point;
import org.stanj.runtime.optimize.QuasiNewton;
import org.stanj.runtime.optimize.Step;
import org.stanj.runtime.optimize.Termination;
import org.stanj.runtime.optimize.Tolerances;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** Paths to the modes of densities that are known. */
final class PathfinderTest {
  private static final double[] SCALE = {1, 0.1, 5};

  /** Independent normals with means 1, 2, 3, normalised. */
  private static double normal(double[] q, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double z = (q[i] - i - 1) / SCALE[i];
      gradient[i] = -z / SCALE[i];
      sum -= 0.5 * z * z + Math.log(SCALE[i]) + 0.5 * Math.log(2 * Math.PI);
    }
    return sum;
  }

  /** Remembers what it is told. */
  private static final class Recorded implements PathLog {
    final List<Double> elbos = new ArrayList<>();
    int bestIteration;
    double bestElbo = Double.NaN;
    int evaluations;

    @Override
    public void start(Point point) {}

    @Override
    public void step(Step step, int evaluations, double elbo, double best) {
      elbos.add(elbo);
      assertTrue(best >= elbo);
    }

    @Override
    public void rejected(RejectException reason) {}

    @Override
    public void best(int iteration, double elbo, int evaluations) {
      bestIteration = iteration;
      bestElbo = elbo;
      this.evaluations = evaluations;
    }
  }

  private static Pathfinder.Settings settings(int draws, boolean calculates) {
    QuasiNewton.Settings climb = new QuasiNewton.Settings(0.001, Tolerances.DEFAULT, 1000, 5);
    return new Pathfinder.Settings(climb, 25, draws, calculates);
  }

  private static Pathfinder.Result run(
      Density density, int draws, boolean calculates, PathLog log) {
    return Pathfinder.run(
        new Pathfinder.Target(density, density),
        new double[] {-1, 1, 0},
        settings(draws, calculates),
        Streams.open(StreamKey.sampler(8, 1)),
        new Pathfinder.Path(3, log));
  }

  @Test
  void aNormalIsFoundItself() {
    Recorded log = new Recorded();
    Pathfinder.Result result = run(PathfinderTest::normal, 4000, true, log);
    assertTrue(result.end().isSuccess());
    assertEquals(0, log.bestElbo, 0.05);
    assertEquals(log.elbos.get(log.bestIteration - 1), log.bestElbo);
    List<Draw> draws = result.draws();
    assertEquals(4000, draws.size());
    for (int i = 0; i < 3; i++) {
      int at = i;
      double mean = draws.stream().mapToDouble(d -> d.position()[at]).average().orElseThrow();
      assertEquals(i + 1, mean, 0.15 * SCALE[i]);
    }
    ParetoSmoothing smoothing = ParetoSmoothing.of(Resampling.logRatios(draws));
    assertTrue(smoothing.k() < 0.5, "k " + smoothing.k());
    List<Draw> chosen =
        Resampling.resample(
            draws, smoothing.weights(), 4000, Streams.open(StreamKey.sampler(8, 2)));
    double square =
        chosen.stream().mapToDouble(d -> Math.pow(d.position()[2] - 3, 2)).average().orElseThrow();
    // resampling about doubles the variance 2 · 25² / 4000 of the mean square
    assertEquals(25, square, 4 * 25 * Math.sqrt(4.0 / 4000));
  }

  @Test
  void drawsBeyondThoseOfTheElboAreNotJudgedUnlessAskedFor() {
    List<Draw> draws = run(PathfinderTest::normal, 40, false, new Recorded()).draws();
    for (int i = 0; i < 40; i++) {
      assertEquals(i >= 25, Double.isNaN(draws.get(i).logDensity()));
      assertEquals(3, draws.get(i).path());
    }
    assertEquals(7, run(PathfinderTest::normal, 7, false, new Recorded()).draws().size());
  }

  @Test
  void noDrawsWithoutAStep() {
    Density wrong =
        (q, gradient) -> {
          gradient[0] = 1;
          return -q[0];
        };
    Pathfinder.Result result = run(wrong, 10, true, new Recorded());
    assertEquals(List.of(), result.draws());
    assertEquals(Termination.LINE_SEARCH, result.end());
  }

  @Test
  void resamplingFollowsTheWeights() {
    List<Draw> draws = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      draws.add(new Draw(new double[] {i}, 0, 0, 1));
    }
    RandomStream random = Streams.open(StreamKey.sampler(1, 1));
    int[] counts = new int[4];
    for (Draw d : Resampling.resample(draws, new double[] {0, 0.5, 0, 0.5}, 10_000, random)) {
      counts[(int) d.position()[0]]++;
    }
    assertEquals(0, counts[0]);
    assertEquals(0, counts[2]);
    assertEquals(5000, counts[1], 4 * 50);
  }
}
