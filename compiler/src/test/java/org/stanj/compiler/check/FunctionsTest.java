package org.stanj.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.TypedStmt;

/** Functions of the program: overloading, promotion, data arguments, higher order. */
class FunctionsTest {
  private static final String PROGRAM =
      """
      functions {
        real f(real x);
        real g(int n) { return f(n); }
        real f(real x) { return x > 0 ? f(x - 1) : g(1); }
        real f(vector x) { return sum(x); }
        real f(array[] real x) { return sum(x); }
        real exp(array[] int a, vector b) { return a[1] * b[1]; }
        real scaled(real x, data real k) { return x * k; }
        real foo_lpdf(real y, real m) { return normal_lupdf(y | m, 1); }
        real foo_lpmf(int y, real m) { return y * m; }
        real part_lpmf(array[] int y, int start, int end, vector b, data real k) {
          return sum(y) * b[1];
        }
        real rows(array[,] real y, int start, int end) { return y[1, 1]; }
        vector shard(vector phi, vector theta, data array[] real x, data array[] int n) {
          return phi;
        }
      }
      data {
        int n; real d; vector[2] dv; array[3] int k; array[3, 3] real x2; array[3, 3] int k2;
      }
      parameters { real p; vector[2] q; array[2] vector[2] qs; }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "f(1); user.f(<real>1)",
        "f(q); user.f(q)",
        "f(k); user.f(<array[] real>k)",
        "exp(k, dv); user.exp(k, dv)",
        "exp(q); exp(q)",
        "scaled(p, d); user.scaled(p, d)",
        "scaled(p, n + 1); user.scaled(p, <real>(n ADD 1))",
        "foo_lpdf(p | 0); user.foo_lpdf(p, <real>0)",
        "foo_lupdf(p | 0); user.foo_lpdf!(p, <real>0)",
        "foo_lupmf(n | 0); user.foo_lpmf!(n, <real>0)",
        "reduce_sum(part_lpmf, k, 1, q, n);" + " reduce_sum.part_lpmf(k, 1, q, <real>n)",
        "reduce_sum_static(part_lupmf, k, 1, q, 0.5);"
            + " reduce_sum_static.part_lpmf!(k, 1, q, 0.5)",
        "reduce_sum(rows, x2, 1); reduce_sum.rows(x2, 1)",
        "map_rect(shard, q, qs, x2, k2); map_rect.shard(q, qs, x2, k2)",
      })
  void accepts(String expression, String text) {
    TypedProgram program = Checking.accepted(PROGRAM + "model { print(" + expression + "); }");
    TypedStmt.Message message = (TypedStmt.Message) program.model().get(0);
    TypedExpr typed = ((TypedStmt.Part.Value) message.parts().get(0)).value();
    assertEquals(text, TypedText.of(typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "scaled(d, p); DATA_ARGUMENT",
        "f(x2); ARGUMENTS_DO_NOT_FIT",
        "reduce_sum(part_lpmf, k, 1, q, p); DATA_ARGUMENT",
        "reduce_sum(nothing, x2, 1); UNDECLARED_FUNCTION",
      })
  void refuses(String expression, ErrorCode code) {
    assertEquals(code, Checking.refused(PROGRAM + "model { print(" + expression + "); }").code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "real f(real x) { while (1) { return 1; } }",
        "real f(real x) { if (x > 0) return 1; else reject(x); }",
        "real f(real x) { { return x; } }",
        "real f(real x) { for (i in 1 : 2) return i; }",
        "void f(real x) { if (x > 0) return; print(x); }",
        "real f(real f) { return f; }",
        "real f(real x) { real exp = exp(x); return exp; }",
        "real f_rng(real x) { return normal_rng(x, 1); }",
        "real f(real x) { return g(x); } real g(real x) { return x; }",
        "real f(real x) { while (1) { if (x > 2) return x; } }",
        "real f(real x) { while (1) { for (i in 1:2) break; } }",
        "real foo_cdf() { return 1; }",
        "void f_lp(real x) { x ~ normal(0, 1); target += x; }",
        "real f_lp(real x) { return target(); }",
        "real f_jacobian(real x) { jacobian += x; return x; }",
        "real f(int n) { return n; } real f(real n) { return n; }",
        "real f(real x) { return g(x); } real g(real x) { return x; }",
        "real foo_cdf() { return 1; }",
        "real gamma_p(int x, real y) { return 1; }",
        "real integrate_1d(real x) { return integrate_1d(x); }",
        "real normal_lpdf(real x, int m, int s) { return normal_lpdf(x | m, s); }",
        "int f(int n) { return n == 0 ? 1 : n * f(n - 1); }",
        "real f(array[,] vector x) { array[2] real y = x[1, 1][{1, 2}][1] > 0 ? {1, 2} : {3, 4};"
            + " return y[1]; }",
      })
  void acceptsDefinition(String text) {
    Checking.accepted("functions { " + text + " }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "real f(real x) { if (x > 0) return 1; }; MISSING_RETURN",
        "real f(real x) { return; }; RETURN_TYPE",
        "void f(real x) { return x; }; RETURN_TYPE",
        "real f(real x, real x) { return x; }; ARGUMENT_TWICE",
        "real f(real x) { real x; return x; }; NAME_IN_USE",
        "real f(real x) { x = 1; return x; }; READ_ONLY",
        "real f(real x) { real f = 1; return f(x); }; VARIABLE_CALLED",
        "real f(real x) { return g(x); } real g(vector x) { return 1; }; ARGUMENTS_DO_NOT_FIT",
        "real f(data real x); real f(real x) { return x; }; FUNCTION_AGAIN",
        "real f(real x) { return x; } real f(real x);; FUNCTION_AGAIN",
        "real f(real x);; FUNCTION_NOT_DEFINED",
        "real f(real x) { return x; } real f(real y) { return 1; }; FUNCTION_AGAIN",
        "real f(real x); real f(data real x) { return 1; }; FUNCTION_AGAIN",
        "real f(real x); real g(real x) { return f(x); }; FUNCTION_NOT_DEFINED",
        "real f(real x) { while (x > 1) { if (x > 2) break; return x; } }; MISSING_RETURN",
        "real f(real x) { for (i in 1:2) { continue; return x; } }; MISSING_RETURN",
        "real f(real x) { return normal_rng(x, 1); }; RNG_PLACE",
        "void f_lp(real x) { target += normal_lupdf(x | 0, 1); }; UNNORMALISED_PLACE",
        "real f(real x) { return x; } int f(real y) { return 1; }; FORWARD_RESULT",
        "real log(vector x) { return 1; }; FUNCTION_IN_LIBRARY",
        "real reduce_sum(vector x) { return 1; }; FUNCTION_IN_LIBRARY",
        "real ode_rk45(vector x) { return 1; }; FUNCTION_IN_LIBRARY",
        "real f(complex x) { return x; }; RETURN_TYPE",
        "tuple(int, real) f(real x) { return (x, x); }; RETURN_TYPE",
        "int foo_lpdf(real x) { return 1; }; SUFFIX_RESULT",
        "real foo_lpdf(int x) { return 1; }; SUFFIX_ARGUMENT",
        "real foo_lpdf() { return 1; }; SUFFIX_ARGUMENT",
        "real gamma_p(real x, real y) { return 1; }; FUNCTION_IN_LIBRARY",
        "real exp(int x) { return 1; }; FUNCTION_IN_LIBRARY",
        "real normal_rng(int x, real y) { return 1; }; FUNCTION_IN_LIBRARY",
        "real svd_U(matrix x) { return 1; }; FUNCTION_IN_LIBRARY",
        "real foo_lpmf() { return 1; }; SUFFIX_ARGUMENT",
      })
  void refusesDefinition(String row) {
    int last = row.lastIndexOf(';');
    String text = "functions { " + row.substring(0, last) + " }";
    assertEquals(ErrorCode.valueOf(row.substring(last + 2)), Checking.refused(text).code());
  }

  @Test
  void aForwardDeclaredFunctionHasTheVariablesOfItsDefinition() {
    TypedProgram program =
        Checking.accepted(
            """
            functions {
              real f(real a);
              real g(real x) {
                return f(x);
              }
              real f(real b) {
                return b;
              }
            }
            """);
    assertEquals(2, program.functions().size());
    assertEquals("b", program.functions().get(1).parameters().get(0).name());
    assertEquals(StanType.REAL, program.functions().get(1).result());
    assertEquals(1, program.functions().get(1).body().size());
  }
}
