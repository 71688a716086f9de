package org.stanj.compiler.check;

import java.util.List;
import java.util.Map;

/** Names of functions in old programs and what replaced them. */
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

  private LegacyNames() {}

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
