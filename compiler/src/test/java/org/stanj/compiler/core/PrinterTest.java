package org.stanj.compiler.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of core programs. */
class PrinterTest {
  private static final Var X = Var.local("x", CoreType.REAL);
  private static final Var K = Var.local("k", CoreType.INT);
  private static final Var M = Var.local("m", new CoreType(Kind.REAL, 2, true));
  private static final Var V = Var.local("v", CoreType.REALS);
  private static final Expr READ = new Expr.Read(X);
  private static final Expr INDEX = new Expr.Read(K);

  private static Expr op(Operator operator, Expr... operands) {
    return new Expr.Operation(operator, List.of(operands));
  }

  static Stream<Arguments> expressions() {
    Expr sum = op(Operator.ADD, READ, new Expr.RealLiteral(-0.1));
    Expr test = op(Operator.LESS, READ, new Expr.RealLiteral(1e300));
    Expr choice = new Expr.Choose(test, READ, sum);
    Primitive log = new Primitive("a/B", "log", List.of(Kind.REAL), Kind.REAL, false);
    return Stream.of(
        Arguments.of("x + -0.1", sum),
        Arguments.of("x * (x + -0.1)", op(Operator.MULTIPLY, READ, sum)),
        Arguments.of("x - (x - x)", op(Operator.SUBTRACT, READ, op(Operator.SUBTRACT, READ, READ))),
        Arguments.of("x - x - x", op(Operator.SUBTRACT, op(Operator.SUBTRACT, READ, READ), READ)),
        Arguments.of("-(-x)", op(Operator.NEGATE, op(Operator.NEGATE, READ))),
        Arguments.of("-(-0.0)", op(Operator.NEGATE, new Expr.RealLiteral(-0.0))),
        Arguments.of("!(x < 1.0E300)", op(Operator.NOT, test)),
        Arguments.of("x < 1.0E300 && k", op(Operator.AND, test, INDEX)),
        Arguments.of("(k || k) && k", op(Operator.AND, op(Operator.OR, INDEX, INDEX), INDEX)),
        Arguments.of("x < 1.0E300 ? x : x + -0.1", choice),
        Arguments.of("(x < 1.0E300 ? x : x + -0.1) + x", op(Operator.ADD, choice, READ)),
        Arguments.of("m[k, 3]", new Expr.Load(M, List.of(INDEX, new Expr.IntLiteral(3)))),
        Arguments.of("m.size1", new Expr.Dim(M, 1)),
        Arguments.of("log(real(k))", new Expr.Apply(log, List.of(op(Operator.TO_REAL, INDEX)))),
        Arguments.of("hasInit(\"a\\\"b\\n\")", new Expr.HasInit("a\"b\n")));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void expressionsHaveNoNeedlessParentheses(String expected, Expr e) {
    assertEquals(expected, Printer.expression(e));
  }

  @Test
  void statementsTakeALineEach() {
    Stmt assign = new Stmt.Assign(X, READ);
    Stmt leave = new Stmt.Break();
    Operand scalar = new Operand.Scalar(READ);
    Operand container = new Operand.Container(V);
    List<Stmt> body =
        List.of(
            new Stmt.Declare(M, List.of(INDEX, INDEX), Stmt.Fill.UNSET),
            new Compound.For(
                K,
                new Expr.IntLiteral(1),
                new Expr.Dim(V, 0),
                true,
                List.of(new Compound.If(INDEX, List.of(assign), List.of(leave))),
                LoopFacts.UNKNOWN),
            new Compound.While(INDEX, List.of(new Compound.Region(List.of()))),
            new Stmt.View(V, M, INDEX, List.of(INDEX)),
            new Stmt.Copy(V, V),
            new Stmt.FillAll(V, READ),
            new Stmt.Accumulate(V, List.of(INDEX), READ),
            new Stmt.AddTarget(READ),
            new Stmt.Call(
                Optional.of(V), "f", List.of(scalar, container, new Operand.Absent(Kind.REAL))),
            new Stmt.Reject(Stmt.RejectKind.SIZE, List.of(new Operand.Text("n = "), scalar), ""),
            new Compound.Once(3, List.of(new Stmt.PushContainer(V))),
            new Stmt.ParallelSum(X, 0, V, V, V, INDEX, INDEX, Optional.of(V), "", 0),
            new Stmt.Return(Optional.of(container)));
    String expected =
        """
        real[2m] m = new(k, k) unset;
        for (k = v.size0 downto 1) {
          if (k) {
            x = x;
          } else {
            break;
          }
        }
        while (k) {
          region {
          }
        }
        real[1] v = view(m from k, sizes k);
        v[*] = v[*];
        v[*] = x;
        v[k] += x;
        target += x;
        real[1] v = call f(x, v, absent);
        reject size ("n = ", x);
        once 3 {
          push container v;
        }
        x = sum kernel 0 (active v, passive v, ints v, n k, grainsize k, adjoint v);
        return v;
        """;
    assertEquals(expected, Printer.statements(body));
  }

  @Test
  void programsBeginWithWhatTheyDeclare() {
    CoreFunction f =
        new CoreFunction("f", List.of(X), Optional.of(CoreType.REAL), List.of(new Stmt.Continue()));
    CoreProgram program =
        new CoreProgram(
            "m",
            List.of(new Var("y", CoreType.REALS, Var.Storage.FIELD)),
            Map.of("f", f),
            List.of(new CoreProgram.SliceKernel("f", Optional.of("g"))),
            List.of(),
            List.of(new CoreProgram.OutputVariable("a", "PARAMETERS", "VECTOR", 1, 1)),
            0);
    String expected =
        """
        program m
        field real[1] y
        kernel 0 value f gradient g
        output PARAMETERS VECTOR a rank 1 unconstrained 1

        real f(real x) {
          continue;
        }
        """;
    assertEquals(expected, Printer.program(program));
  }
}
