package org.stanj.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.stanj.compiler.emit.Core.*;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.CoreProgram.OutputVariable;
import org.stanj.compiler.core.CoreProgram.SliceKernel;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Stmt.Fill;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.interpret.Interpreter;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.DataException;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** A small model with data, parameters, slices and generated quantities, through all entries. */
class ModelTest {
  private static final Var N = field("N", CoreType.INT);
  private static final Var S = field("new", CoreType.REAL);
  private static final Var Y = field("y", CoreType.REALS);
  private static final Var M = field("odd/name;", new CoreType(Kind.REAL, 2, true));
  private static final Var K = field("k", CoreType.INTS);
  private static final Var I = intVar("i");
  private static final double[] POINT = {0.5, 2};

  /** The data of the model. */
  private static final DataContext DATA =
      new Named(
          Map.of("N", new double[] {4}, "s", new double[] {1.5}, "y", new double[] {1, 2, 4, 7}));

  /** Variables by name; ints are kept as doubles. */
  private record Named(Map<String, double[]> values) implements DataContext {
    @Override
    public boolean contains(String name) {
      return values.containsKey(name);
    }

    @Override
    public void readReals(Request request, double[] into, int offset, int[] dims, boolean matrix) {
      double[] found = values.get(request.name());
      if (found == null) {
        throw DataException.absent(request, "double", dims);
      }
      System.arraycopy(found, 0, into, offset, Arrays.stream(dims).reduce(1, (a, b) -> a * b));
    }

    @Override
    public void readInts(Request request, int[] into, int offset, int[] dims) {
      double[] reals = new double[Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
      readReals(request, reals, 0, dims, false);
      for (int i = 0; i < reals.length; i++) {
        into[offset + i] = (int) reals[i];
      }
    }
  }

  private static Stmt read(Var variable, String name) {
    return new Stmt.ReadData(variable, name, "data initialization", "(in 'm.stan', line 1)");
  }

  private static CoreFunction bindData() {
    Var made = container("made", Kind.INT, 1, false);
    return bind(
        read(N, "N"),
        read(S, "s"),
        make(Y, Fill.UNSET, get(N)),
        read(Y, "y"),
        make(M, Fill.ZERO, i(2), get(N)),
        store(M, at(Y, i(1)), i(1), i(3)),
        call(K, "counts", by(get(N))),
        make(made, Fill.ZERO, i(1000)),
        when(
            op(Operator.LESS, at(Y, i(0)), r(0)),
            List.of(
                new Stmt.Reject(
                    Stmt.RejectKind.DOMAIN, List.of(text("y[1] is "), by(at(Y, i(0)))), "(2)")),
            List.of()));
  }

  private static CoreFunction counts() {
    Var n = intVar("n");
    Var made = container("made", Kind.INT, 1, false);
    return function(
        "counts",
        List.of(n),
        CoreType.INTS,
        make(made, Fill.ZERO, get(n)),
        loop(I, i(0), sub(get(n), i(1)), store(made, add(get(I), i(1)), get(I))),
        giveBack(made));
  }

  private static CoreFunction slice(boolean gradient) {
    Var active = container("active", Kind.REAL, 1, false);
    Var passive = container("passive", Kind.REAL, 1, false);
    Var ints = container("ints", Kind.INT, 1, false);
    Var lo = intVar("lo");
    Var hi = intVar("hi");
    Var sum = realVar("sum");
    Var z = realVar("z");
    Expr position = sub(get(I), i(1));
    Stmt body = set(sum, sub(get(sum), mul(get(z), get(z))));
    Stmt adjoint = accumulate(ADJOINT, mul(r(2), get(z)), i(0));
    Stmt[] statements = {
      set(sum, r(0)),
      loop(
          I,
          get(lo),
          get(hi),
          set(z, sub(at(passive, position), at(active, i(0)))),
          set(sum, add(get(sum), real(at(ints, i(0))))),
          gradient ? adjoint : body,
          gradient ? body : set(z, r(0))),
      giveBack(get(sum))
    };
    List<Var> parameters =
        gradient
            ? List.of(active, passive, ints, lo, hi, ADJOINT)
            : List.of(active, passive, ints, lo, hi);
    return function(gradient ? "sliceGradient" : "slice", parameters, CoreType.REAL, statements);
  }

  private static Stmt sum(Optional<Var> adjoint) {
    return new Stmt.ParallelSum(realVar("sum"), 0, Q, Y, K, get(N), i(1), adjoint, "", 0);
  }

