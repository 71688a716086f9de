package org.stanj.stdlib.scalar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scalar primitives against values.tsv, which make_values.py computes with 60 digits. */
final class ScalarValuesTest {
  private static final double TOLERANCE = 1e-13;

  /** Where the problem itself, not the method, loses more: differences of derivatives. */
  private static final Map<String, Double> TOLERANCES =
      Map.of(
          "IncompleteBeta.logI", 1e-12,
          "IncompleteBeta.firstShapeSlope", 2e-11,
          "IncompleteBeta.secondShapeSlope", 5e-11,
          "StudentTail.logTail", 1e-12,
          "StudentTail.logTailSlope", 1e-9);

  static Stream<String> rows() {
    try (InputStream in = ScalarValuesTest.class.getResourceAsStream("values.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void equalsTheTable(String row) throws ReflectiveOperationException {
    String[] cells = row.split("\t");
    String[] arguments = Arrays.copyOfRange(cells, 1, cells.length - 1);
    double expected = Double.parseDouble(cells[cells.length - 1]);
    double value = call(cells[0], arguments);
    double tolerance = TOLERANCES.getOrDefault(cells[0], TOLERANCE) * Math.abs(expected);
    assertEquals(expected, value, Double.isInfinite(expected) ? 0 : tolerance, row);
  }

  private static double call(String name, String[] arguments) throws ReflectiveOperationException {
    int dot = name.indexOf('.');
    Class<?> owner = Class.forName("org.stanj.stdlib.scalar." + name.substring(0, dot));
    Method method = method(owner, name.substring(dot + 1), arguments);
    Object[] values = new Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      boolean isInt = method.getParameterTypes()[i] == int.class;
      values[i] = isInt ? (Object) Integer.valueOf(arguments[i]) : Double.valueOf(arguments[i]);
    }
    return ((Number) method.invoke(null, values)).doubleValue();
  }

  /** The overload whose int parameters are those that the table writes without a point. */
  private static Method method(Class<?> owner, String name, String[] arguments) {
    return Stream.of(owner.getMethods())
        .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
        .filter(
            m -> {
              boolean fits = true;
              for (int i = 0; i < arguments.length; i++) {
                boolean whole = arguments[i].matches("-?[0-9]+");
                fits &= whole == (m.getParameterTypes()[i] == int.class);
              }
              return fits;
            })
        .findFirst()
        .orElseThrow(() -> new AssertionError("no method " + owner + "." + name));
  }

  @Test
  void edgesFollowStan() {
    assertEquals(Double.POSITIVE_INFINITY, GammaFunctions.lgamma(0));
    assertEquals(Double.POSITIVE_INFINITY, GammaFunctions.lgamma(-3));
    assertTrue(GammaFunctions.lgamma(1) == 0 && GammaFunctions.lgamma(2) == 0);
    assertEquals(Double.NEGATIVE_INFINITY, Elementary.log1p(-1));
    assertEquals(Double.POSITIVE_INFINITY, Elementary.log1p(Double.POSITIVE_INFINITY));
    assertEquals(1, Elementary.pow(1, Double.NaN));
    assertEquals(1, Elementary.pow(0, 0));
    assertEquals(-3, Elementary.round(-2.5));
    assertEquals(0, Logistic.lmultiply(0, 0));
    assertEquals(Double.NEGATIVE_INFINITY, Logistic.logDiffExp(2, 2));
    assertEquals(0, BetaFunctions.lchoose(0, 0));
    assertEquals(Double.POSITIVE_INFINITY, BetaFunctions.lbeta(0, 1));
    assertEquals(Double.NEGATIVE_INFINITY, IncompleteGamma.logP(1.5, 0));
    assertEquals(Double.NEGATIVE_INFINITY, NormalQuantile.invPhi(0));
    assertEquals(0, NormalQuantile.invPhi(0.5));
    assertTrue(Double.isNaN(Logistic.log1mExp(1)));
  }

  @Test
  void binomialCoefficientsAreExact() {
    assertEquals(1, BetaFunctions.choose(10, 0));
    assertEquals(1, BetaFunctions.choose(10, 10));
    assertEquals(0, BetaFunctions.choose(3, 4));
    assertEquals(155117520, BetaFunctions.choose(30, 15));
  }
}
