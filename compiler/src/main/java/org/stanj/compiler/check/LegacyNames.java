package org.stanj.compiler.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of functions in old programs and what replaced them or will. */
final class LegacyNames {
  private static final Map<String, String> RENAMED =
      Map.of(
          "multiply_log", "lmultiply",
          "binomial_coefficient_log", "lchoose");

  private static final Map<String, List<String>> SUFFIXES =
      Map.of(
          "_ccdf_log", List.of("_lccdf"),
          "_cdf_log", List.of("_lcdf"),
          "_log", List.of("_lpdf", "_lpmf"));

  /** Functions that are still part of Stan, and what to use in their place. */
  private static final Map<String, String> DEPRECATED =
      Map.of(
          "integrate_ode", "ode_rk45, whose arguments differ a little",
          "integrate_ode_rk45", "ode_rk45, whose arguments differ a little",
          "integrate_ode_bdf", "ode_bdf, whose arguments differ a little",
          "integrate_ode_adams", "ode_adams, whose arguments differ a little",
          "lkj_cov", "lkj_corr with a lognormal distribution of the scales");

  private LegacyNames() {}

  /** What to use in place of a function or distribution that is deprecated. */
  static Optional<String> replacement(String name) {
    return Optional.ofNullable(DEPRECATED.get(name));
  }

  /** The names that an old one may stand for; empty if it is none. */
  static List<String> modern(String name) {
    if (RENAMED.containsKey(name)) {
      return List.of(RENAMED.get(name));
    }
    for (String suffix : List.of("_ccdf_log", "_cdf_log", "_log")) {
      if (name.endsWith(suffix)) {
        String stem = name.substring(0, name.length() - suffix.length());
        return SUFFIXES.getOrDefault(suffix, List.of()).stream().map(s -> stem + s).toList();
      }
    }
    return List.of();
  }
}
