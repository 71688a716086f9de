package org.stanj.compiler;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stanj.compiler.slice.Finding;
import org.stanj.compiler.source.LineNumbers;
import org.stanj.compiler.source.SourceFile;

/**
 * What is known of the loops of a program's log density.
 *
 * @param numbers of the program's lines
 */
public record Explanation(LineNumbers numbers, List<Finding> findings) {
  private static final double LEAST_SHARE = 0.001;

  public Explanation {
    findings = List.copyOf(findings);
  }

  /** A line for each finding: place, fate, cost of an element, text; the same is said once. */
  public List<String> lines() {
    return lines(Map.of());
  }

  /**
   * The same, and what share of a gradient's time lines have, with those that have no finding.
   *
   * @param shares by line of the file that the user named; smaller ones than a thousandth are not
   *     told
   */
  public List<String> lines(Map<Integer, Double> shares) {
    TreeMap<Integer, Set<String>> said = new TreeMap<>();
    for (Finding f : findings) {
      String fate = f.sliced() ? "in slices" : "in one piece: " + f.reason();
      String cost = f.cost() > 0 ? ", " + f.cost() + " operations for an element or more" : "";
      said.computeIfAbsent(f.line(), line -> new LinkedHashSet<>()).add(fate + cost);
    }
    shares.forEach(
        (line, share) -> {
          if (line > 0 && share >= LEAST_SHARE) {
            said.computeIfAbsent(line, l -> new LinkedHashSet<>()).add(time(share));
          }
        });
    return said.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(text -> place(e.getKey()) + text))
        .toList();
  }

  private static String time(double share) {
    return String.format(Locale.ROOT, "%.1f %% of the time of a gradient", 100 * share);
  }

  /** File, line and what stands there. */
  private String place(int number) {
    int before = 0;
    for (SourceFile file : numbers.files()) {
      if (number > before && number <= before + file.lineCount()) {
        int line = number - before;
        return file.name() + ":" + line + ": " + file.line(line).strip() + "\n    ";
      }
      before += file.lineCount();
    }
    return "";
  }
}
