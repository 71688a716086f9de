package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.Variable.Block;

/**
 * Elementary functions of complex numbers on both sides of their cuts, where the sign of a zero
 * decides, against {@code complex_functions.tsv}: values, and signs of zeros.
 */
class ComplexFunctionsTest {
  private static final double TOLERANCE = 4e-15;

  @Test
  void cutsAndSignsOfZeros() throws IOException {
    List<String[]> rows = rows();
    String functions =
        rows.stream()
            .map(row -> row[0])
            .distinct()
            .map(f -> "  complex of_" + f + " = " + f + "(to_complex(p[1], p[2]));\n")
            .collect(Collectors.joining());
    BoundProgram program =
        BoundProgram.of(
            TestPrograms.bindText(
                TestPrograms.compileText(
                    "parameters { vector[2] p; }\ngenerated quantities {\n" + functions + "}\n"),
                "{}"));
    Map<String, String> wrong = new LinkedHashMap<>();
    for (String[] row : rows) {
      double[] p = {Double.parseDouble(row[1]), Double.parseDouble(row[2])};
      Map<String, Double> found = program.columns(p, Block.GENERATED_QUANTITIES);
      double real = found.get("of_" + row[0] + ".real");
      double imaginary = found.get("of_" + row[0] + ".imag");
      if (!isClose(row[3], real) || !isClose(row[4], imaginary)) {
        wrong.put(String.join(" ", row), real + " " + imaginary);
      }
    }
    assertEquals(Map.of(), wrong);
  }

  private static boolean isClose(String expected, double found) {
    double x = Double.parseDouble(expected);
    return x == 0
        ? Math.abs(found) < 1e-15 && Math.copySign(1, x) == Math.copySign(1, found)
        : Math.abs(found - x) <= TOLERANCE * Math.abs(x);
  }

  private static List<String[]> rows() throws IOException {
    try (InputStream in = ComplexFunctionsTest.class.getResourceAsStream("complex_functions.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    }
  }
}
