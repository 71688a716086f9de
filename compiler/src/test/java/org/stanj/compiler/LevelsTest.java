package org.stanj.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stanj.runtime.io.DataFiles;
import org.stanj.runtime.model.Model;

/**
 * Which terms {@code ~} and {@code _lupdf} drop: densities without constants, as real Stan computes
 * them; their gradients are those of the densities with constants.
 */
class LevelsTest {
  private static final double TOLERANCE = 1e-11;

  /** A line of {@code figures.tsv}. */
  private record Figures(String program, double[] q, double density, double[] gradient) {
    static Figures of(String line) {
      String[] cells = line.split("\t");
      return new Figures(
          cells[0], numbers(cells[1]), Double.parseDouble(cells[2]), numbers(cells[3]));
    }

    private static double[] numbers(String cell) {
      return Stream.of(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
  }

  @TestFactory
  Stream<DynamicTest> constantsAreDroppedAsInStan() throws IOException {
    List<Figures> figures = new ArrayList<>();
    for (String line : Files.readAllLines(folder().resolve("figures.tsv"))) {
      if (!line.startsWith("#")) {
        figures.add(Figures.of(line));
      }
    }
    return figures.stream().map(f -> DynamicTest.dynamicTest(f.program(), () -> assertAgrees(f)));
  }

  private static void assertAgrees(Figures f) {
    Model model = bind(f.program());
    assertEquals(f.q().length, model.unconstrainedSize(), f.program());
    double[] gradient = new double[f.q().length];
    int dropped = Model.JACOBIAN | Model.PROPTO;
    double density = model.gradient(f.q(), gradient, dropped, model.newScratch());
    assertClose(f.program(), f.density(), density);
    assertClose(f.program(), density, model.logDensity(f.q(), dropped, model.newScratch()));
    double[] kept = new double[f.q().length];
    model.gradient(f.q(), kept, Model.JACOBIAN, model.newScratch());
    for (int i = 0; i < kept.length; i++) {
      assertClose(f.program() + " d/dq" + i, f.gradient()[i], gradient[i]);
      assertClose(f.program() + " d/dq" + i, f.gradient()[i], kept[i]);
    }
  }

  private static void assertClose(String what, double expected, double value) {
    assertEquals(expected, value, TOLERANCE * (1 + Math.abs(expected)), what);
  }

  private static Model bind(String program) {
    String data = program.startsWith("multivariate") ? "multivariate.json" : "data.json";
    return Stages.of(folder().resolve(program + ".stan"))
        .emitted()
        .bind(DataFiles.read(folder().resolve(data).toString(), w -> {}), 1);
  }

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(LevelsTest.class.getResource("/levels")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
