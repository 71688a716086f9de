package org.stanj;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java values go in and come out in the shapes of the page; what does not fit is named. */
final class DataTest {
  private static final StanModel SHAPES = Stan.compile(Programs.SHAPES);
  private static final StanModel SCHOOLS = Stan.compile("schools", Programs.SCHOOLS);

  private static Data shapes() {
    return Data.of("n", 3L)
        .with("k", new long[] {4, 5})
        .with("v", List.of(1.5, 2, 3))
        .with("m", new double[][] {{1, 2, 3}, {4, 5, 6}})
        .with("a", new double[][][] {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}})
        .with("z", new double[] {0.5, -1})
        .with("t", Map.of("1", 0.25, "2", new int[] {7, 8}))
        .with("u", List.of(tuple(1, 1, 2), tuple(2, 3, 4)));
  }

  private static Map<String, Object> tuple(int first, double... second) {
    return Map.of("1", first, "2", second);
  }

  @Test
  void javaValuesOfAllShapesArrive() {
    Posterior posterior = SHAPES.bind(shapes());
    Values values = posterior.generate(new double[posterior.dimension()], 0);
    assertEquals(3, values.real("n2"));
    assertArrayEquals(new double[] {4, 5}, values.vector("k2"));
    assertArrayEquals(new double[] {1.5, 2, 3}, values.vector("v2"));
    assertArrayEquals(new double[][] {{1, 2, 3}, {4, 5, 6}}, values.matrix("m2"));
    double[][][] a = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
    assertArrayEquals(a, (Object[]) values.get("a2"));
    assertArrayEquals(new double[] {0.5, -1}, values.vector("z2"));
    assertEquals(0.25, values.real("t1"));
    assertArrayEquals(new double[] {7, 8}, values.vector("t2"));
    assertArrayEquals(new double[] {3, 4}, values.vector("u22"));
  }

  @Test
  void valuesGoBackToWhereTheyCameFrom() {
    Posterior posterior = SHAPES.bind(shapes());
    double[] q = {0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    Values values = posterior.constrain(q);
    assertEquals(List.of("s", "p", "q.1", "q.2"), values.names());
    assertEquals(Math.exp(0.5), values.real("s"), 1e-15);
    assertArrayEquals(new double[][] {{1, 3, 5}, {2, 4, 6}}, values.matrix("p"));
    assertArrayEquals(new double[] {1, 3, 5, 2, 4, 6}, values.flat("p"));
    assertArrayEquals(new double[] {8, 9}, values.vector("q.2"));
    assertArrayEquals(q, posterior.unconstrain(values.toData()), 1e-15);
  }

  @Test
  void wrongNamesAndRanksAreTold() {
    Posterior posterior = SHAPES.bind(shapes());
    Values values = posterior.constrain(new double[10]);
    Exception name = assertThrows(NoSuchElementException.class, () -> values.real("x"));
    assertEquals("no variable x; there are [s, p, q.1, q.2]", name.getMessage());
    Exception rank = assertThrows(IllegalArgumentException.class, () -> values.vector("p"));
    assertEquals("p has 2 dimensions [2, 3], not 1", rank.getMessage());
  }

  private static String refused(Data data) {
    return assertThrows(InputException.class, () -> SCHOOLS.bind(data)).getMessage();
  }

  @Test
  void dataThatDoNotFitNameVariableShapeAndPlace() {
    assertEquals(
        "variable does not exist; processing stage=data initialization; variable name=J;"
            + " base type=int (in 'schools.stan', line 2, column 2 to column 17)",
        refused(Data.NONE));
    String size = refused(Programs.schools().with("y", new double[7]));
    assertTrue(size.contains("variable name=y; position=0; dims declared=(8)"), size);
    assertTrue(size.contains("dims found=(7) (in 'schools.stan', line 3, column 2"), size);
    String rank = refused(Programs.schools().with("y", new double[8][1]));
    assertTrue(rank.contains("dims declared=(8); dims found=(8,1)"), rank);
    String type = refused(Programs.schools().with("J", 8.0));
    assertTrue(type.contains("int variable contained non-int values"), type);
    String bound =
        refused(Programs.schools().with("sigma", new double[] {1, 1, 1, -1, 1, 1, 1, 1}));
    assertTrue(bound.contains("sigma[4] is -1, but must be greater than or equal to 0"), bound);
  }

  @Test
  void valuesThatAreNoDataAreNamed() {
    assertIllFormed(
        "y", new double[][] {{1, 2}, {3}}, "Variable: y, error: non-rectangular array.");
    assertIllFormed(
        "y", "text", "Variable: y, error: a value of class java.lang.String is neither");
    assertIllFormed("y", new boolean[1], "Variable: y, error: a value of class java.lang.Boolean");
    assertIllFormed("k", 1L << 40, "Variable: k, error: 1099511627776 does not fit the 32 bits");
    assertIllFormed("t", Map.of("a", 1), "Variable: t, error: a tuple has members 1, 2, ...");
    Map<String, Object> none = new HashMap<>();
    none.put("x", null);
    Exception e = assertThrows(InputException.class, () -> Data.of(none));
    assertTrue(e.getMessage().startsWith("Variable: x, error: null is neither"), e.getMessage());
  }

  private static void assertIllFormed(String name, Object value, String message) {
    Exception e = assertThrows(InputException.class, () -> Data.of(name, value));
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
  }

  @Test
  void jsonAndFilesAreRead(@TempDir Path folder) throws Exception {
    double[] q = {1, 0.5, 0, 1, 2, 3, 4, 5, 6, 7};
    double expected = SCHOOLS.bind(Programs.schools()).logDensity(q);
    assertEquals(expected, SCHOOLS.bind(Data.json(Programs.JSON)).logDensity(q));
    Path file = folder.resolve("d.json");
    Files.writeString(file, Programs.JSON);
    assertEquals(expected, SCHOOLS.bind(Data.read(file)).logDensity(q));
    Exception syntax = assertThrows(InputException.class, () -> Data.json("{\"J\": }"));
    assertTrue(syntax.getMessage().contains("(line 1, column "), syntax.getMessage());
    Exception absent =
        assertThrows(InputException.class, () -> Data.read(folder.resolve("none.json")));
    assertTrue(absent.getMessage().contains("none.json"), absent.getMessage());
  }

  @Test
  void laterChangesOfAnArrayDoNotMatter() {
    double[] y = Programs.Y.clone();
    Data data = Programs.schools().with("y", y);
    y[0] = Double.NaN;
    double[] q = new double[10];
    assertEquals(SCHOOLS.bind(Programs.schools()).logDensity(q), SCHOOLS.bind(data).logDensity(q));
  }
}
