package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Printer;
import org.stanj.compiler.differentiate.Differentiation;
import org.stanj.compiler.interpret.Container;
import org.stanj.compiler.interpret.Interpreter;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** Passes change neither the values nor the gradients of random programs. */
class RandomDensityTest {
  private static final int PROGRAMS = 100;
  private static final double[] Q = {0.3, -0.45, 0.2};

  private static CoreProgram differentiated(CoreProgram program) {
    return Differentiation.run(program, (apply, i, result, names, out) -> Optional.of(result));
  }

  private static double[] run(CoreProgram program, int n, int flag) {
    double[] gradient = new double[Q.length + 1];
    double[] adjoint = new double[Q.length];
    try {
      Object value =
          new Interpreter(program)
              .call(
                  Entries.GRADIENT,
                  new Scratch(0, 4),
                  Container.of(Q.clone()),
                  Container.of(adjoint),
                  n,
                  flag);
      gradient[0] = (Double) value;
      System.arraycopy(adjoint, 0, gradient, 1, Q.length);
      return gradient;
    } catch (RejectException e) {
      return new double[0];
    }
  }

  private static void compare(UnaryOperator<CoreProgram> before, UnaryOperator<CoreProgram> after) {
    for (long seed = 1; seed <= PROGRAMS; seed++) {
      CoreProgram program = RandomDensity.program(seed);
      CoreProgram plain = differentiated(program);
      CoreProgram changed = after.apply(differentiated(before.apply(program)));
      for (int n = 0; n <= 3; n++) {
        double[] expected = run(plain, n, n % 2);
        double[] found = run(changed, n, n % 2);
        String what = "seed " + seed + ", n " + n;
        try {
          assertEquals(expected.length, found.length, what);
          for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-10 * (1 + Math.abs(expected[i])), what);
          }
        } catch (Throwable e) {
          String text = Printer.program(program) + Printer.program(before.apply(program));
          throw new AssertionError(what + "\n" + text, e);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hoist", "constants", "accumulators", "all", "tidy", "all and tidy"})
  void valuesAndGradientsStay(String passes) {
    UnaryOperator<CoreProgram> same = p -> p;
    UnaryOperator<CoreProgram> all = p -> Hoist.run(Accumulators.run(Tidy.first(p)));
    UnaryOperator<CoreProgram> last = p -> Tidy.last(TargetVariable.run(p));
    switch (passes) {
      case "hoist" -> compare(Hoist::run, same);
      case "constants" -> compare(Tidy::first, same);
      case "accumulators" -> compare(Accumulators::run, same);
      case "all" -> compare(all, same);
      case "tidy" -> compare(same, last);
      default -> compare(all, last);
    }
  }
}
