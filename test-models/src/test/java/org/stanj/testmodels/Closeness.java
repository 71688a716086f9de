package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;

/** The comparison of two figures: |a − b| ≤ tolerance · (1 + |b|); NaN equals NaN. */
final class Closeness {
  private Closeness() {}

  /** Fails unless {@code found} agrees with real Stan's {@code expected}. */
  static void assertClose(String what, double expected, double found, double tolerance) {
    if (!close(expected, found, tolerance)) {
      fail(what + ": found " + found + ", Stan has " + expected);
    }
  }

  /** Fails on the first elements that disagree. */
  static void assertClose(List<String> names, double[] expected, double[] found, double tolerance) {
    if (expected.length != found.length) {
      fail("found " + found.length + " values, Stan has " + expected.length);
    }
    for (int i = 0; i < expected.length; i++) {
      assertClose(names.get(i), expected[i], found[i], tolerance);
    }
  }

  private static boolean close(double expected, double found, double tolerance) {
    if (Double.isNaN(expected) || Double.isInfinite(expected)) {
      return Double.compare(expected, found) == 0;
    }
    return Math.abs(found - expected) <= tolerance * (1 + Math.abs(expected));
  }
}
