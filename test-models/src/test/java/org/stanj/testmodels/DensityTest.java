package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.stanj.runtime.model.Model.JACOBIAN;
import static org.stanj.runtime.model.Model.PROPTO;
import static org.stanj.testmodels.Closeness.assertClose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.stanj.runtime.model.Variable.Block;
import org.stanj.stdlib.abi.RejectException;

/** Density, gradient, constrained values, generated quantities and printed text against Stan. */
class DensityTest {
  /** Columns, or partial derivatives, that differ from real Stan's on purpose, with the reason. */
  private static final Map<String, String> DIFFERENT = Scope.table("columns_different.tsv");

  @TestFactory
  Stream<DynamicNode> programsAgreeWithStan() {
    return Scope.programs().stream().map(name -> dynamicContainer(name, testsOf(name)));
  }

  private static List<DynamicTest> testsOf(String name) {
    OracleModels oracle = OracleModels.of(name);
    Supplier<BoundProgram> program =
        new Once(() -> BoundProgram.of(TestPrograms.bindAsStanReads(name)));
    List<DynamicTest> tests = new ArrayList<>();
    int number = 1;
    for (JsonNode point : oracle.points()) {
      tests.addAll(testsOf(oracle, program, new Point(number++, point)));
    }
    number = 1;
    for (JsonNode point : oracle.errorPoints()) {
      String label = "error point " + number++;
      tests.add(named(oracle, label, () -> errorPoint(oracle, program.get(), point)));
    }
    return tests;
  }

  private static List<DynamicTest> testsOf(
      OracleModels oracle, Supplier<BoundProgram> program, Point point) {
    String label = "point " + point.number + " ";
    return List.of(
        named(oracle, label + "density", () -> density(oracle, program.get(), point)),
        named(oracle, label + "gradient", () -> gradient(oracle, program.get(), point)),
        named(oracle, label + "constrained", () -> constrained(oracle, program.get(), point)),
        named(oracle, label + "generated", () -> generated(oracle, program.get(), point)),
        named(oracle, label + "printed", () -> printed(program.get(), point)));
  }

  /** A test whose failure names program and point: reports show the message only. */
  private static DynamicTest named(OracleModels oracle, String label, Executable test) {
    String name = oracle.name() + ", " + label;
    return dynamicTest(
        name,
        () -> {
          try {
            test.execute();
          } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(name + ": " + e.getMessage(), e);
          }
        });
  }

  private static void density(OracleModels oracle, BoundProgram program, Point point) {
    Map<String, Integer> kinds =
        Map.of(
            "lp_propto_jacobian",
            PROPTO | JACOBIAN,
            "lp_full_jacobian",
            JACOBIAN,
            "lp_full_no_jacobian",
            0);
    kinds.forEach(
        (kind, flags) -> {
          double expected = OracleModels.number(point.json.get(kind));
          double[] q = point.q();
          double plain = program.model().logDensity(q, flags, program.scratch());
          assertClose(kind, expected, plain, oracle.tolerance());
          double withGradient = program.densityOfGradient(q, flags);
          assertClose(kind + " with gradient", expected, withGradient, oracle.tolerance());
        });
  }

  private static void gradient(OracleModels oracle, BoundProgram program, Point point) {
    List<String> names =
        OracleModels.list(oracle.json().path("unconstrained_names")).stream()
            .map(JsonNode::asText)
            .toList();
    double[] expected = OracleModels.numbers(point.json.path("gradient"));
    double[] found = program.gradient(point.q(), JACOBIAN);
    assertClose(names, expected, found, oracle.gradientTolerance());
    double[] proportional = program.gradient(point.q(), PROPTO | JACOBIAN);
    assertClose(names, expected, proportional, oracle.gradientTolerance());
    if (point.json.has("gradient_by_differences")) {
      double[] exact = OracleModels.numbers(point.json.get("gradient_by_differences"));
      for (int i = 0; i < exact.length; i++) {
        if (!DIFFERENT.containsKey(oracle.name() + " difference in " + names.get(i))) {
          assertClose(names.get(i), exact[i], found[i], 1e-8);
        }
      }
    }
  }

  private static void constrained(OracleModels oracle, BoundProgram program, Point point) {
    Map<String, Double> columns = program.columns(point.q(), Block.TRANSFORMED_PARAMETERS);
    assertEquals(oracle.parameterNames(), List.copyOf(columns.keySet()));
    double[] expected = OracleModels.numbers(point.json.path("constrained"));
    for (int i = 0; i < expected.length; i++) {
      String column = oracle.parameterNames().get(i);
      if (!DIFFERENT.containsKey(oracle.name() + " " + column)) {
        assertClose(column, expected[i], columns.get(column), oracle.tolerance());
      }
    }
  }

  private static void generated(OracleModels oracle, BoundProgram program, Point point) {
    Map<String, Double> columns = program.columns(point.q(), Block.GENERATED_QUANTITIES);
    OracleModels.named(point.json.path("generated"))
        .forEach(
            (name, expected) -> {
              if (!DIFFERENT.containsKey(oracle.name() + " " + name)) {
                assertClose(name, expected, columns.get(name), oracle.tolerance());
              }
            });
  }

  private static void printed(BoundProgram program, Point point) {
    program.takePrinted();
    program.model().logDensity(point.q(), PROPTO | JACOBIAN, program.scratch());
    String byDensity = program.takePrinted();
    assertEquals(point.json.path("printed_by_log_density").asText(""), byDensity);
    program.columns(point.q(), Block.GENERATED_QUANTITIES);
    String byGenerated = program.takePrinted();
    assertEquals(point.json.path("printed_by_generated_quantities").asText(""), byGenerated);
  }

  private static void errorPoint(OracleModels oracle, BoundProgram program, JsonNode json) {
    double[] q = OracleModels.numbers(json.get("unconstrained"));
    program.takePrinted();
    if (json.has("log_density_throws")) {
      RejectException thrown =
          assertThrows(RejectException.class, () -> program.gradient(q, PROPTO | JACOBIAN));
      String message = "Exception: " + TestPrograms.withoutFolders(thrown.getMessage());
      assertEquals(json.get("log_density_throws").asText(), message);
    } else {
      double expected = OracleModels.number(json.get("lp_propto_jacobian"));
      double found = program.densityOfGradient(q, PROPTO | JACOBIAN);
      assertClose("density", expected, found, oracle.tolerance());
    }
    assertEquals(json.path("printed_by_log_density").asText(""), program.takePrinted());
  }

  private record Point(int number, JsonNode json) {
    double[] q() {
      return OracleModels.numbers(json.get("unconstrained"));
    }
  }

  /** Binds at the first use, so that a program that fails to compile fails its tests only. */
  private static final class Once implements Supplier<BoundProgram> {
    private final Supplier<BoundProgram> maker;
    private BoundProgram made;

    Once(Supplier<BoundProgram> maker) {
      this.maker = maker;
    }

    @Override
    public BoundProgram get() {
      if (made == null) {
        made = maker.get();
      }
      return made;
    }
  }
}
