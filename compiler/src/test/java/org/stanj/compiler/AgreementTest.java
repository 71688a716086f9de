package org.stanj.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Callback.Use;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.DataFiles;
import org.stanj.runtime.io.RowContext;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.runtime.model.Variable.Block;
import org.stanj.stdlib.abi.BoundCallback.Method;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * For each test model: every stage has the same density and gradient, up to the order of sums, and
 * so have all from the one on that evaluates functions a block at a time; what is emitted gives the
 * same bits interpreted; unconstraining undoes constraining.
 */
class AgreementTest {
  private static final Path MODELS =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("test-models");
  private static final String SCOPE = "src/test/resources/org/stanj/testmodels/scope.tsv";
  private static final int POINTS = 2;
  private static final String BEFORE_BLOCKS = "core:saved";

  /** A unit vector does not keep the length of the point that it came from. */
  private static final String UNIT_VECTOR = "all_constraint_types";

  private static final int ALL = Model.PROPTO | Model.JACOBIAN;

  /** What an evaluation gave: value and gradient, or why it was rejected. */
  private record Result(double[] values, String rejected) {}

  @TestFactory
  Stream<DynamicTest> stagesAgree() {
    return programs().map(name -> DynamicTest.dynamicTest(name, () -> named(name, this::agree)));
  }

  @TestFactory
  Stream<DynamicTest> unconstrainingUndoesConstraining() {
    return programs()
        .filter(name -> !name.equals(UNIT_VECTOR))
        .map(name -> DynamicTest.dynamicTest(name, () -> named(name, this::roundTrip)));
  }

  @Test
  void unconstrainingUndoesConstrainingOfMatrices() throws URISyntaxException {
    URL program =
        Objects.requireNonNull(
            AgreementTest.class.getResource("/differentiate/types_of_matrices.stan"));
    roundTrip(Stages.of(Path.of(program.toURI())), DataContext.EMPTY, new SplittableRandom(1));
  }

  private interface Check {
    void of(Stages stages, DataContext data, SplittableRandom random);
  }

  /** Reports show messages only: each names its program. */
  private static void named(String name, Check check) {
    try {
      Path folder = MODELS.resolve(name);
      Path data = folder.resolve("data.json");
      DataContext context =
          Files.exists(data) ? DataFiles.read(data.toString(), w -> {}) : DataContext.EMPTY;
      Stages stages = Stages.of(folder.resolve(name + ".stan"));
      check.of(stages, context, new SplittableRandom(name.hashCode()));
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }

  private void agree(Stages stages, DataContext data, SplittableRandom random) {
    Model emitted = stages.emitted().bind(data, 1);
    for (int k = 0; k < POINTS; k++) {
      double[] q = point(emitted.unconstrainedSize(), random);
      int flags = k == 0 ? ALL : Model.JACOBIAN;
      Result expected = gradient(emitted, q, flags);
      // Blocks have approximations of their own, which BlocksTest compares: a badly conditioned
      // program makes much of one ulp.
      Result whole = gradient(bind(stages.passes().get(BEFORE_BLOCKS), data), q, flags);
      boolean[] blocks = {false};
      stages
          .passes()
          .forEach(
              (pass, core) -> {
                agree(pass, core, data, q, flags, blocks[0] ? expected : whole);
                blocks[0] |= pass.equals(BEFORE_BLOCKS);
              });
      Result same = gradient(bind(stages.last(), data), q, flags);
      assertEquals(expected.rejected(), same.rejected());
      assertEquals(Arrays.toString(expected.values()), Arrays.toString(same.values()));
    }
  }

  private static Model bind(CoreProgram core, DataContext data) {
    CompiledModel model = Stages.interpreted(core);
    return model.bind(data, 1);
  }

  private static void agree(
      String pass, CoreProgram core, DataContext data, double[] q, int flags, Result expected) {
    if (!Stages.isWhole(core) || !hasProducts(core)) {
      return;
    }
    Model model = bind(core, data);
    boolean differentiated = core.functions().containsKey(Entries.GRADIENT);
    Result result = differentiated ? gradient(model, q, flags) : density(model, q, flags);
    assertEquals(expected.rejected(), result.rejected(), pass);
    for (int i = 0; i < result.values().length; i++) {
      double value = expected.values()[i];
      double other = result.values()[i];
      boolean close = Math.abs(other - value) <= 1e-12 * (1 + Math.abs(value));
      boolean same = Double.compare(other, value) == 0;
      assertTrue(close || same, pass + " " + i + ": " + other + ", emitted " + value);
    }
  }

  /** Solvers ask for the products of their callbacks, which differentiation makes. */
  private static boolean hasProducts(CoreProgram core) {
    return core.callbacks().stream()
        .allMatch(c -> c.use() == Use.JOBS || c.methods().containsKey(Method.LEAD_VJP));
  }

  private static double[] point(int size, SplittableRandom random) {
    return random.doubles(size, -0.7, 0.7).toArray();
  }

  private static Result density(Model model, double[] q, int flags) {
    try {
      return new Result(new double[] {model.logDensity(q, flags, model.newScratch())}, "");
    } catch (RejectException e) {
      return new Result(new double[0], e.getMessage());
    }
  }

  private static Result gradient(Model model, double[] q, int flags) {
    try {
      double[] gradient = new double[q.length];
      double value = model.gradient(q, gradient, flags, model.newScratch());
      double[] values = new double[q.length + 1];
      values[0] = value;
      System.arraycopy(gradient, 0, values, 1, q.length);
      return new Result(values, "");
    } catch (RejectException e) {
      return new Result(new double[0], e.getMessage());
    }
  }

  private void roundTrip(Stages stages, DataContext data, SplittableRandom random) {
    Model model = stages.emitted().bind(data, 1);
    Scratch scratch = model.newScratch();
    List<Variable> parameters =
        model.variables().stream().filter(v -> v.block() == Block.PARAMETERS).toList();
    for (int k = 0; k < POINTS; k++) {
      double[] q = point(model.unconstrainedSize(), random);
      double[] row = new double[parameters.stream().mapToInt(Variable::size).sum()];
      model.constrain(q, row, false, false, Streams.open(StreamKey.transformedData(1)), scratch);
      double[] back = new double[q.length];
      model.unconstrain(named(parameters, row), back, scratch);
      double[] again = new double[row.length];
      model.constrain(
          back, again, false, false, Streams.open(StreamKey.transformedData(1)), scratch);
      assertClose("constrained", row, again);
      assertClose("unconstrained", q, back);
    }
  }

  private static void assertClose(String what, double[] expected, double[] values) {
    for (int i = 0; i < expected.length; i++) {
      boolean close = Math.abs(values[i] - expected[i]) <= 1e-9 * (1 + Math.abs(expected[i]));
      assertTrue(close, what + " " + i + " is " + values[i] + ", was " + expected[i]);
    }
  }

  /** A row of parameters in storage order as a file of draws gives it. */
  private static DataContext named(List<Variable> variables, double[] row) {
    Columns columns = Columns.of(variables);
    double[] ordered = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      ordered[i] = row[columns.storage()[i]];
    }
    return RowContext.of(columns.names(), ordered, variables);
  }

  private static Stream<String> programs() {
    List<String> names = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(MODELS.resolve(SCOPE))) {
        String[] cells = line.split("\t", 2);
        if (cells.length == 2 && cells[1].equals("in")) {
          names.add(cells[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names.stream();
  }
}
