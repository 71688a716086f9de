package org.stanj.runtime.stopping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.model.Variable;
import org.stanj.runtime.stopping.StopWhenPrecise.Wanted;

final class StopWhenPreciseTest {
  private static final int CHAINS = 2;
  private static final List<Variable> VARIABLES = List.of(real("a"), real("b"));

  private static Variable real(String name) {
    return new Variable(
        name, Variable.Block.PARAMETERS, Variable.Form.REAL, List.of(), List.of(), List.of());
  }

  /** One row of a chain; the random numbers are the test's. */
  @FunctionalInterface
  private interface Rows {
    double[] row(int chain, Random random);
  }

  private static StopWhenPrecise fed(
      Wanted wanted, String only, boolean logDensity, int draws, Rows rows) {
    Columns columns = Columns.of(VARIABLES, v -> only.isEmpty() || v.name().equals(only));
    StopWhenPrecise rule = new StopWhenPrecise(wanted, columns, logDensity, CHAINS, 1);
    Random random = new Random(17);
    for (int chain = 0; chain < CHAINS; chain++) {
      for (int i = 0; i < draws; i++) {
        double[] row = rows.row(chain, random);
        rule.sink(chain).draw(Phase.WARMUP, 1e9, TransitionStats.FIXED, new double[] {1e9, 1e9});
        rule.sink(chain).draw(Phase.SAMPLING, row[0], TransitionStats.FIXED, row);
      }
    }
    return rule;
  }

  private static double[] normals(int chain, Random random) {
    return new double[] {random.nextGaussian(), random.nextGaussian()};
  }

  @Test
  void looksAtDoublingNumbersOfSavedDraws() {
    StopWhenPrecise rule =
        new StopWhenPrecise(new Wanted(9, 2), Columns.of(VARIABLES), true, CHAINS, 3);
    assertEquals(300, rule.next(0));
    assertEquals(600, rule.next(300));
    assertEquals(Integer.MAX_VALUE, rule.next(Integer.MAX_VALUE / 2 + 2));
  }

  /** Independent draws: the ESS is their number, but for its error. */
  @Test
  void independentDrawsHaveTheirNumber() {
    Wanted most = new Wanted(500, Double.POSITIVE_INFINITY);
    assertTrue(fed(most, "", true, 400, StopWhenPreciseTest::normals).isEnough());
    Wanted more = new Wanted(1200, Double.POSITIVE_INFINITY);
    assertFalse(fed(more, "", true, 400, StopWhenPreciseTest::normals).isEnough());
  }

  @Test
  void chainsApartAreNotEnough() {
    Rows apart =
        (chain, random) -> new double[] {random.nextGaussian(), random.nextGaussian() + chain};
    assertFalse(fed(new Wanted(0, 1.05), "", false, 400, apart).isEnough());
    assertTrue(fed(new Wanted(0, 1.05), "a", false, 400, apart).isEnough());
    assertFalse(fed(new Wanted(200, Double.POSITIVE_INFINITY), "b", false, 400, apart).isEnough());
  }

  @Test
  void whatNeverChangesIsPrecise() {
    for (double constant : new double[] {3, Double.NaN}) {
      Rows rows = (chain, random) -> new double[] {random.nextGaussian(), constant};
      assertTrue(fed(new Wanted(200, 1.05), "", false, 400, rows).isEnough());
    }
    Rows sometimes = (chain, random) -> new double[] {0, random.nextInt(9) > 0 ? 1 : Double.NaN};
    assertFalse(fed(new Wanted(200, 1.05), "", false, 400, sometimes).isEnough());
  }

  @Test
  void saysWhatItWasStoppedFor() {
    Wanted both = new Wanted(200, 1.05);
    assertEquals(
        "Stopped after 400 iterations of sampling: ESS is at least 200 and R-hat is at most 1.05"
            + " for all of 3 columns",
        fed(both, "", true, 400, StopWhenPreciseTest::normals).reason());
  }
}
