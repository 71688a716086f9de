package org.stanj.compiler.differentiate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of random programs are derivatives, and all stages agree. */
class RandomStanTest {
  private static final int PROGRAMS = 70;

  @ParameterizedTest
  @ValueSource(longs = {1, 1001, 2001})
  void gradientsAreDerivatives(long first) {
    for (long seed = first; seed < first + PROGRAMS; seed++) {
      String program = RandomStan.program(seed);
      List<String> wrong;
      try {
        wrong = GradientChecks.wrong(program, seed);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ": " + e + "\n" + program, e);
      }
      assertEquals("", String.join("\n", wrong), "seed " + seed + "\n" + program);
    }
  }
}
