package org.stanj.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.diagnostics.Summary;

/** Numbers of the summary table. */
final class SummaryRowTest {
  @Test
  void decimalsFollowTheStandardDeviation() {
    Summary wide = new Summary(1234.5678, 1.234, 123.4, 1000, 1200, 1400, 4000.4, 3999.5, 1.0004);
    Summary narrow = new Summary(0.012345, 0.000123, 0.00456, 0.004, 0.012, 0.02, 400, 300, 1.01);
    assertEquals(
        List.of(
            "       mean     MCSE       sd       5%      50%      95%  ESS_bulk  ESS_tail  R_hat",
            "a      1235      1.2      123     1000     1200     1400      4000      4000  1.000",
            "bc  0.01235  0.00012  0.00456  0.00400  0.01200  0.02000       400       300  1.010"),
        SummaryRow.table(List.of(SummaryRow.of("a", wide), SummaryRow.of("bc", narrow))));
  }

  @Test
  void whatIsUnknownIsADash() {
    double nan = Double.NaN;
    Summary constant = new Summary(3, nan, 0, 3, 3, 3, nan, nan, nan);
    assertEquals(
        List.of("c", "3.00", "-", "0.00", "3.00", "3.00", "3.00", "-", "-", "-"),
        SummaryRow.of("c", constant).cells());
  }

  @Test
  void largeAndTinyNumbersHaveExponents() {
    Summary large = new Summary(1.5e12, 2e10, 3e11, 1e12, 1.5e12, 2e12, 100, 100, 1);
    assertEquals("1.50e+12", SummaryRow.of("v", large).cells().get(1));
    Summary tiny = new Summary(1.5e-9, 2e-11, 3e-10, 1e-9, 1.5e-9, 2e-9, 100, 100, 1);
    assertEquals("1.50e-09", SummaryRow.of("v", tiny).cells().get(1));
  }
}
