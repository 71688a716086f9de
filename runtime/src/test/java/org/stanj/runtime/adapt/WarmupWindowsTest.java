package org.stanj.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.runtime.hmc.MetricForm;

final class WarmupWindowsTest {
  private static List<Integer> ends(WarmupWindows windows, int numWarmup) {
    return IntStream.range(0, numWarmup).filter(windows::isEnd).boxed().toList();
  }

  private static AdaptSettings buffers(int init, int term, int window) {
    return new AdaptSettings(true, 0.05, 0.8, 0.75, 10, init, term, window);
  }

  @Test
  void defaultSchedule() {
    WarmupWindows windows = WarmupWindows.of(1000, AdaptSettings.DEFAULT);
    assertEquals(List.of(99, 149, 249, 449, 949), ends(windows, 1000));
    assertFalse(windows.isSlow(74));
    assertTrue(windows.isSlow(75));
    assertTrue(windows.isSlow(949));
    assertFalse(windows.isSlow(950));
    assertEquals(List.of(), windows.warnings(MetricForm.DIAG_E));
  }

  /**
   * The manual's rule in other words, one iteration after the other: a window is twice as long as
   * the one before, and is the last one if the next, again twice as long, would not fit.
   */
  @ParameterizedTest
  @CsvSource({"75,50,25", "10,10,5", "0,0,1", "5,5,7", "20,0,30"})
  void windowsDouble(int init, int term, int window) {
    for (int numWarmup = Math.max(20, init + term + window); numWarmup < 700; numWarmup++) {
      List<Integer> expected = new ArrayList<>();
      int last = numWarmup - term - 1;
      int next = init + window - 1;
      int size = window;
      for (int m = 0; m <= last; m++) {
        if (m == next) {
          expected.add(m);
          size *= 2;
          next = m + size;
          if (next != last && next + 2 * size >= numWarmup - term) {
            next = last;
          }
        }
      }
      WarmupWindows windows = WarmupWindows.of(numWarmup, buffers(init, term, window));
      assertEquals(expected, ends(windows, numWarmup), "num_warmup = " + numWarmup);
    }
  }

  @Test
  void shortWarmupIsDividedInProportion() {
    WarmupWindows windows = WarmupWindows.of(30, AdaptSettings.DEFAULT);
    assertEquals(List.of(26), ends(windows, 30));
    assertEquals(
        List.of(
            "WARNING: There aren't enough warmup iterations to fit the",
            "         three stages of adaptation as currently configured.",
            "         Reducing each adaptation stage to 15%/75%/10% of",
            "         the given number of warmup iterations:",
            "           init_buffer = 4",
            "           adapt_window = 23",
            "           term_buffer = 3",
            ""),
        windows.warnings(MetricForm.DIAG_E));
  }

  @Test
  void veryShortWarmupLearnsNoMetric() {
    WarmupWindows windows = WarmupWindows.of(19, AdaptSettings.DEFAULT);
    assertEquals(List.of(), ends(windows, 19));
    assertEquals(
        "         performed for num_warmup < 20", windows.warnings(MetricForm.DIAG_E).get(1));
  }
}
