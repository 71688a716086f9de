package org.stanj.compiler;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stanj.compiler.analysis.Finding;
import org.stanj.compiler.source.LineNumbers;
import org.stanj.compiler.source.SourceFile;

/**
 * What is known of the loops of a program's log density: what runs in slices, what in vectors, and
 * what before sampling.
 *
 * @param numbers of the program's lines
 */
public record Explanation(LineNumbers numbers, List<Finding> findings) {
  private static final double LEAST_SHARE = 0.001;

  public Explanation {
    findings = List.copyOf(findings);
  }

  /** For each line of the program its place and text, and below it what is said; each once. */
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
    Set<Finding> known = new HashSet<>();
    for (Finding.Question question : Finding.Question.values()) {
      findings.stream()
          .filter(f -> f.question() == question && known.add(withoutCost(f)))
          .forEach(f -> said.computeIfAbsent(f.line(), line -> new LinkedHashSet<>()).add(text(f)));
    }
    shares.forEach(
        (line, share) -> {
          if (line > 0 && share >= LEAST_SHARE) {
            said.computeIfAbsent(line, l -> new LinkedHashSet<>()).add(time(share));
          }
        });
    return said.entrySet().stream()
        .map(e -> place(e.getKey()) + String.join("\n    ", e.getValue()))
        .toList();
  }

  /** Several loops may stand for one line, and do much the same. */
  private static Finding withoutCost(Finding f) {
    return new Finding(f.line(), f.question(), f.yes(), f.reason(), 0);
  }

  private static String text(Finding f) {
    return switch (f.question()) {
      case SLICES -> {
        String cost = f.cost() > 0 ? ", " + f.cost() + " operations for an element or more" : "";
        yield (f.yes() ? "in slices" : "in one piece: " + f.reason()) + cost;
      }
      case BLOCKS -> f.yes() ? "in vectors" : "no vectors: " + f.reason();
      case BIND -> "what depends on data alone is computed before sampling";
      case SQUARES -> "over fewer rows with the same sums of squares";
      case REPEATS -> "rows that are the same are taken once, if a third of them are";
    };
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
