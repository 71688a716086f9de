package org.stanj.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;

/** Checks of indices are left out only where an index cannot be out of range. */
class IndexChecksTest {
  private static Model model(String statements) {
    String program =
        "functions { real at(vector v, int n) { return v[n]; } }\n"
            + "transformed data { int k = 3; array[3] int ks = {1, 4, 0}; }\n"
            + "parameters { vector[k] p; matrix[2, k] m; }\nmodel {\n"
            + statements
            + "\n}\n";
    return Stages.of(program).emitted().bind(DataContext.EMPTY, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int n = 3; vector[n] v = p; n += 1; target += v[n];",
        "int n = 3; vector[n] v = p; for (i in 1:n) { n += 1; target += v[n]; }",
        "int n = 3; while (n > -1) { target += p[n]; n -= 1; }",
        "for (i in 1:k) target += p[i + 1];",
        "for (i in 1:k) target += p[i - 1];",
        "for (i in 0:k) target += p[i];",
        "for (i in 1:k + 1) target += p[i];",
        "for (i in 1:k) for (j in i:i + 1) target += p[j];",
        "for (i in 1:k) for (j in i - 1:k) target += p[j];",
        "for (i in 1:k) target += p[k - i];",
        "for (i in 1:k) target += p[2 * i];",
        "for (i in 1:k) target += m[i, 1];",
        "for (i in 1:2) target += m[i, k + i - 1];",
        "for (i in ks) target += p[i];",
        "for (i in 1:3) target += p[ks[i]];",
        "target += sum(p[2:4]);",
        "target += sum(p[{1, 4}]);",
        "vector[2] v = p; target += v[1];",
        "vector[k] v = p; v[1:2] = p; target += v[1];",
        "vector[k] v = p; v[4] = 1; target += v[1];",
        "vector[k] v; for (i in 1:k + 1) v[i] = p[1]; target += v[1];",
        "target += at(p, 4) + at(head(p, 2), 1);",
        "target += at(head(p, 2), 3);",
        "for (n in 1:k) target += at(head(p, n), n + 1);",
        "for (n in 1:k) { vector[n] v = head(p, n); for (i in 1:k) target += v[i]; }",
        "array[2] vector[3] a = {p, p}; for (i in 1:3) target += a[i][1];"
      })
  void outOfRangeIsRejected(String statements) {
    Model model = model(statements);
    double[] q = new double[model.unconstrainedSize()];
    assertThrows(RejectException.class, () -> model.logDensity(q, 0, model.newScratch()));
    assertThrows(RejectException.class, () -> model.gradient(q, q.clone(), 0, model.newScratch()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (i in 1:k) target += p[k - i + 1];",
        "for (i in 2:k) target += p[i - 1]; target += p[k];",
        "for (i in 1:k - 1) target += p[i + 1]; target += p[1];",
        "for (i in 1:k) for (j in i:i) target += p[j];",
        "for (i in 0:-1) target += p[i]; target += sum(p[1:k]);",
        "target += sum(p[3:2]) + sum(p);",
        "int n = 0; for (i in 1:k) { n += 1; target += p[n]; }"
      })
  void inRangeIsNotRejected(String statements) {
    Model model = model(statements);
    double[] q = new double[model.unconstrainedSize()];
    q[0] = 1;
    q[1] = 2;
    q[2] = 4;
    assertEquals(7, model.logDensity(q, 0, model.newScratch()));
  }
}
