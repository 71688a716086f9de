package org.stanj;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.runtime.io.FileDraws;

/** Climbs end where the command line's do. */
final class OptimizationTest {
  private static final String COIN =
      """
      data { int<lower=0> n; int<lower=0> k; }
      parameters { real<lower=0, upper=1> p; }
      model { k ~ binomial(n, p); }
      generated quantities { real z = normal_rng(p, 1); }
      """;

  private static Posterior coin() {
    return Stan.compile(COIN).bind(Data.of("n", 10).with("k", 3));
  }

  @Test
  void modeIsThatOfTheCommandLine(@TempDir Path folder) throws Exception {
    CommandLine command = new CommandLine(folder, COIN, "{\"n\": 10, \"k\": 3}");
    command.run("optimize", "jacobian=1", "random", "seed=8");
    FileDraws file = command.draws("o.csv");
    Optimum optimum = coin().optimization().jacobian(true).seed(8).run();
    double[] found = {optimum.logDensity(), optimum.values().real("p"), optimum.values().real("z")};
    assertArrayEquals(file.draws().get(0), found);
    assertTrue(optimum.converged());
    assertTrue(optimum.reason().startsWith("Convergence detected"), optimum.reason());
  }

  @Test
  void modeIsTheRelativeFrequency() {
    Optimum optimum = coin().optimization().run();
    assertEquals(0.3, optimum.values().real("p"), 1e-4);
    assertEquals(Math.log(3 / 7.0), optimum.unconstrained()[0], 1e-3);
    assertEquals(0.3, coin().optimization().history(0).run().values().real("p"), 1e-4);
  }

  @Test
  void endsEarlyAreTold() {
    Optimization far = coin().optimization().init(Data.of("p", 0.999));
    Optimum short1 = far.iterations(1).run();
    assertFalse(short1.converged());
    assertEquals(1, short1.iterations());
    Optimum none = far.cancelledWhen(() -> true).run();
    assertEquals(0, none.iterations());
    assertEquals("cancelled", none.reason());
    assertEquals(0.999, none.values().real("p"), 1e-12);
  }

  @Test
  void impossibleStartIsTold() {
    Posterior never =
        Stan.compile("parameters { real x; } model { reject(\"never\"); }").bind(Data.NONE);
    Exception e = assertThrows(RunException.class, never.optimization()::run);
    assertTrue(e.getMessage().contains("failed after 100 attempts"), e.getMessage());
  }
}
