package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.stanj.compiler.emit.Core.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Primitive;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.interpret.Interpreter;
import org.stanj.stdlib.abi.Scratch;

/** Logarithms of a loop that become the logarithm of a product. */
class LogProductsTest {
  private static final Var TARGET = realVar("target");
  private static final Var I = intVar("i");
  private static final Var N = intVar("n");

  private static Expr log1pUnit(Expr x) {
    Primitive p =
        new Primitive(
            "org/stanj/stdlib/scalar/Elementary",
            "log1pUnit",
            List.of(Kind.REAL),
            Kind.REAL,
            false);
    return new Expr.Apply(p, List.of(x));
  }

  /** Σ over i = 1..n of what is made of 1 / i. */
  private static CoreProgram program(java.util.function.UnaryOperator<Expr> term) {
    Expr x = Exprs.divide(Exprs.ONE, Exprs.toReal(get(I)));
    Stmt add = new Stmt.Increment(TARGET, term.apply(x));
    Stmt loop = new Compound.For(I, i(1), get(N), false, List.of(add), LoopFacts.UNKNOWN);
    Stmt result = new Stmt.Return(Optional.of(new Operand.Scalar(get(TARGET))));
    CoreFunction f =
        new CoreFunction(
            "sum",
            List.of(N),
            Optional.of(CoreType.REAL),
            List.of(set(TARGET, r(0)), loop, result));
    return new CoreProgram("m", List.of(), Map.of("sum", f), List.of(), List.of(), List.of(), 0);
  }

  private static double value(CoreProgram program, int n) {
    return (Double) new Interpreter(program).call("sum", new Scratch(0, 0), n);
  }

  private static long logarithms(CoreProgram program, int depth) {
    long[] count = {0};
    for (Stmt s : program.function("sum").body()) {
      if (depth == 1 || !(s instanceof Compound.For)) {
        s.walk(
            t ->
                t.forEachExpression(e -> e.walk(x -> count[0] += x instanceof Expr.Apply ? 1 : 0)));
      }
    }
    return count[0];
  }

  @Test
  void keepsTheSumOfManyFactors() {
    // The product of 1 + 1/i for i = 1..n is n + 1, so the sum is log(n + 1).
    CoreProgram after = LogProducts.run(program(LogProductsTest::log1pUnit));
    for (int n : new int[] {0, 1, 2, 1000}) {
      assertEquals(Math.log(n + 1), value(after, n), 1e-12 * (1 + n / 100.0));
    }
    assertEquals(1, logarithms(after, 0));
  }

  @Test
  void emptiesAFullProduct() {
    CoreProgram before = program(x -> log1pUnit(r(1)));
    CoreProgram after = LogProducts.run(before);
    assertEquals(5000 * Math.log(2), value(after, 5000), 1e-9);
    assertEquals(value(before, 5000), value(after, 5000), 1e-9);
  }

  @Test
  void keepsSignsAndWhatElseIsAdded() {
    CoreProgram before = program(x -> op(Operator.SUBTRACT, op(Operator.NEGATE, x), log1pUnit(x)));
    CoreProgram after = LogProducts.run(before);
    assertEquals(value(before, 300), value(after, 300), 1e-11);
    assertTrue(value(after, 300) < 0);
    assertEquals(1, logarithms(after, 0));
  }

  @Test
  void leavesProductsOfLogarithms() {
    CoreProgram before = program(x -> op(Operator.MULTIPLY, x, log1pUnit(x)));
    assertEquals(before.function("sum").body(), LogProducts.run(before).function("sum").body());
  }
}
