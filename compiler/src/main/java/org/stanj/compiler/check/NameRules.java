package org.stanj.compiler.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What names say: suffixes that give rights, and words that cannot be names. */
final class NameRules {
  private static final Set<String> RESERVED =
      Set.of(
          ("for in while repeat until if then else true false target int real complex vector"
                  + " row_vector matrix complex_vector complex_row_vector complex_matrix simplex"
                  + " unit_vector sum_to_zero_vector sum_to_zero_matrix ordered positive_ordered"
                  + " cov_matrix corr_matrix cholesky_factor_cov cholesky_factor_corr"
                  + " row_stochastic_matrix column_stochastic_matrix functions model data"
                  + " parameters quantities transformed generated profile tuple return break"
                  + " continue void print reject fatal_error typedef struct var export extern"
                  + " static auto")
              .split(" "));

  private static final List<String> CONDITIONAL =
      List.of("_lpdf", "_lupdf", "_lpmf", "_lupmf", "_lcdf", "_lccdf", "_cdf");

  private NameRules() {}

  static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  static boolean isDensity(String name) {
    return name.endsWith("_lpdf") || name.endsWith("_lpmf");
  }

  static boolean isUnnormalised(String name) {
    return name.endsWith("_lupdf") || name.endsWith("_lupmf");
  }

  /** {@code foo_lpdf} for {@code foo_lupdf}; other names unchanged. */
  static String normalised(String name) {
    return isUnnormalised(name)
        ? name.substring(0, name.length() - 4) + name.substring(name.length() - 3)
        : name;
  }

  /** The suffix that demands a vertical bar after the first argument. */
  static Optional<String> conditionalSuffix(String name) {
    return CONDITIONAL.stream().filter(name::endsWith).findFirst();
  }

  static boolean isRandom(String name) {
    return name.endsWith("_rng");
  }

  static boolean isLogProbability(String name) {
    return name.endsWith("_lp");
  }

  static boolean isJacobian(String name) {
    return name.endsWith("_jacobian");
  }
}
