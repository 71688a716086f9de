package org.stanj.runtime.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RDumpTest {
  private static DataTable read(String text) throws IOException {
    return RDump.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsItsForms() throws IOException {
    DataTable table =
        read(
            "N <- 3L\n\"v\" <-\nc(1, -2.5e1, Inf)\n'r' <- 3:1\nz <- integer(0)\n"
                + "m <- structure(c(1,2,3,4,5,6), .Dim = c(2,3))\none <- c(7)\n");
    assertArrayEquals(new double[] {3}, table.values("N").elements());
    assertArrayEquals(new int[0], table.values("N").dims());
    assertArrayEquals(
        new double[] {1, -25, Double.POSITIVE_INFINITY}, table.values("v").elements());
    assertArrayEquals(new double[] {3, 2, 1}, table.values("r").elements());
    assertArrayEquals(new int[] {0}, table.values("z").dims());
    assertArrayEquals(new double[] {1, 3, 5, 2, 4, 6}, table.values("m").elements());
    assertArrayEquals(new int[] {1}, table.values("one").dims());
  }

  /** R writes 100000 as 1e+05 and 3000000 as 3e+06. */
  @ParameterizedTest
  @ValueSource(strings = {"3", "3L", "3e+00", "1e+05", "1.5e+3", "-2e9", "c(1e+05, 2)", "3:1e+01"})
  void wholeNumbersMayHaveAnExponent(String text) throws IOException {
    assertTrue(read("N <- " + text).values("N").whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0", "3.", "15e-1", "1.25e+1", "3e+09", "1e400", "Inf", "c(1, 2.5)"})
  void otherNumbersAreReals(String text) throws IOException {
    assertFalse(read("N <- " + text).values("N").whole());
  }

  @Test
  void refusesSizesThatAreNone() {
    for (String value :
        List.of(
            "integer(-1)",
            "integer(1.5)",
            "double(1e10)",
            "1:1e10",
            "NaN:2",
            "structure(c(1, 2), .Dim = c(-1, -2))",
            "structure(c(), .Dim = c(65536, 65536))",
            "c(".repeat(100_000))) {
      assertThrows(FileProblem.class, () -> read("N <- " + value), value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"N = 3", "N <- ", "N <- c(1,", "N <- 1 @", "N <- 1\nN <- 2", "N <- x"})
  void refusesOtherText(String text) {
    assertThrows(FileProblem.class, () -> read(text));
  }
}
