package org.stanj.compiler.check;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name that a misspelt one may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** {@code " Did you mean x?"}, or nothing if no known name is near. */
  static String hint(String name, Collection<String> known) {
    return nearest(name, known).map(near -> " Did you mean " + near + "?").orElse("");
  }

  static Optional<String> nearest(String name, Collection<String> known) {
    int limit = Math.max(1, Math.min(3, name.length() / 3));
    Optional<String> best = Optional.empty();
    for (String candidate : new TreeSet<>(known)) {
      if (Math.abs(candidate.length() - name.length()) > limit) {
        continue;
      }
      int distance = distance(name, candidate);
      if (distance <= limit && (distance < limit || best.isEmpty())) {
        best = Optional.of(candidate);
        limit = distance;
      }
    }
    return best;
  }

  /** Least number of insertions, deletions, substitutions that make one word of the other. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
