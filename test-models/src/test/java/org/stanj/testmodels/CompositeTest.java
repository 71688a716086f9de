package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.RowContext;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable.Block;

/**
 * Tuples and complex values through a whole program: parameters, functions, assignments, output.
 */
class CompositeTest {
  private static final String PROGRAM =
      """
      functions {
        tuple(complex, array[] tuple(int, vector)) turned(
            complex z, array[] tuple(int, vector) a, int n) {
          if (n == 0) {
            return (z, a);
          }
          array[2] tuple(int, vector[2]) b = a;
          for (t in a) {
            b[1].2[1] += t.2[2];
            b[2].1 += t.1;
          }
          return turned(z * 2i, b, n - 1);
        }
        real part(array[] int s, int from, int to, tuple(real, vector) th, complex z) {
          return normal_lpdf(to_vector(s) | th.1 * th.2[2], exp(th.2[1])) + (z == 1i);
        }
      }
      data {
        array[2] tuple(int, vector[2]) d;
        complex_matrix[2, 2] M;
        array[3] complex zs;
      }
      parameters {
        array[2] tuple(real<lower=0>, array[3] vector[2]) p;
        tuple(real, simplex[3]) q;
        complex z;
        array[2] complex_matrix[2, 2] m;
        array[2, 2] tuple(tuple(real<lower=0, upper=1>, complex), array[2] simplex[3]) deep;
      }
      transformed parameters {
        tuple(complex, real) tp = (z * z, p[1].1);
      }
      model {
        complex turn;
        array[2] tuple(int, vector[2]) r;
        (turn, r) = turned(z, d, 3);
        target += reduce_sum(part, {1, 2, 3}, 1, (q.1, q.2), tp.1);
        target += -square(p[2].1) * r[2].1 + deep[2, 1].2[1, 2] * deep[1, 2].1.1;
        for (i in 1:2) {
          p[i].1 ~ exponential(1);
          for (v in p[i].2) {
            v ~ normal(0, p[i].1);
          }
        }
      }
      generated quantities {
        array[2] tuple(int, vector[2]) r;
        complex turn;
        (turn, r) = turned(z, d, 3);
        tuple(array[2] int, tuple(complex, complex_vector[2])) big = ({1, 2}, (1i, [z, 2]'));
        big.2.2[1] = 5;
        big.2.1 *= 2i;
        big.1[2] -= 7;
        complex sum = 0;
        for (one in zs) {
          sum += one;
        }
        complex_matrix[2, 2] product = m[1] * M;
        tuple(int, complex) chosen = r[1].1 == 3 ? (1, 2i) : (3, z);
        int a = 1;
        int b = 2;
        (a, b) = (b, a);
        print(big, " ", sum, " ", d);
      }
      """;
  private static final String DATA =
      """
      {"d": [{"1": 3, "2": [1.5, 2]}, {"1": 4, "2": [-1, 0.5]}],
       "M": [[[1, 2], [0, 1]], [[3, 0], [0.5, -1]]],
       "zs": [[1, 1], [2, -3], [0.5, 0]]}
      """;

  private final Model model = TestPrograms.bindText(TestPrograms.compileText(PROGRAM), DATA);
  private final BoundProgram program = BoundProgram.of(model);

  private double[] point() {
    double[] q = new double[model.unconstrainedSize()];
    for (int i = 0; i < q.length; i++) {
      q[i] = Math.sin(3 * i + 1);
    }
    return q;
  }

  @Test
  void gradientsAgreeWithDifferences() {
    double[] q = point();
    double[] differences = new double[q.length];
    double h = 1e-5;
    for (int i = 0; i < q.length; i++) {
      double at = q[i];
      q[i] = at + h;
      double above = model.logDensity(q, Model.JACOBIAN, program.scratch());
      q[i] = at - h;
      double below = model.logDensity(q, Model.JACOBIAN, program.scratch());
      q[i] = at;
      differences[i] = (above - below) / (2 * h);
    }
    assertArrayEquals(differences, program.gradient(q, Model.JACOBIAN), 1e-7);
  }

  /** In the order in which Stan writes them. */
  @Test
  void columnsLieElementByElement() {
    List<String> names =
        List.copyOf(program.columns(point(), Block.TRANSFORMED_PARAMETERS).keySet());
    assertEquals(
        List.of("p.1:1", "p.1:2.1.1", "p.1:2.2.1", "p.1:2.3.1", "p.1:2.1.2"), names.subList(0, 5));
    assertEquals(List.of("p.2:1", "p.2:2.1.1"), names.subList(7, 9));
    assertEquals(
        List.of("q:1", "q:2.1", "q:2.2", "q:2.3", "z.real", "z.imag", "m.1.1.1.real"),
        names.subList(14, 21));
    assertEquals(
        List.of("m.1.1.1.imag", "m.2.1.1.real", "m.2.1.1.imag", "m.1.2.1.real"),
        names.subList(21, 25));
    assertEquals(
        List.of("deep.1.1:1:1", "deep.1.1:1:2.real", "deep.1.1:1:2.imag", "deep.1.1:2.1.1"),
        names.subList(36, 40));
    assertEquals(List.of("tp:1.real", "tp:1.imag", "tp:2"), names.subList(72, 75));
  }

  @Test
  void unconstrainingGivesThePointBack() {
    double[] q = point();
    Map<String, Double> columns = program.columns(q, Block.PARAMETERS);
    double[] row = columns.values().stream().mapToDouble(v -> v).toArray();
    double[] back = new double[q.length];
    model.unconstrain(
        RowContext.of(new ArrayList<>(columns.keySet()), row, model.variables()),
        back,
        program.scratch());
    assertArrayEquals(q, back, 1e-12);
  }

  @Test
  void unconstrainedNamesLieElementByElement() {
    List<String> names = Columns.unconstrained(model.variables(), "");
    assertEquals(model.unconstrainedSize(), names.size());
    assertEquals(List.of("q:1", "q:2.1", "q:2.2", "z.real", "z.imag"), names.subList(14, 19));
    assertEquals("deep.2.1:1:1", names.get(42));
  }

  @Test
  void functionsAndAssignmentsTakeThemApart() {
    double[] q = point();
    Map<String, Double> columns = program.columns(q, Block.GENERATED_QUANTITIES);
    assertEquals(
        "([1,-5],((-2,0),[(5,0),(2,0)])) (3.5,-2) [(3,[1.5,2]),(4,[-1,0.5])]\n",
        program.takePrinted());
    double re = columns.get("z.real");
    double im = columns.get("z.imag");
    assertEquals(8 * im, columns.get("turn.real"), 1e-12);
    assertEquals(-8 * re, columns.get("turn.imag"), 1e-12);
    assertEquals(3, columns.get("r.1:1"));
    assertEquals(9, columns.get("r.1:2.1"));
    assertEquals(53, columns.get("r.2:1"));
    assertEquals(2, columns.get("chosen:2.imag"));
    assertEquals(2, columns.get("a"));
    assertEquals(re * re - im * im, columns.get("tp:1.real"), 1e-12);
    double product =
        columns.get("m.1.1.1.real")
            - 2 * columns.get("m.1.1.1.imag")
            + 3 * columns.get("m.1.1.2.real");
    assertEquals(product, columns.get("product.1.1.real"), 1e-12);
  }
}
