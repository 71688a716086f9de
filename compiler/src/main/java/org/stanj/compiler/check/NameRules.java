package org.stanj.compiler.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.syntax.BasicType;
import org.stanj.compiler.syntax.ConstrainedType;

/** What names say: suffixes that give rights, and words that cannot be names. */
final class NameRules {
  private static final Set<String> RESERVED =
      reserved(
          "for in while repeat until if then else true false target functions model data"
              + " parameters quantities transformed generated profile tuple return break"
              + " continue void print reject fatal_error typedef struct var export extern"
              + " static auto");

  private static final List<String> CONDITIONAL =
      List.of("_lpdf", "_lupdf", "_lpmf", "_lupmf", "_lcdf", "_lccdf", "_cdf");

  private NameRules() {}

  private static Set<String> reserved(String words) {
    Set<String> all = new HashSet<>(List.of(words.split(" ")));
    List.of(BasicType.values()).forEach(type -> all.add(type.keyword()));
    List.of(ConstrainedType.values()).forEach(type -> all.add(type.keyword()));
    return Set.copyOf(all);
  }

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
