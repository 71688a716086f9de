package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Printer;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.emit.Core;
import org.stanj.compiler.interpret.Container;
import org.stanj.compiler.interpret.Interpreter;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** Runs passes over log densities built by hand. */
final class Passes {
  private Passes() {}

  /** The body of the log density after the pass, as text; its values stay the same. */
  static String body(UnaryOperator<CoreProgram> pass, Stmt... body) {
    CoreFunction density = Core.density(body);
    CoreProgram before = Core.program(Core.procedure(density.name(), density.parameters(), body));
    CoreProgram after = pass.apply(before);
    sameValues(before, after);
    return Printer.statements(after.function(Entries.LOG_DENSITY).body());
  }

  /** Compares what both give for several parameters, data being {@code propto}. */
  static void sameValues(CoreProgram before, CoreProgram after) {
    double[][] points = {{0.5, 1.5, -2.0}, {-0.25, 3.0, 0.75}, {0.0, 0.0, 0.0}};
    for (double[] q : points) {
      for (int n = 0; n < 4; n++) {
        String expected = value(before, q, n);
        String found = value(after, q, n);
        boolean close = isNumber(expected) && isNumber(found) && close(expected, found);
        if (!close) {
          assertEquals(expected, found, () -> Arrays.toString(q) + Printer.program(after));
        }
      }
    }
  }

  private static boolean isNumber(String text) {
    return !text.startsWith("rejects");
  }

  private static boolean close(String a, String b) {
    double x = Double.parseDouble(a);
    double y = Double.parseDouble(b);
    return Double.compare(x, y) == 0 || Math.abs(x - y) <= 1e-12 * (1 + Math.abs(x));
  }

  private static String value(CoreProgram program, double[] q, int n) {
    try {
      Interpreter interpreter = new Interpreter(program);
      return "" + interpreter.call(Entries.LOG_DENSITY, new Scratch(0, 4), Container.of(q), n, 1);
    } catch (RejectException e) {
      return "rejects " + e.getMessage();
    }
  }
}
