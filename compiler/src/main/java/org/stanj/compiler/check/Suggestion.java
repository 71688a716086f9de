package org.stanj.compiler.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name that a misspelt one may have meant. */
public final class Suggestion {
  private Suggestion() {}

  /** {@code " Did you mean x?"}, or nothing if no known name is near. */
  static String hint(String name, Collection<String> known) {
    return nearest(name, known).map(near -> " Did you mean " + near + "?").orElse("");
  }

  static Optional<String> nearest(String name, Collection<String> known) {
    int limit = limit(name);
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

  /** The names that contain the given one or are near it, the nearest first. */
  public static List<String> all(String name, Collection<String> known) {
    int limit = limit(name);
    return new TreeSet<>(known)
        .stream()
            .filter(candidate -> candidate.contains(name) || distance(name, candidate) <= limit)
            .sorted(Comparator.comparing(candidate -> distance(name, candidate)))
            .toList();
  }

  private static int limit(String name) {
    return Math.max(1, Math.min(3, name.length() / 3));
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
