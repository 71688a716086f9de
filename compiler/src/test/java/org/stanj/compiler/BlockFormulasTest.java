package org.stanj.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LaneForm;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.interpret.Interpreter;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.PrimitiveDerivatives;
import org.stanj.stdlib.abi.Scratch;

/** The formulas that the prelude gives for blocks have the values of their functions. */
class BlockFormulasTest {
  private static final Library LIBRARY = Library.load();
  private static final double[] POINTS = {
    Double.NEGATIVE_INFINITY, -40, -2.5, -0.3, 0, 0.2, 0.9, 1, 3, 50, Double.POSITIVE_INFINITY
  };

  private final PreludeBodies bodies = new PreludeBodies(LIBRARY);

  private static Stream<LibraryFunction> formulas() {
    return LIBRARY.names().stream()
        .flatMap(name -> LIBRARY.functions(name).stream())
        .filter(f -> f.primitive().map(p -> p.lanes().kind()).equals(kind()));
  }

  private static Optional<LaneForm.Kind> kind() {
    return Optional.of(LaneForm.Kind.FORMULA);
  }

  @Test
  void thereAreSome() {
    assertTrue(formulas().count() > 5);
  }

  @TestFactory
  Stream<DynamicTest> formulasAreTheirFunctions() {
    return formulas().map(f -> DynamicTest.dynamicTest(f.name(), () -> compare(f)));
  }

  private void compare(LibraryFunction f) {
    bodies.remember(f);
    List<Var> parameters = new ArrayList<>();
    f.parameters().forEach(p -> parameters.add(Var.local(p.name(), CoreType.REAL)));
    List<Expr> reads = parameters.stream().<Expr>map(Exprs::read).toList();
    Expr.Apply call = new Expr.Apply(f.primitive().orElseThrow(), reads);
    Expr formula = new PrimitiveDerivatives(bodies).inBlocks(call);
    Interpreter function = program(parameters, call);
    Interpreter inBlocks = program(parameters, formula);
    for (double x : POINTS) {
      if (parameters.size() == 1) {
        assertSame(function, inBlocks, x);
        continue;
      }
      for (double y : POINTS) {
        assertSame(function, inBlocks, second(f, x, y));
      }
    }
  }

  /** A second argument that is the value at the first moves with it. */
  private static Object[] second(LibraryFunction f, double x, double y) {
    return switch (f.name()) {
      case "inv_logit_slope" -> new Object[] {x, 1 / (1 + Math.exp(-x))};
      case "pow_exponent_slope" -> new Object[] {Math.abs(x), y, Math.pow(Math.abs(x), y)};
      default -> new Object[] {x, y};
    };
  }

  private static void assertSame(Interpreter function, Interpreter formula, Object... at) {
    double expected = (Double) function.call("f", new Scratch(0, 0), at);
    double actual = (Double) formula.call("f", new Scratch(0, 0), at);
    double size = Double.isFinite(expected) ? Math.abs(expected) : 0;
    assertEquals(expected, actual, 1e-14 * size, () -> List.of(at).toString());
  }

  private static Interpreter program(List<Var> parameters, Expr value) {
    Stmt result = new Stmt.Return(Optional.of(new Operand.Scalar(value)));
    CoreFunction f = new CoreFunction("f", parameters, Optional.of(CoreType.REAL), List.of(result));
    return new Interpreter(
        new CoreProgram("m", List.of(), Map.of("f", f), List.of(), List.of(), List.of(), 0));
  }
}
