package org.stanj.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Printer;

/** Random programs give the same bits interpreted, emitted, and split. */
class RandomProgramsTest {
  private static final double[] Q = {0.5, -1.25, 3};
  private static final int PROGRAMS = 20;

  @ParameterizedTest
  @ValueSource(longs = {1, 1000, 2000})
  void emittedEqualsInterpreted(long first) {
    for (long seed = first; seed < first + PROGRAMS; seed++) {
      CoreProgram program = RandomPrograms.program(seed, 12);
      try {
        Both.run(program, 5, Q);
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + "\n" + Printer.program(program), e);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"250, 16", "400, 0", "800, 1000"})
  void splittingChangesNothing(int budget, int few) {
    int pieces = 0;
    for (long seed = 1; seed <= PROGRAMS; seed++) {
      CoreProgram program = RandomPrograms.program(seed, 40);
      CoreProgram split = MethodSplitting.run(program, budget, few);
      pieces += split.functions().size() - program.functions().size();
      try {
        assertEquals(Both.interpreted(program, 5, Q), Both.run(split, 5, Q));
      } catch (Throwable e) {
        throw new AssertionError(
            "seed " + seed + "\n" + Printer.program(program) + Printer.program(split), e);
      }
    }
    assertTrue(pieces > PROGRAMS, pieces + " pieces");
  }
}
