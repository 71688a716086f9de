package org.stanj.compiler.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.stdlib.abi.Scratch;

/** The interpreter refuses what emitted code would do silently. */
class InterpreterTest {
  private static final Var X = Var.local("x", CoreType.REAL);
  private static final Var K = Var.local("k", CoreType.INT);
  private static final Var V = Var.local("v", CoreType.REALS);
  private static final Var W = Var.local("w", CoreType.REALS);
  private static final Var M = Var.local("m", new CoreType(Kind.REAL, 2, true));

  private static Object run(List<Stmt> body, Expr value, Object... arguments) {
    List<Var> parameters = List.of(V, K).subList(0, arguments.length);
    List<Stmt> all = new ArrayList<>(body);
    all.add(new Stmt.Return(Optional.of(new Operand.Scalar(value))));
    CoreFunction f =
        new CoreFunction(
            "f",
            parameters,
            Optional.of(value.kind() == Kind.INT ? CoreType.INT : CoreType.REAL),
            all);
    CoreProgram program =
        new CoreProgram("p", List.of(), Map.of("f", f), List.of(), List.of(), List.of(), 0);
    return new Interpreter(program).call("f", new Scratch(0, 0), arguments);
  }

  private static Expr i(int value) {
    return new Expr.IntLiteral(value);
  }

  private static Expr at(Var container, int... indices) {
    return new Expr.Load(container, Arrays.stream(indices).mapToObj(InterpreterTest::i).toList());
  }

  private static Stmt make(Var variable, int... sizes) {
    List<Expr> all = Arrays.stream(sizes).mapToObj(InterpreterTest::i).toList();
    return new Stmt.Declare(variable, all, Stmt.Fill.ZERO);
  }

  @Test
  void readsArguments() {
    assertEquals(2.5, run(List.of(), at(V, 1), Container.of(1, 2.5)));
    assertEquals(7, run(List.of(), new Expr.Read(K), Container.of(1.0), 7));
  }

  @Test
  void indicesStayInside() {
    Container two = Container.of(1.0, 2.0);
    assertThrows(IndexOutOfBoundsException.class, () -> run(List.of(), at(V, 2), two));
    assertThrows(IndexOutOfBoundsException.class, () -> run(List.of(), at(V, -1), two));
    List<Stmt> matrix = List.of(make(M, 2, 3));
    assertEquals(0.0, run(matrix, at(M, 1, 2)));
    assertThrows(IndexOutOfBoundsException.class, () -> run(matrix, at(M, 2, 0)));
    assertThrows(IndexOutOfBoundsException.class, () -> run(List.of(make(W, -1)), i(0)));
  }

  @Test
  void viewsAndCopiesFit() {
    Stmt view = new Stmt.View(W, V, i(1), List.of(i(2)));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> run(List.of(view), new Expr.RealLiteral(0), Container.of(1.0, 2.0)));
    List<Stmt> copy = List.of(make(W, 3), new Stmt.Copy(W, V));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> run(copy, new Expr.RealLiteral(0), Container.of(1.0, 2.0)));
  }

  @Test
  void whatARegionMadeIsUselessAfterIt() {
    List<Stmt> body = List.of(new Compound.Region(List.of(make(W, 1))));
    assertTrue(Double.isNaN((Double) run(body, at(W, 0))));
  }

  @Test
  void kindsAreChecked() {
    List<Stmt> body = List.of(new Stmt.Assign(X, i(1)));
    assertThrows(IllegalArgumentException.class, () -> run(body, new Expr.Read(X)));
  }

  @Test
  void absentContainersHaveNoElements() {
    assertEquals(0, run(List.of(), new Expr.Dim(W, 0)));
    assertThrows(RuntimeException.class, () -> run(List.of(), at(W, 0)));
  }

  @Test
  void targetIsTheValueOfAFunctionWithoutOne() {
    CoreFunction f =
        new CoreFunction(
            "f",
            List.of(),
            Optional.empty(),
            List.of(
                new Stmt.AddTarget(new Expr.RealLiteral(2)),
                new Stmt.AddTarget(new Expr.RealLiteral(0.5))));
    CoreProgram program =
        new CoreProgram("p", List.of(), Map.of("f", f), List.of(), List.of(), List.of(), 0);
    assertEquals(2.5, new Interpreter(program).call("f", new Scratch(0, 0)));
  }
}
