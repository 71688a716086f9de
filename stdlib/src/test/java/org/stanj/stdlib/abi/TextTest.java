package org.stanj.stdlib.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and containers look as C++ streams and Stan print them. */
class TextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1, 1",
    "-2.5, -2.5",
    "0.1, 0.1",
    "123456, 123456",
    "1234567, 1.23457e+06",
    "999999.5, 1e+06",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "3.14159265, 3.14159",
    "1e300, 1e+300",
    "-4.9e-324, -4.94066e-324",
    "100000, 100000",
    "2.5e-10, 2.5e-10",
    "0.5000005, 0.5",
    "0.3000015, 0.300001",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf"
  })
  void reals(double value, String expected) {
    assertEquals(expected, Text.real(value));
  }

  @ParameterizedTest
  @CsvSource({"1, 1.000000", "-0.5, -0.500000", "2147483647, 2147483647.000000", "NaN, nan"})
  void boundsHaveSixDecimals(double value, String expected) {
    assertEquals(expected, Text.addFixed(Text.start(), value).toString());
  }

  @Test
  void containersAreNestedAndMatricesByRows() {
    double[] values = {9, 1, 2, 3, 4, 5, 6};
    StringBuilder message = Text.add(Text.start(), "m = ");
    Text.add(message, values, 1, new int[] {3, 2}, true);
    Text.add(message, values, 1, new int[] {3, 2}, false);
    Text.add(message, values, 1, new int[] {1, 2, 3}, true);
    assertEquals("m = [[1,4],[2,5],[3,6]][[1,2],[3,4],[5,6]][[[1,3,5],[2,4,6]]]", "" + message);
  }

  @Test
  void emptyContainersAndInts() {
    StringBuilder message = Text.add(Text.start(), 12);
    Text.add(message, new int[0], 0, new int[] {0}, false);
    Text.add(message, new int[] {-1, 2}, 0, new int[] {2}, false);
    Text.add(message, 0.25);
    assertEquals("12[][-1,2]0.25", message.toString());
  }
}
