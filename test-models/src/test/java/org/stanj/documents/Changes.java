package org.stanj.documents;

import java.util.ArrayList;
import java.util.List;

/** The lines that differ between two texts: {@code -} before, {@code +} after. */
final class Changes {
  /** Equal lines shown on either side of what changed. */
  private static final int CONTEXT = 2;

  private Changes() {}

  /** Unchanged lines stand only near those that changed; what is left out is marked by dots. */
  static List<String> between(List<String> before, List<String> after) {
    List<String> all = edits(before, after, common(before, after));
    List<String> out = new ArrayList<>();
    boolean left = false;
    for (int i = 0; i < all.size(); i++) {
      if (isNearChange(all, i)) {
        if (left) {
          out.add("  ...");
        }
        out.add(all.get(i));
        left = false;
      } else {
        left = !out.isEmpty();
      }
    }
    while (!out.isEmpty() && out.get(out.size() - 1).isEmpty()) {
      out.remove(out.size() - 1);
    }
    return out.isEmpty() ? List.of("(no change in this program)") : out;
  }

  private static boolean isNearChange(List<String> all, int at) {
    int from = Math.max(0, at - CONTEXT);
    int to = Math.min(all.size(), at + CONTEXT + 1);
    return all.subList(from, to).stream()
        .anyMatch(line -> line.startsWith("-") || line.startsWith("+"));
  }

  /** Element (i, j): how many lines the texts from lines i and j on have in common, in order. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<String> edits(List<String> before, List<String> after, int[][] common) {
    List<String> out = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        out.add(("  " + before.get(i)).stripTrailing());
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        out.add("- " + before.get(i));
        i++;
      } else {
        out.add("+ " + after.get(j));
        j++;
      }
    }
    return out;
  }
}
