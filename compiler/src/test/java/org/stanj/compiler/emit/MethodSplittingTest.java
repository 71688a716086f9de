package org.stanj.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.stanj.compiler.emit.Core.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Printer;
import org.stanj.compiler.core.Stmt;

/** Long methods become short ones with the same values. */
class MethodSplittingTest {
  private static final int HOTSPOT_LIMIT = 8000;
  private static final double[] Q = {0.5, -1.25, 3};

  private static void check(CoreProgram program) {
    Map<String, byte[]> classes = Emitter.emit(program, "test.Model", "test.stan");
    Map<String, Integer> lengths = CodeLengths.of(classes);
    lengths.forEach(
        (method, length) -> assertTrue(length <= HOTSPOT_LIMIT, method + " has " + length));
    Both.Result result = Both.run(program, 0, Q);
    assertTrue(Math.abs(result.value(0)) > 1e-9 && Math.abs(result.value(0)) < 1e9, "" + result);
  }

  @Test
  void straightLine() {
    check(LongPrograms.straightLine(5000, 10));
  }

  @Test
  void straightLineWithManyLiveVariables() {
    check(LongPrograms.straightLine(5000, 2000));
  }

  @Test
  void longLoopBody() {
    check(LongPrograms.longLoop(3000));
  }

  @Test
  void longExpression() {
    check(LongPrograms.longExpression(2000));
  }

  @Test
  void moreLiveVariablesThanSlots() {
    check(LongPrograms.manyLive(400));
  }

  @Test
  void blocksThatMayReturn() {
    check(LongPrograms.manyReturns(150));
  }

  @Test
  void functionsOverSeveralClasses() {
    CoreProgram program = LongPrograms.manyFunctions(700);
    check(program);
    assertTrue(Emitter.emit(program, "test.Model", "test.stan").size() > 3);
  }

  @Test
  void moreParametersThanSlots() {
    check(LongPrograms.manyParameters(200));
  }

  @Test
  void containersThatPiecesShare() {
    check(LongPrograms.manyContainers(100));
    Both.run(LongPrograms.manyContainers(600), 0, Q);
  }

  @Test
  void shortFunctionsStay() {
    CoreProgram program = program(density(giveBack(at(Core.Q, i(0)))));
    assertSame(program, MethodSplitting.run(program));
  }

  @Test
  void onePieceTakesWhatItNeedsAndGivesWhatIsUsed() {
    var a = realVar("a");
    var b = realVar("b");
    var t = realVar("t");
    List<Stmt> group =
        List.of(
            set(t, mul(get(a), get(a))),
            when(op(Operator.LESS, r(0), get(t)), List.of(set(b, get(t))), List.of()));
    Stmt before = set(b, r(1));
    Stmt after = giveBack(get(b));
    var f = function("f", List.of(a), CoreType.REAL, before, group.get(0), group.get(1), after);
    List<CoreFunction> pieces = new ArrayList<>();
    List<Stmt> call = new Outlining(f, new FreshNames(Set.of()), pieces).outline(group, false);
    assertEquals("real b = call f$1(a, b);\n", Printer.statements(call));
    assertEquals(
        """
        real f$1(real a, real b) {
          t = a * a;
          if (0.0 < t) {
            b = t;
          }
          return b;
        }
        """,
        Printer.function(pieces.get(0)));
  }
}