  private static CoreProgram model() {
    Var sizes = Var.local("sizes", CoreType.INTS);
    Var transformed = intVar("transformed");
    Var generated = intVar("generated");
    Expr negative = op(Operator.LESS, at(Q, i(0)), r(0));
    Stmt fail = new Stmt.Reject(Stmt.RejectKind.DOMAIN, List.of(text("no")), "");
    List<CoreFunction> functions =
        List.of(
            bindData(),
            counts(),
            slice(false),
            slice(true),
            procedure(
                Entries.SHAPES,
                List.of(sizes),
                store(sizes, get(N), i(0)),
                store(sizes, i(2), i(1)),
                store(sizes, get(N), i(2)),
                store(sizes, i(1), i(3)),
                store(sizes, dim(K, 0), i(4))),
            density(sum(Optional.empty()), giveBack(add(get(realVar("sum")), get(S)))),
            gradient(sum(Optional.of(ADJOINT)), giveBack(add(get(realVar("sum")), get(S)))),
            procedure(
                Entries.CONSTRAIN,
                List.of(Q, OUT, transformed, generated),
                store(OUT, at(Q, i(0)), i(0)),
                when(get(generated), List.of(when(negative, List.of(fail), List.of())), List.of()),
                when(get(transformed), List.of(store(OUT, at(M, i(7)), i(1))), List.of())),
            procedure(
                Entries.UNCONSTRAIN,
                List.of(Q),
                when(
                    new Expr.HasInit("s"),
                    List.of(read(realVar("s"), "s"), store(Q, get(realVar("s")), i(1))),
                    List.of())),
            generate(store(OUT, new Expr.Apply(TestKernels.UNIFORM, List.of(get(S))), i(0))));
    Map<String, CoreFunction> all = new LinkedHashMap<>();
    functions.forEach(function -> all.put(function.name(), function));
    return new CoreProgram(
        "model",
        List.of(N, S, Y, M, K),
        all,
        List.of(new SliceKernel("slice", Optional.of("sliceGradient"))),
        List.of(),
        List.of(
            new OutputVariable("theta", "PARAMETERS", "VECTOR", 1, 1),
            new OutputVariable("m", "TRANSFORMED_PARAMETERS", "MATRIX", 2, 0),
            new OutputVariable("g", "GENERATED_QUANTITIES", "INT", 1, 0)),
        0);
  }

  private static List<CompiledModel> both() {
    CoreProgram program = model();
    return List.of(
        Classes.compiled(program),
        new Interpreter(program).compiled(Classes.INFO, TestStream::new));
  }

  @Test
  void allEntriesAgree() {
    Both.run(model(), DATA, 2, POINT);
  }

  @Test
  void densityAndGradient() {
    for (CompiledModel compiled : both()) {
      Model model = compiled.bind(DATA, 1);
      Scratch scratch = model.newScratch();
      double[] gradient = {9, 9};
      double expected = 1.5 + 4 - 0.25 - 2.25 - 12.25 - 42.25;
      assertEquals(expected, model.logDensity(POINT, 0, scratch));
      assertEquals(expected, model.gradient(POINT, gradient, 0, scratch));
      assertEquals(List.of(24.0, 0.0), List.of(gradient[0], gradient[1]));
    }
  }

  @Test
  void variablesHaveTheirSizes() {
    for (CompiledModel compiled : both()) {
      Model model = compiled.bind(DATA, 1);
      List<Variable> variables = model.variables();
      assertEquals(2, model.unconstrainedSize());
      assertEquals(List.of("theta", "m", "g"), variables.stream().map(Variable::name).toList());
      assertEquals(List.of(4), variables.get(0).dims());
      assertEquals(List.of(2), variables.get(0).unconstrainedDims());
      assertEquals(List.of(4, 1), variables.get(1).dims());
      assertEquals(List.of(4), variables.get(2).dims());
    }
  }

  @Test
  void constrainKeepsWhatWasMadeBeforeARejection() {
    for (CompiledModel compiled : both()) {
      Model model = compiled.bind(DATA, 1);
      Scratch scratch = model.newScratch();
      double[] out = new double[3];
      model.constrain(POINT, out, true, true, new TestStream(1), scratch);
      assertEquals("[0.5, 2.0, NaN]", Arrays.toString(out));
      double[] negative = {-1, 0};
      assertThrows(
          RejectException.class,
          () -> model.constrain(negative, out, true, true, new TestStream(1), scratch));
      assertEquals("[-1.0, NaN, NaN]", Arrays.toString(out));
    }
  }

  @Test
  void unconstrainTakesWhatTheContextHas() {
    for (CompiledModel compiled : both()) {
      Model model = compiled.bind(DATA, 1);
      double[] q = {7, 8};
      model.unconstrain(DataContext.EMPTY, q, model.newScratch());
      assertEquals("[7.0, 8.0]", Arrays.toString(q));
      model.unconstrain(DATA, q, model.newScratch());
      assertEquals("[7.0, 1.5]", Arrays.toString(q));
    }
  }

  @Test
  void bindFailsWithMessages() {
    for (CompiledModel compiled : both()) {
      assertThrows(DataException.class, () -> compiled.bind(DataContext.EMPTY, 1));
      Map<String, double[]> values =
          Map.of("N", new double[] {4}, "s", new double[1], "y", new double[] {-2.5, 0, 0, 0});
      RejectException e =
          assertThrows(RejectException.class, () -> compiled.bind(new Named(values), 1));
      assertEquals("y[1] is -2.5 (2)", e.getMessage());
    }
  }

  @Test
  void textNamesInstructions() {
    String text = Emitter.text(Emitter.emit(model(), "test.Model", "m.stan"));
    for (String part : List.of("test/Model", "INVOKESTATIC", "logDensity", "m.stan")) {
      assertEquals(true, text.contains(part), part);
    }
  }

  @Test
  void absentOperandsAreNull() {
    Var x = container("x", Kind.REAL, 2, false);
    CoreProgram program =
        program(
            function("sizes", List.of(x), CoreType.REAL, giveBack(real(dim(x, 1)))),
            density(
                call(realVar("n"), "sizes", new Operand.Absent(Kind.REAL)),
                giveBack(get(realVar("n")))));
    assertEquals(0, Both.run(program, 0, 1).value(0));
  }
}
