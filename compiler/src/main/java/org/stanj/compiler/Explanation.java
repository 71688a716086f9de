package org.stanj.compiler;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.slice.Finding;
import org.stanj.compiler.source.LineNumbers;
import org.stanj.compiler.source.SourceFile;

/**
 * What is known of the loops of a program's log density.
 *
 * @param numbers of the program's lines
 */
public record Explanation(LineNumbers numbers, List<Finding> findings) {
  public Explanation {
    findings = List.copyOf(findings);
  }

  /** A line for each finding: place, fate, cost of an element, text; the same is said once. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Finding f : findings) {
      String fate = f.sliced() ? "in slices" : "in one piece: " + f.reason();
      String cost = f.cost() > 0 ? ", " + f.cost() + " operations for an element or more" : "";
      String line = place(f.line()) + fate + cost;
      if (!lines.contains(line)) {
        lines.add(line);
      }
    }
    return lines;
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
