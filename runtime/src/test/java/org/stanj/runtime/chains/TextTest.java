package org.stanj.runtime.chains;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of the console. */
final class TextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.25, 0.25",
    "0.000025, 2.5e-05",
    "0.0001, 0.0001",
    "0.00009999996, 0.0001",
    "123456.4, 123456",
    "999999.5, 1e+06",
    "1234567, 1.23457e+06",
    "-2.5, -2.5",
    "100, 100",
    "0.1, 0.1",
    "1e-120, 1e-120"
  })
  void sixSignificantDigits(double value, String expected) {
    assertEquals(expected, GeneralFormat.sixDigits(value));
  }

  /** The lines of the contract's example: 30 + 20 iterations, refresh 10. */
  @Test
  void progressLines() {
    List<String> lines =
        IntStream.rangeClosed(1, 50)
            .mapToObj(
                i ->
                    i <= 30
                        ? new Progress(Phase.WARMUP, i, i, 50)
                        : new Progress(Phase.SAMPLING, i - 30, i, 50))
            .filter(p -> p.isDue(10))
            .map(Progress::line)
            .toList();
    assertEquals(
        List.of(
            "Iteration:  1 / 50 [  2%]  (Warmup)",
            "Iteration: 10 / 50 [ 20%]  (Warmup)",
            "Iteration: 20 / 50 [ 40%]  (Warmup)",
            "Iteration: 30 / 50 [ 60%]  (Warmup)",
            "Iteration: 31 / 50 [ 62%]  (Sampling)",
            "Iteration: 40 / 50 [ 80%]  (Sampling)",
            "Iteration: 50 / 50 [100%]  (Sampling)"),
        lines);
  }

  @Test
  void refreshZeroIsSilent() {
    assertEquals(false, new Progress(Phase.SAMPLING, 50, 50, 50).isDue(0));
  }

  @Test
  void elapsedTime() {
    assertEquals(
        List.of(
            " Elapsed Time: 0.049 seconds (Warm-up)",
            "               0.043 seconds (Sampling)",
            "               0.092 seconds (Total)"),
        new ElapsedTime(0.0492, 0.0428).lines());
  }
}
