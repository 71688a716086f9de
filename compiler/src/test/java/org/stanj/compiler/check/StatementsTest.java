package org.stanj.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.Transform;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.TypedStmt;

/** Statements, declarations and distributions. */
class StatementsTest {
  private static final String FUNCTIONS =
      """
      functions {
        real foo_lpdf(real y, real m) { return y * m; }
        real foo_lcdf(real y, real m) { return y * m; }
        real foo_lccdf(real y, real m) { return y * m; }
        real bar_lpmf(array[] int y, real m) { return y[1] * m; }
        real bar_lcdf(int y, real m) { return y * m; }
        real bar_lccdf(int y, real m) { return y * m; }
        real old_log(real y, real m) { return y * m; }
      }
      """;
  private static final String DATA =
      """
      data { int n; real d; vector[n] dv; array[n] int k; array[n] real ar; matrix[n, n] dm; }
      transformed data { int t = n; }
      """;
  private static final String PARAMETERS =
      """
      parameters { real p; vector[n] q; matrix[2, 2] m; }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "p ~ normal(0, 1); target += normal_lpdf!(p, 0, 1)",
        "dv ~ normal(q, p); target += normal_lpdf!(dv, q, p)",
        "k ~ bernoulli(0.5); target += bernoulli_lpmf!(k, 0.5)",
        "1 ~ bernoulli(0.5); target += bernoulli_lpmf!(1, 0.5)",
        "p ~ std_normal(); target += std_normal_lpdf!(p)",
        "p ~ foo(n); target += user.foo_lpdf!(p, <real>n)",
        "p ~ old(n); target += user.old_log!(p, <real>n)",
        "target += 1; target += <real>1",
        "target += q; target += q",
        "p ~ foo(d) T[ , ]; target += user.foo_lpdf!(p, d)",
        "p ~ foo(d) T[0, ]; user.foo_lpdf!(p, d) T[<real>0, ] - user.foo_lccdf(<real>0, d)",
        "p ~ foo(d) T[ , 1]; user.foo_lpdf!(p, d) T[, <real>1] - user.foo_lcdf(<real>1, d)",
        "k ~ bar(d) T[t, ]; user.bar_lpmf!(k, d) T[t, ]"
            + " - (<real>num_elements(k) MULTIPLY user.bar_lccdf((t SUBTRACT 1), d))",
        "k ~ bar(d) T[ , t]; user.bar_lpmf!(k, d) T[, t]"
            + " - (<real>num_elements(k) MULTIPLY user.bar_lcdf(t, d))",
      })
  void typesDistributions(String statement, String text) {
    TypedProgram program =
        Checking.accepted(FUNCTIONS + DATA + PARAMETERS + "model { " + statement + "; }");
    assertEquals(text, text(program.model().get(0)));
  }

  private static String text(TypedStmt statement) {
    if (statement instanceof TypedStmt.AddTarget add) {
      return "target += " + TypedText.of(add.value());
    }
    TypedStmt.Truncated t = (TypedStmt.Truncated) statement;
    return TypedText.of(t.density())
        + " T["
        + t.lower().map(TypedText::of).orElse("")
        + ", "
        + t.upper().map(TypedText::of).orElse("")
        + "] - "
        + TypedText.of(t.normaliser());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "r = 1; r <real>1",
        "v[2] = n; v[2] <real>n",
        "x[1][2] = d; x[1, 2] d",
        "x[1 : 2, 2] = dv; x[1:2, 2] dv",
        "x[k] = dm; x[*k] dm",
        "v += 1; v ADD <real>1",
        "v *= d; v MULTIPLY d",
        "v .*= dv; v ELEMENT_MULTIPLY dv",
        "i += n; i ADD n",
        "a[1, 2] = v; a[1, 2] v",
        "a[1, 2, 3] = 0.5; a[1, 2, 3] 0.5",
      })
  void typesAssignments(String statement, String text) {
    String locals = "model { real r; vector[2] v; matrix[3, 3] x; int i; array[2, 2] vector[3] a; ";
    TypedProgram program = Checking.accepted(DATA + locals + statement + "; }");
    TypedStmt.Assign assign = (TypedStmt.Assign) program.model().get(5);
    String operator = assign.operator().map(o -> o + " ").orElse("");
    assertEquals(
        text, TypedText.of(assign.place()) + " " + operator + TypedText.of(assign.value()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model; for (i in 1 : n) { if (i == 2) break; else continue; }",
        "model; for (x in q) for (y in m) p ~ normal(x, y);",
        "model; { real z; } { real z; } for (z in 1 : 2) {} for (z in k) {}",
        "model; while (n > 1) { p ~ normal(0, 1); }",
        "model; profile(\"a\") { real z = p; z ~ normal(0, 1); }",
        "model; real normal = 1; p ~ normal(normal, 1);",
        "model; array[n] vector[n] z; z[1] = q; z[ : , 1] = ar;",
        "model; target += normal_lupdf(p | 0, 1);",
        "transformed parameters; real<lower=p> z = 1; vector<lower=q, upper=1>[n] w = q;",
        "transformed parameters; jacobian += p; real z = p;",
        "generated quantities; int z = bernoulli_rng(0.5); array[2] real w = normal_rng(q, 1);",
        "generated quantities; array[n] real<lower=ar> z = ar; array[n] vector<lower={q}>[n] w;",
        "generated quantities; simplex[n] s = q; cholesky_factor_cov[n, n] L = m; int T = 3;",
      })
  void accepts(String row) {
    Checking.accepted(program(row));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model; d = 1; READ_ONLY",
        "model; t = 1; READ_ONLY",
        "model; p = 1; READ_ONLY",
        "model; for (i in 1 : 2) i = 3; READ_ONLY",
        "model; for (x in q) x = 3; READ_ONLY",
        "model; zz = 1; UNDECLARED_VARIABLE",
        "model; for (n in 1 : 2) {}; NAME_IN_USE",
        "model; for (i in 1 : d) {}; INT_NEEDED",
        "model; for (i in d) {}; FOREACH_CONTAINER",
        "model; while (d) {}; INT_NEEDED",
        "model; if (d) {}; INT_NEEDED",
        "model; break; OUTSIDE_LOOP",
        "model; real z = q; ASSIGNED_TYPE",
        "model; int z = 1.5; ASSIGNED_TYPE",
        "model; array[2] vector[2] z; z = {1, 2}; ASSIGNED_TYPE",
        "model; int z = 1; z /= 2.0; COMPOUND_TYPES",
        "model; real z = 1; z .*= 2.0; COMPOUND_TYPES",
        "model; real z = 1; z += q; COMPOUND_TYPES",
        "model; array[2] int z; z[z[1]] = 1; ASSIGNED_IN_INDEX",
        "model; array[d] int z; INT_NEEDED",
        "model; p ~ normal(0); ARGUMENTS_DO_NOT_FIT",
        "model; d ~ bernoulli(0.5); ARGUMENTS_DO_NOT_FIT",
        "model; p ~ foo(0) T[q, ]; TRUNCATION_BOUND",
        "model; k ~ bar(0) T[0.5, ]; TRUNCATION_NEEDS",
        "transformed parameters; p ~ normal(0, 1); TARGET_PLACE",
        "transformed parameters; target += p; TARGET_PLACE",
        "transformed parameters; int z; INT_PARAMETER",
        "transformed parameters; vector[num_elements(q)] z; SIZE_NOT_DATA",
        "generated quantities; int z; vector[z] w; SIZE_NOT_DATA",
        "generated quantities; vector[bernoulli_rng(0.5)] w; RNG_PLACE",
        "generated quantities; vector<lower=ar>[n] w; BOUND_TYPE",
        "generated quantities; int<lower=0.5> w; BOUND_TYPE",
        "generated quantities; array[2] vector<lower=rep_vector(0, 2)>[2] w; BOUND_TYPE",
        "generated quantities; jacobian += p; JACOBIAN_PLACE",
        "generated quantities; complex<lower=0> z; COMPLEX_CONSTRAINT",
      })
  void refuses(String row) {
    int last = row.lastIndexOf(';');
    String code = row.substring(last + 2);
    assertEquals(
        ErrorCode.valueOf(code), Checking.refused(program(row.substring(0, last + 1))).code());
  }

  /** A program with one block, given as its name, a semicolon, and its contents. */
  private static String program(String row) {
    int first = row.indexOf(';');
    String block = row.substring(0, first) + " {" + row.substring(first + 1) + " }";
    return FUNCTIONS + DATA + PARAMETERS + block;
  }

  @Test
  void symbolsKnowWhatTheyAre() {
    TypedProgram program =
        Checking.accepted(
            """
            data { int n; array[n] vector<lower=0>[3] x; }
            parameters { array[2] cholesky_factor_corr[n] L; real<offset=1> b; }
            transformed parameters { real s = b; { real u = 1; s += u; } }
            generated quantities { real g = s; }
            """);
    Symbol x = program.data().get(1).symbol();
    assertEquals(StanType.arrayOf(StanType.VECTOR, 1), x.type());
    assertTrue(x.dataOnly());
    assertEquals(2, program.data().get(1).sizes().size());
    assertEquals(
        new Transform.Named("cholesky_factor_corr"), program.parameters().get(0).transform());
    assertEquals(StanType.arrayOf(StanType.MATRIX, 1), program.parameters().get(0).symbol().type());
    assertEquals(2, program.parameters().get(0).sizes().size());
    Transform.OffsetMultiplier affine =
        (Transform.OffsetMultiplier) program.parameters().get(1).transform();
    assertEquals("<real>1", TypedText.of(affine.offset().orElseThrow()));
    assertEquals(Optional.empty(), affine.multiplier());
    TypedStmt.Declare g = (TypedStmt.Declare) program.generatedQuantities().get(0);
    assertTrue(g.declaration().symbol().dataOnly());
    TypedStmt.Block block = (TypedStmt.Block) program.transformedParameters().get(1);
    Symbol u = ((TypedStmt.Declare) block.body().get(0)).declaration().symbol();
    assertEquals(Symbol.Origin.LOCAL, u.origin());
    assertEquals(false, u.dataOnly());
  }

  @Test
  void warnsAndGoesOn() {
    List<ErrorCode> codes =
        Checking.warnings(
                "generated quantities {"
                    + " int i = 1 / 2; real z = fabs(1.5); z = z; print(1 < i < 3); }")
            .stream()
            .map(Diagnostic::code)
            .toList();
    assertEquals(
        List.of(
            ErrorCode.INT_DIVISION,
            ErrorCode.OLD_FUNCTION,
            ErrorCode.SELF_ASSIGNMENT,
            ErrorCode.COMPARISON_CHAIN),
        codes);
  }

  @Test
  void takesOldFunctionNames() {
    TypedProgram program =
        Checking.accepted(
            """
            functions {
              real my_log(real y, real m) { return -square(y - m); }
            }
            parameters { real p; }
            model {
              increment_log_prob(normal_log(p, 0, 1));
              increment_log_prob(my_log(p, 0));
              p ~ my(0);
              increment_log_prob(bernoulli_log(1, 0.5) + normal_ccdf_log(p, 0, 1) * get_lp());
            }
            """);
    assertEquals(
        List.of(
            "target += normal_lpdf(p, 0, 1)",
            "target += user.my_log(p, <real>0)",
            "target += user.my_log!(p, <real>0)",
            "target += (bernoulli_lpmf(1, 0.5) ADD (normal_lccdf(p, 0, 1) MULTIPLY target()))"),
        program.model().stream().map(StatementsTest::text).toList());
  }

  @Test
  void takesSumsOfThousandsOfTerms() {
    String sum = "p" + " + p".repeat(20_000);
    Checking.accepted("parameters { real p; } model { target += " + sum + "; }");
  }
}
