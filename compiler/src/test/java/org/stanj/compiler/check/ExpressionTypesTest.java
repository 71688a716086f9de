package org.stanj.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;

/** Types of operators, literals, indices and library calls. */
class ExpressionTypesTest {
  private static final String DECLARATIONS =
      """
      data {
        int i; real r; vector[3] v; row_vector[3] rv; matrix[3, 3] m;
        array[3] int ai; array[3] real ar; array[2] vector[3] av; array[2, 3] real aar;
        array[2, 3] int aai; array[2] matrix[3, 3] am;
      }
      """;

  private static String print(String expression) {
    return DECLARATIONS + "generated quantities { print(" + expression + "); }";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "i + i; int; (i ADD i)",
        "i + r; real; (<real>i ADD r)",
        "i / i; int; (i DIVIDE i)",
        "i ^ i; real; (<real>i POWER <real>i)",
        "i % i; int; (i MODULO i)",
        "i %/% i; int; (i INT_DIVIDE i)",
        "i == r; int; (<real>i EQUAL r)",
        "i < i && !i; int; ((i LESS i) AND NOT(i))",
        "v + v; vector; (v ADD v)",
        "v - 1; vector; (v SUBTRACT <real>1)",
        "2 * rv; row_vector; (<real>2 MULTIPLY rv)",
        "rv * v; real; (rv MULTIPLY v)",
        "v * rv; matrix; (v MULTIPLY rv)",
        "m * v; vector; (m MULTIPLY v)",
        "rv * m; row_vector; (rv MULTIPLY m)",
        "m * m; matrix; (m MULTIPLY m)",
        "1 / v; vector; (<real>1 DIVIDE v)",
        "rv / m; row_vector; (rv DIVIDE m)",
        "m \\ v; vector; (m LEFT_DIVIDE v)",
        "v .* v; vector; (v ELEMENT_MULTIPLY v)",
        "v ./ 2; vector; (v ELEMENT_DIVIDE <real>2)",
        "v ^ 2; vector; (v POWER <real>2)",
        "v .^ v; vector; (v ELEMENT_POWER v)",
        "ar ^ 2; array[] real; (ar POWER <real>2)",
        "-v; vector; MINUS(v)",
        "-ai; array[] int; MINUS(ai)",
        "v'; row_vector; TRANSPOSE(v)",
        "m'; matrix; TRANSPOSE(m)",
        "i ? i : r; real; (i ? <real>i : r)",
        "i ? ai : ar; array[] real; (i ? <array[] real>ai : ar)",
        "{i, i}; array[] int; {i, i}",
        "{i, r}; array[] real; {<real>i, r}",
        "{ai, ar}; array[,] real; {<array[] real>ai, ar}",
        "[i, r]; row_vector; [<real>i, r]",
        "[]; row_vector; []",
        "[rv, rv]; matrix; [rv, rv]",
        "1 - 2 - 3; int; ((1 SUBTRACT 2) SUBTRACT 3)",
        "-2 ^ 2; real; MINUS((<real>2 POWER <real>2))",
        "(i + i) * i; int; ((i ADD i) MULTIPLY i)",
        "v[1]; real; v[1]",
        "v[ai]; vector; v[*ai]",
        "v[2 : ]; vector; v[2:]",
        "v[ : ]; vector; v[:]",
        "m[1]; row_vector; m[1]",
        "m[ai]; matrix; m[*ai]",
        "m[1, ai]; row_vector; m[1, *ai]",
        "m[ : , 1]; vector; m[:, 1]",
        "m[1 : 2, 1 : 2]; matrix; m[1:2, 1:2]",
        "m[1, 1]; real; m[1, 1]",
        "m[1][2]; real; m[1][2]",
        "av[1]; vector; av[1]",
        "av[1, 2]; real; av[1, 2]",
        "av[ai, 2]; array[] real; av[*ai, 2]",
        "av[ : , 1 : 2]; array[] vector; av[:, 1:2]",
        "aai[1]; array[] int; aai[1]",
        "aar[ : , 1]; array[] real; aar[:, 1]",
        "am[1, : , 2]; vector; am[1, :, 2]",
        "am[ai, 1]; array[] row_vector; am[*ai, 1]",
        "exp(i); real; exp(<real>i)",
        "exp(v); vector; exp(v)",
        "exp(ai); array[] real; exp(ai)",
        "exp(am); array[] matrix; exp(am)",
        "sum(ai); int; sum(ai)",
        "sum(ar); real; sum(ar)",
        "size(v); int; size(v)",
        "log_sum_exp(m); real; log_sum_exp(m)",
        "multiply(i, v); vector; (<real>i MULTIPLY v)",
        "elt_divide(v, v); vector; (v ELEMENT_DIVIDE v)",
        "normal_lpdf(v | 0, 1); real; normal_lpdf(v, 0, 1)",
        "normal_rng(v, 1); array[] real; normal_rng(v, 1)",
        "normal_rng(0, i); real; normal_rng(0, i)",
        "bernoulli_rng(ar); array[] int; bernoulli_rng(ar)",
        "if_else(i, i, r); real; (i ? <real>i : r)",
        "cumulative_sum(v); vector; cumulative_sum(v)",
        "multi_normal_cholesky_lpdf(av | v, m); real; multi_normal_cholesky_lpdf(av, v, m)",
      })
  void accepts(String expression, String type, String text) {
    TypedStmt.Message message =
        (TypedStmt.Message) Checking.accepted(print(expression)).generatedQuantities().get(0);
    TypedExpr typed = ((TypedStmt.Part.Value) message.parts().get(0)).value();
    assertEquals(type, typed.type().toString());
    assertEquals(text, TypedText.of(typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "v * v; OPERAND_TYPES",
        "v + rv; OPERAND_TYPES",
        "ar + ar; OPERAND_TYPES",
        "r % i; OPERAND_TYPES",
        "r %/% i; OPERAND_TYPES",
        "1 && 2.0; OPERAND_TYPES",
        "v == v; OPERAND_TYPES",
        "v \\ m; OPERAND_TYPES",
        "v / v; OPERAND_TYPES",
        "ar'; OPERAND_TYPE",
        "i'; OPERAND_TYPE",
        "+ai; OPERAND_TYPE",
        "!r; OPERAND_TYPE",
        "r ? 1 : 2; INT_NEEDED",
        "i ? v : rv; CONDITIONAL_ARMS",
        "{v, rv}; ARRAY_ELEMENTS",
        "[v, v]; ROW_ELEMENTS",
        "[1, rv]; ROW_ELEMENTS",
        "v[r]; INDEX_TYPE",
        "v[aai]; INDEX_TYPE",
        "v[1 : r]; INT_NEEDED",
        "r[1]; TOO_MANY_INDICES",
        "v[1, 1]; TOO_MANY_INDICES",
        "v[1][1]; TOO_MANY_INDICES",
        "normal_lpdf(m | 0, 1); ARGUMENTS_DO_NOT_FIT",
        "bernoulli_lpmf(r | 0.5); ARGUMENTS_DO_NOT_FIT",
        "log(1, 2); ARGUMENTS_DO_NOT_FIT",
        "sum(r); ARGUMENTS_DO_NOT_FIT",
        "target(); TARGET_PLACE",
        "normal_lupdf(1 | 0, 1); UNNORMALISED_PLACE",
        "normal_lpdf; FUNCTION_AS_VALUE",
        "student_t_log_normaliser(1); UNDECLARED_FUNCTION",
        "Reductions_logSumExp(v); UNDECLARED_FUNCTION",
        "2i < 3; OPERAND_TYPES",
        "2i % 3; OPERAND_TYPES",
        "i.1; PROJECTED_TYPE",
        "(1, 2).3; TUPLE_MEMBER",
      })
  void refuses(String expression, ErrorCode code) {
    assertEquals(code, Checking.refused(print(expression)).code());
  }
}
