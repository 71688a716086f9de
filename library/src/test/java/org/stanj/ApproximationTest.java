package org.stanj;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.io.FileDraws;

/** Approximations give the draws of the command line's. */
final class ApproximationTest {
  private static final String PAIR =
      """
      data { vector[2] m; }
      parameters { vector[2] x; real<lower=0> s; }
      model { x ~ normal(m, 2); x[1] ~ normal(x[2], 3); s ~ gamma(4, 3); }
      generated quantities { real z = normal_rng(x[1], s); }
      """;

  private static final String JSON = "{\"m\": [1, -2]}";

  private static Posterior pair() {
    return Stan.compile(PAIR).bind(Data.json(JSON));
  }

  /** Columns behind {@code own} ones, with the log densities among these. */
  private static void assertSame(FileDraws file, int skipped, ApproximateDraws found, int[] own) {
    int size = file.rows().size() - skipped;
    assertEquals(size, found.size());
    for (int i = 0; i < size; i++) {
      double[] row = file.rows().get(skipped + i);
      Values values = found.values(i);
      double[] x = values.vector("x");
      int first = own[2];
      double[] expected = {row[own[0]], row[own[1]], row[first], row[first + 1], row[first + 2]};
      double density = found.logDensity()[i];
      double approximation = found.logApproximation()[i];
      assertArrayEquals(
          expected, new double[] {density, approximation, x[0], x[1], values.real("s")});
      assertEquals(row[first + 3], values.real("z"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"meanfield", "fullrank"})
  void variational(String algorithm, @TempDir Path folder) throws Exception {
    CommandLine command = new CommandLine(folder, PAIR, JSON);
    command.run(
        "variational", "algorithm=" + algorithm, "output_samples=50", "random", "seed=3", "id=7");
    Variational fit = pair().variational().draws(50).seed(3).id(7);
    ApproximateDraws found = (algorithm.equals("fullrank") ? fit.fullRank() : fit).run();
    FileDraws file = command.draws("o.csv");
    assertSame(file, 1, found, new int[] {1, 2, 3});
    Values mean = found.mean().orElseThrow();
    assertEquals(file.rows().get(0)[3], mean.vector("x")[0]);
    assertEquals(file.rows().get(0)[6], mean.real("z"));
    assertTrue(Double.isNaN(found.paretoK()));
  }

  @Test
  void aFitThatIsNotThereYetSaysSo() {
    ApproximateDraws found = pair().variational().iterations(1).eta(0.1).draws(2).run();
    assertFalse(found.isReliable());
    assertEquals("The maximum number of iterations is reached!", found.reason());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void pathfinder(int paths, @TempDir Path folder) throws Exception {
    CommandLine command = new CommandLine(folder, PAIR, JSON);
    command.run("pathfinder", "num_paths=" + paths, "num_draws=60", "random", "seed=3", "id=2");
    FileDraws file = command.draws("o.csv");
    Pathfinding run = pair().pathfinder().paths(paths).draws(60).seed(3).id(2);
    ApproximateDraws found = run.run();
    assertSame(file, 0, found, new int[] {1, 0, 3});
    assertArrayEquals(found.column("x[2]"), run.threads(1).run().column("x.2"));
    assertEquals(Optional.empty(), found.mean());
    assertEquals(paths > 1, !Double.isNaN(found.paretoK()));
  }

  @Test
  void allDrawsOfAllPaths() {
    ApproximateDraws found = pair().pathfinder().paths(3).draws(20).withoutResampling().run();
    assertEquals(60, found.size());
    assertTrue(found.isReliable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void laplace(boolean jacobian, @TempDir Path folder) throws Exception {
    Optimum mode = pair().optimization().jacobian(jacobian).seed(1).run();
    double[] x = mode.values().vector("x");
    Path file = folder.resolve("mode.json");
    String json = "{\"x\": [%s, %s], \"s\": %s}".formatted(x[0], x[1], mode.values().real("s"));
    Files.writeString(file, json);
    CommandLine command = new CommandLine(folder, PAIR, JSON);
    command.run("laplace", "draws=40", "jacobian=" + jacobian, "mode=" + file, "random", "seed=5");
    ApproximateDraws found =
        pair().laplace(Data.json(json)).jacobian(jacobian).draws(40).seed(5).run();
    assertSame(command.draws("o.csv"), 0, found, new int[] {0, 1, 2});
    double[] same = pair().laplace(mode).jacobian(jacobian).draws(40).seed(5).run().column("s");
    assertArrayEquals(found.column("s"), same, 1e-9);
  }

  @Test
  void figuresAreThoseOfTheDraws() {
    ApproximateDraws found = pair().pathfinder().seed(2).run();
    Summary summary = found.summary();
    assertEquals(4, summary.rows().size());
    double mean = Arrays.stream(found.column("x[1]")).average().orElseThrow();
    assertEquals(mean, summary.row("x[1]").mean(), 1e-12);
    assertEquals(found.unconstrained(3)[0], found.column("x.1")[3]);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    InputException e =
        assertThrows(
            InputException.class, () -> pair().laplace(Data.of("x", new double[3]).with("s", 1)));
    assertTrue(
        e.getMessage().contains("variable name=x") && e.getMessage().contains("dims found=(3)"),
        e.getMessage());
    assertTrue(e.getMessage().contains("line 2, column"), e.getMessage());
    InputException other =
        assertThrows(
            InputException.class,
            () -> pair().variational().init(Data.of("x", new double[1])).run());
    assertTrue(other.getMessage().contains("variable name=x"), other.getMessage());
    assertThrows(IllegalArgumentException.class, () -> pair().pathfinder().paths(0));
    assertThrows(IllegalArgumentException.class, () -> pair().variational().eta(-1));
  }

  @Test
  void noMaximumIsTold() {
    Posterior saddle =
        Stan.compile("parameters { real x; } model { target += x^2 / 2; }").bind(Data.NONE);
    RunException e = assertThrows(RunException.class, () -> saddle.laplace(Data.of("x", 0)).run());
    assertTrue(e.getMessage().startsWith("the Hessian is not negative definite"), e.getMessage());
  }

  @Test
  void runsWithoutAStartAreTold() {
    Posterior never =
        Stan.compile("parameters { real x; } model { reject(\"never\"); }").bind(Data.NONE);
    for (Executable run : List.<Executable>of(never.variational()::run, never.pathfinder()::run)) {
      RunException e = assertThrows(RunException.class, run);
      assertTrue(e.getMessage().contains("failed after 100 attempts"), e.getMessage());
    }
    Posterior none = Stan.compile("model { }").bind(Data.NONE);
    assertThrows(RunException.class, none.pathfinder()::run);
  }

  @Test
  void aCancelledRunEnds() {
    assertThrows(CancellationException.class, pair().variational().cancelledWhen(() -> true)::run);
    assertThrows(CancellationException.class, pair().pathfinder().cancelledWhen(() -> true)::run);
  }
}
