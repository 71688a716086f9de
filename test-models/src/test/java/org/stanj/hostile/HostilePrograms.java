package org.stanj.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes programs from parameters and statements that are each a known trap. */
final class HostilePrograms {
  /** A declaration, and an expression for a number that depends on it. */
  private record Parameter(String declaration, String number) {}

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("real NAME;", "NAME"),
          new Parameter("real NAME;", "NAME"),
          new Parameter("real<lower=0> NAME;", "NAME"),
          new Parameter("real<upper=-1e300> NAME;", "NAME"),
          new Parameter("real<lower=0, upper=1> NAME;", "NAME"),
          new Parameter("real<lower=-1e308, upper=1e308> NAME;", "NAME"),
          new Parameter("real<lower=1, upper=1.0000000000000002> NAME;", "NAME"),
          new Parameter("real<offset=1e300, multiplier=1e300> NAME;", "NAME"),
          new Parameter("real<multiplier=1e-320> NAME;", "NAME"),
          new Parameter("vector[3] NAME;", "NAME[2]"),
          new Parameter("vector[80] NAME;", "sum(NAME)"),
          new Parameter("vector[0] NAME;", "sum(NAME)"),
          new Parameter("array[2] vector<lower=0>[2] NAME;", "NAME[2, 1]"),
          new Parameter("simplex[3] NAME;", "NAME[1]"),
          new Parameter("simplex[1] NAME;", "NAME[1]"),
          new Parameter("unit_vector[2] NAME;", "NAME[1]"),
          new Parameter("ordered[3] NAME;", "NAME[3]"),
          new Parameter("positive_ordered[3] NAME;", "NAME[3]"),
          new Parameter("sum_to_zero_vector[3] NAME;", "NAME[1]"),
          new Parameter("cov_matrix[2] NAME;", "NAME[1, 2]"),
          new Parameter("corr_matrix[3] NAME;", "NAME[1, 2]"),
          new Parameter("cholesky_factor_corr[3] NAME;", "NAME[2, 1]"),
          new Parameter("cholesky_factor_cov[2] NAME;", "NAME[2, 2]"),
          new Parameter("complex NAME;", "get_real(NAME)"),
          new Parameter("tuple(real, vector[2]) NAME;", "NAME.2[1]"));

  private static final List<String> TARGETS =
      List.of(
          "",
          "target += 1;",
          "target += 1e308;",
          "target += S;",
          "target += square(S);",
          "target += -log1p_exp(-S);",
          "target += exp(S);",
          "target += exp(exp(S));",
          "target += exp(1000 * S);",
          "target += -1e300 * square(S);",
          "target += -1e-300 * square(S);",
          "target += -fabs(S) ^ 101;",
          "target += -1 / fabs(S);",
          "target += -log(fabs(S));",
          "target += log(S);",
          "target += -sqrt(fabs(S));",
          "target += -sqrt(sqrt(fabs(S - 1)));",
          "target += lgamma(S);",
          "target += sin(1e6 * S);",
          "target += floor(10 * S);",
          "target += -fabs(floor(1e3 * S));",
          "target += S > 0 ? not_a_number() : -square(S);",
          "target += not_a_number() * S;",
          "target += 0 * (S / 0);",
          "target += S > 0.5 ? positive_infinity() : 0;",
          "target += S > 0.5 ? negative_infinity() : 0;",
          "if (S > 1) reject(\"S is \", S);",
          "if (S > 1) fatal_error(\"S is \", S);",
          "reject(\"always\");",
          "print(S);",
          "S ~ normal(0, 1);",
          "S ~ normal(0, 1);",
          "S ~ normal(0, S);",
          "S ~ normal(0, 1e-300);",
          "S ~ normal(0, 1e300);",
          "S ~ normal(0, exp(100 * S));",
          "S ~ cauchy(0, 1e-10);",
          "S ~ student_t(1e-3, 0, 1);",
          "S ~ gamma(1e-10, 1e10);",
          "S ~ uniform(0, 1e-8);",
          "{ vector[2] z = [S, 1]'; target += -z[S > 0 ? 3 : 1]; }",
          "{ matrix[2, 2] L = cholesky_decompose([[1, S], [S, 1]]); target += log(L[2, 2]); }",
          "target += sum(eigenvalues_sym([[S, 1 / S], [1 / S, S]]));",
          "target += sum(singular_values([[S, exp(1000 * S)], [0, S]]));",
          "target += sum(qr_thin_Q([[S, S], [log(S), S], [0, S]]));",
          "target += trace(matrix_exp([[1000 * S, 1], [S, 1e300 * S]]));",
          "target += sum(generalized_inverse([[S, S], [S, S], [log(S), 0]]));",
          "target += sum(mdivide_left([[S, 1], [S, log(S)]], [1, S]'));",
          "target += get_real(sum(eigenvalues([[S, 1e200 * S], [log(S), 0]])));",
          "target += log_determinant([[S, S], [S, 1e300 * S]]);",
          "target += multi_normal_lpdf([S, S]' | [0, S]', [[S, 0.5], [0.5, 1 / S]]);",
          "target += sum(softmax([S, 1e308 * S, -1e308 * S]'));",
          "{ matrix[2, 2] L = inverse([[S, S], [S, S]]); target += L[2, 2]; }",
          "{ real x = S; for (i in 1 : 60) { x = 4 * x * (1 - x); } target += x; }");

  private static final List<String> QUANTITIES =
      List.of(
          "",
          "",
          "real g = 1 / S;",
          "real g = normal_rng(S, S);",
          "int g = poisson_rng(exp(100 * S));",
          "int g = to_int(1e12 * S);",
          "int g = 1 %/% (S > 0 ? 0 : 1);",
          "int g = 1 % (S > 0 ? 0 : 1);",
          "real g; { vector[2] z = [S, 1]'; g = z[S > 0 ? 3 : 1]; }",
          "real<lower=0> g = S;",
          "simplex[2] g = [S, S]';",
          "vector[2] g;",
          "matrix[2, 2] g = wishart_rng(S, [[1, S], [S, 1]]);",
          "if (S > 0) reject(\"S is \", S);",
          "if (S > 0) fatal_error(\"S is \", S);",
          "real g = S > 0 ? not_a_number() : negative_infinity();");

  private static final List<String> TRANSFORMED =
      List.of(
          "",
          "",
          "",
          "real<lower=0> t = S;",
          "real t = log(S);",
          "real t;",
          "vector[2] t = [S, 1 / S]';",
          "if (S > 1) reject(\"t\");");

  private final Random random;

  HostilePrograms(long seed) {
    random = new Random(seed);
  }

  /** The next program: up to three parameters, and a trap or two for some of them. */
  String next() {
    List<String> numbers = new ArrayList<>();
    StringBuilder parameters = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      Parameter parameter = one(PARAMETERS);
      String name = "p" + i;
      parameters.append("  ").append(parameter.declaration().replace("NAME", name)).append('\n');
      numbers.add("(" + parameter.number().replace("NAME", name) + ")");
    }
    numbers.add("(0.5)");
    StringBuilder model = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      model.append("  ").append(filled(TARGETS, numbers)).append('\n');
    }
    return "parameters {\n%s}\ntransformed parameters {\n  %s\n}\nmodel {\n%s}\n%s {\n  %s\n}\n"
        .formatted(
            parameters,
            filled(TRANSFORMED, numbers),
            model,
            "generated quantities",
            filled(QUANTITIES, numbers));
  }

  private String filled(List<String> texts, List<String> numbers) {
    String text = one(texts);
    // the constant stands last and is rarely wanted
    String number = numbers.get(random.nextInt(Math.max(1, numbers.size() - random.nextInt(2))));
    return text.replace("S ~ ", number + " ~ ").replaceAll("\\bS\\b", number);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
