package org.stanj.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.stanj.compiler.emit.Core.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Stmt.Fill;
import org.stanj.compiler.core.Var;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;

/** Emitted code does what the interpreter does, and what it should. */
class EmitterTest {
  private static final double[] ODD = {
    0.0, -0.0, 1.5, -2, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  @Test
  void comparisonsOfRealsFollowIeee() {
    List<Stmt> body = new ArrayList<>();
    int n = 0;
    for (Operator operator :
        List.of(Operator.LESS, Operator.LESS_EQUAL, Operator.EQUAL, Operator.NOT_EQUAL)) {
      for (int a = 0; a < ODD.length; a++) {
        for (int b = 0; b < ODD.length; b++) {
          Expr test = op(operator, at(Q, i(a)), at(Q, i(b)));
          body.add(store(OUT, real(test), i(n++)));
          body.add(store(OUT, new Expr.Choose(op(Operator.NOT, test), r(1), r(0)), i(n++)));
        }
      }
    }
    Both.Result result = Both.run(program(generate(body.toArray(Stmt[]::new))), n, ODD);
    n = 0;
    for (int k = 0; k < 4; k++) {
      for (double a : ODD) {
        for (double b : ODD) {
          boolean expected = k == 0 ? a < b : k == 1 ? a <= b : k == 2 ? a == b : a != b;
          assertEquals(expected ? 1 : 0, result.value(n++));
          assertEquals(expected ? 0 : 1, result.value(n++));
        }
      }
    }
  }

  @Test
  void logicalOperatorsShortCircuit() {
    Expr small = op(Operator.LESS_INT, get(intVar("i")), i(3));
    Expr positive = op(Operator.LESS, r(0), at(Q, get(intVar("i"))));
    Expr guarded = op(Operator.AND, small, positive);
    Expr either = op(Operator.OR, op(Operator.NOT, small), positive);
    CoreProgram program =
        program(
            generate(
                loop(
                    intVar("i"),
                    i(0),
                    i(4),
                    store(OUT, real(guarded), get(intVar("i"))),
                    when(
                        either,
                        List.of(store(OUT, r(1), add(get(intVar("i")), i(5)))),
                        List.of(store(OUT, r(0), add(get(intVar("i")), i(5))))))));
    Both.Result result = Both.run(program, 10, 1, -1, 2);
    double[] expected = {1, 0, 1, 0, 0, 1, 0, 1, 1, 1};
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k], result.value(k), "element " + k);
    }
  }

  @Test
  void integerArithmeticWraps() {
    Expr max = i(Integer.MAX_VALUE);
    CoreProgram program =
        program(
            generate(
                store(OUT, real(add(max, i(1))), i(0)),
                store(OUT, real(op(Operator.DIVIDE_INT, i(-7), i(2))), i(1)),
                store(OUT, real(op(Operator.MODULO_INT, i(-7), i(2))), i(2)),
                store(OUT, real(op(Operator.NEGATE_INT, i(Integer.MIN_VALUE))), i(3)),
                store(OUT, real(i(40_000)), i(4)),
                store(OUT, op(Operator.NEGATE, r(0)), i(5))));
    Both.Result result = Both.run(program, 6);
    assertEquals(Integer.MIN_VALUE, result.value(0));
    assertEquals(-3, result.value(1));
    assertEquals(-1, result.value(2));
    assertEquals(Integer.MIN_VALUE, result.value(3));
    assertEquals(40_000, result.value(4));
    assertEquals(Double.NEGATIVE_INFINITY, 1 / result.value(5));
  }

  @Test
  void containersAreRowMajorWithMatricesByColumns() {
    Var m = container("m", Kind.REAL, 4, true);
    Var a = container("a", Kind.INT, 3, false);
    CoreProgram program =
        program(
            generate(
                make(m, Fill.ZERO, i(2), i(3), i(4), i(5)),
                make(a, Fill.UNSET, i(2), i(3), i(4)),
                store(m, r(7), i(1), i(2), i(3), i(4)),
                store(m, r(8), i(0), i(1), i(2), i(3)),
                accumulate(m, r(0.5), i(0), i(1), i(2), i(3)),
                store(a, i(9), i(1), i(2), i(3)),
                store(OUT, at(m, i(119)), i(0)),
                store(OUT, at(m, i(20 + 3 * 4 + 2)), i(1)),
                store(OUT, real(at(a, i(23))), i(2)),
                store(OUT, real(at(a, i(0))), i(3)),
                store(OUT, real(add(dim(m, 2), mul(i(10), dim(m, 3)))), i(4))));
    Both.Result result = Both.run(program, 5);
    assertEquals(7, result.value(0));
    assertEquals(8.5, result.value(1));
    assertEquals(9, result.value(2));
    assertEquals(Integer.MIN_VALUE, result.value(3));
    assertEquals(54, result.value(4));
  }

  @Test
  void viewsShareAndCopiesDoNot() {
    Var m = container("m", Kind.REAL, 2, true);
    Var column = container("column", Kind.REAL, 1, false);
    Var copy = container("copy", Kind.REAL, 1, false);
    CoreProgram program =
        program(
            generate(
                make(m, Fill.ZERO, i(2), i(3)),
                new Stmt.View(column, m, i(2), List.of(i(2))),
                make(copy, Fill.NONE, i(2)),
                new Stmt.FillAll(column, r(3)),
                new Stmt.Copy(copy, column),
                store(column, r(5), i(1)),
                loop(
                    intVar("k"), i(0), i(5), store(OUT, at(m, get(intVar("k"))), get(intVar("k")))),
                store(OUT, at(copy, i(1)), i(6))));
    Both.Result result = Both.run(program, 7);
    double[] expected = {0, 0, 3, 5, 0, 0, 3};
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k], result.value(k));
    }
  }

  @Test
  void loopsCountBothWaysAndJump() {
    Var k = intVar("k");
    Var n = intVar("n");
    Var sum = realVar("sum");
    Expr odd = op(Operator.EQUAL_INT, op(Operator.MODULO_INT, get(k), i(2)), i(1));
    CoreProgram program =
        program(
            generate(
                set(n, i(0)),
                set(sum, r(0)),
                loopDown(
                    k,
                    i(0),
                    i(9),
                    when(odd, List.of(new Stmt.Continue()), List.of()),
                    when(op(Operator.LESS_INT, get(k), i(4)), List.of(new Stmt.Break()), List.of()),
                    set(sum, add(mul(get(sum), r(10)), real(get(k))))),
                new Compound.While(
                    op(Operator.LESS_INT, get(n), i(10)),
                    List.of(
                        set(n, add(get(n), i(3))),
                        when(
                            op(Operator.EQUAL_INT, get(n), i(6)),
                            List.of(new Stmt.Continue()),
                            List.of()),
                        set(sum, add(get(sum), r(0.25))))),
                loop(k, i(3), i(2), set(sum, r(-1))),
                store(OUT, get(sum), i(0)),
                store(OUT, real(get(n)), i(1))));
    Both.Result result = Both.run(program, 2);
    assertEquals(864.75, result.value(0));
    assertEquals(12, result.value(1));
  }

  @Test
  void functionsRecurseAndReturnContainers() {
    Var n = intVar("n");
    Var x = container("x", Kind.REAL, 1, false);
    Var y = container("y", Kind.REAL, 1, false);
    Var part = realVar("part");
    CoreFunction fibonacci =
        function(
            "fibonacci",
            List.of(n),
            CoreType.REAL,
            when(op(Operator.LESS_INT, get(n), i(2)), List.of(giveBack(real(get(n)))), List.of()),
            call(part, "fibonacci", by(sub(get(n), i(1)))),
            call(realVar("other"), "fibonacci", by(sub(get(n), i(2)))),
            giveBack(add(get(part), get(realVar("other")))));
    CoreFunction append =
        function(
            "append",
            List.of(x, n),
            CoreType.REALS,
            when(op(Operator.EQUAL_INT, get(n), i(0)), List.of(giveBack(x)), List.of()),
            new Compound.Region(
                List.of(
                    make(y, Fill.UNSET, add(dim(x, 0), i(1))),
                    loop(
                        intVar("k"),
                        i(0),
                        sub(dim(x, 0), i(1)),
                        store(y, at(x, get(intVar("k"))), get(intVar("k")))),
                    store(y, real(get(n)), dim(x, 0)),
                    call(y, "append", by(y), by(sub(get(n), i(1)))),
                    giveBack(y))));
    CoreProgram program =
        program(
            fibonacci,
            append,
            generate(
                call(part, "fibonacci", by(i(15))),
                store(OUT, get(part), i(0)),
                call(x, "append", by(Q), by(i(4))),
                store(OUT, real(dim(x, 0)), i(1)),
                loop(
                    intVar("k"),
                    i(0),
                    i(5),
                    store(OUT, at(x, get(intVar("k"))), add(get(intVar("k")), i(2))))));
    Both.Result result = Both.run(program, 8, 0.5, 0.25);
    double[] expected = {610, 6, 0.5, 0.25, 4, 3, 2, 1};
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k], result.value(k));
    }
  }

  @Test
  void kernelsPrimitivesAndRandomNumbers() {
    Var m = container("m", Kind.REAL, 2, true);
    Var bar = container("bar", Kind.REAL, 2, true);
    Var ints = container("ints", Kind.INT, 1, false);
    Var sum = realVar("sum");
    List<Operand> arguments = List.of(by(m), by(OUT), by(bar), text("m"));
    List<Operand> passive = List.of(by(m), by(OUT), new Operand.Absent(Kind.REAL), text("m"));
    CoreProgram program =
        program(
            generate(
                make(m, Fill.ZERO, i(2), i(2)),
                make(bar, Fill.ZERO, i(2), i(2)),
                make(ints, Fill.ZERO, i(3)),
                new Stmt.FillAll(m, at(Q, i(0))),
                new Stmt.Kernel(Optional.of(sum), TestKernels.MATRIX_SUM, arguments, "here"),
                new Stmt.Kernel(Optional.empty(), TestKernels.MATRIX_SUM, passive, "there"),
                new Stmt.Kernel(
                    Optional.empty(), TestKernels.SHUFFLE, List.of(by(ints), by(r(1))), "x"),
                store(OUT, new Expr.Apply(TestKernels.UNIFORM, List.of(r(2))), i(0)),
                store(OUT, real(at(ints, i(2))), i(1)),
                store(OUT, at(bar, i(3)), i(2)),
                store(OUT, new Expr.Apply(TestKernels.HYPOT, List.of(r(3), r(4))), i(3))));
    Both.Result result = Both.run(program, 5, 2);
    assertEquals(4, result.value(2));
    assertEquals(5, result.value(3));
    assertEquals(24, result.value(4));
    assertEquals(List.of("DOMAIN m starts with -1.0 here"), Both.run(program, 5, -1).texts());
  }

  @Test
  void messagesAreStans() {
    Var m = container("m", Kind.REAL, 2, true);
    Var a = container("a", Kind.INT, 2, false);
    List<Operand> parts =
        List.of(
            text("q = "),
            by(Q),
            text(", i = "),
            by(i(3)),
            text(", x = "),
            by(r(1e-5)),
            by(m),
            by(a));
    CoreProgram program =
        program(
            density(
                make(m, Fill.ZERO, i(2), i(3)),
                make(a, Fill.ZERO, i(2), i(2)),
                store(m, r(1.25), i(1), i(2)),
                store(a, i(5), i(1), i(0)),
                new Stmt.Print(parts),
                new Stmt.Reject(Stmt.RejectKind.FATAL, parts, "(in 'x.stan', line 3)")));
    String message = "q = [1,nan,1.23457e+06], i = 3, x = 1e-05[[0,0,0],[0,0,1.25]][[0,0],[5,0]]";
    Both.Result result = Both.run(program, 0, 1, Double.NaN, 1_234_567.1);
    assertEquals(List.of(message, "FATAL " + message + " (in 'x.stan', line 3)"), result.texts());
  }

  @Test
  void stacksGiveBackInReverse() {
    Var x = container("x", Kind.REAL, 1, false);
    Var y = container("y", Kind.INT, 2, false);
    Var k = intVar("k");
    CoreProgram program =
        program(
            generate(
                loop(
                    k,
                    i(0),
                    i(2999),
                    make(x, Fill.ZERO, add(get(k), i(1))),
                    make(y, Fill.ZERO, i(1), add(get(k), i(1))),
                    store(x, real(get(k)), get(k)),
                    new Stmt.Push(get(k)),
                    new Stmt.PushContainer(x),
                    new Stmt.Push(real(get(k))),
                    new Stmt.PushContainer(y)),
                set(realVar("sum"), r(0)),
                loopDown(
                    k,
                    i(0),
                    i(2999),
                    new Stmt.Pop(intVar("j")),
                    new Stmt.PopContainer(y),
                    new Stmt.Pop(realVar("z")),
                    new Stmt.PopContainer(x),
                    set(
                        realVar("sum"),
                        add(
                            add(get(realVar("sum")), get(realVar("z"))),
                            add(at(x, get(intVar("j"))), real(dim(y, 1)))))),
                store(OUT, get(realVar("sum")), i(0))));
    assertEquals(2999 * 3000 + 3000 * 3001 / 2, Both.run(program, 1).value(0));
  }

  @Test
  void onceRunsUntilItPasses() {
    CoreProgram program =
        program(
            density(
                new Compound.Once(2, List.of(new Stmt.Print(List.of(text("once"))))),
                giveBack(r(0))));
    assertEquals(List.of("once"), Both.run(program, 0, 1).texts());
  }

  @Test
  void unassignedVariablesSatisfyTheVerifier() {
    Var x = realVar("x");
    Var c = container("c", Kind.REAL, 2, false);
    Expr positive = op(Operator.LESS, r(0), at(Q, i(0)));
    CoreProgram program =
        program(
            density(
                when(positive, List.of(set(x, r(2)), make(c, Fill.ZERO, i(1), i(1))), List.of()),
                when(positive, List.of(giveBack(add(get(x), at(c, i(0))))), List.of()),
                giveBack(get(x))));
    assertEquals(2, Both.run(program, 0, 1).value(0));
    assertEquals(0, Both.run(program, 0, -1).value(0));
  }

  @Test
  void regionsFreeAtTheirEndAndAtJumps() {
    Var x = container("x", Kind.REAL, 1, false);
    Var n = container("n", Kind.INT, 1, false);
    Var k = intVar("k");
    Expr third = op(Operator.EQUAL_INT, op(Operator.MODULO_INT, get(k), i(3)), i(0));
    CoreProgram program =
        program(
            density(
                loop(
                    k,
                    i(1),
                    i(20_000),
                    new Compound.Region(
                        List.of(
                            make(x, Fill.ZERO, i(100)),
                            make(n, Fill.ZERO, i(100)),
                            new Compound.Region(
                                List.of(
                                    make(x, Fill.ZERO, i(100)),
                                    when(third, List.of(new Stmt.Continue()), List.of())))))),
                make(x, Fill.ZERO, i(1000)),
                giveBack(at(x, i(999)))));
    Both.run(program, 0, 1);
    Model model = Classes.compiled(program).bind(DataContext.EMPTY, 1);
    var scratch = model.newScratch();
    model.logDensity(new double[1], 0, scratch);
    scratch.reset();
    assertTrue(scratch.reals.length < 5000, "arena of " + scratch.reals.length);
    assertTrue(scratch.ints.length < 5000, "arena of " + scratch.ints.length);
  }

  @Test
  void whatIsNotThereFails() {
    Model model = Classes.compiled(program()).bind(DataContext.EMPTY, 1);
    assertThrows(
        IllegalStateException.class, () -> model.logDensity(new double[0], 0, model.newScratch()));
    CoreProgram endless = program(density(set(realVar("x"), r(1))));
    Model other = Classes.compiled(endless).bind(DataContext.EMPTY, 1);
    assertThrows(
        IllegalStateException.class, () -> other.logDensity(new double[0], 0, other.newScratch()));
    assertThrows(
        IllegalArgumentException.class,
        () -> Emitter.emit(program(density(new Stmt.AddTarget(r(1)))), "M", "m.stan"));
  }

  @Test
  void rejectionsInBindCarryTheirPlace() {
    Stmt reject = new Stmt.Reject(Stmt.RejectKind.DOMAIN, List.of(text("no")), "at 1");
    CoreProgram program = program(bind(reject));
    RejectException e =
        assertThrows(
            RejectException.class, () -> Classes.compiled(program).bind(DataContext.EMPTY, 1));
    assertEquals("no at 1", e.getMessage());
  }
}
