package org.stanj.compiler.batch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stanj.compiler.analysis.Finding;
import org.stanj.compiler.analysis.Finding.Question;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Stmt;

/**
 * What this pass says of lines. One of the program is many loops here: checks, a forward and a
 * reverse sweep, in one piece and in slices. Such a line is in blocks if one of its loops is; else
 * the dearest of them tells why not.
 */
final class BlockFindings {
  /**
   * Names in the facts of such loops are mostly those of adjoints, which would tell nobody much.
   */
  static final String DEPENDENT = "its iterations, or their derivatives, depend on each other";

  private final Map<Integer, Finding> lines = new TreeMap<>();

  /**
   * @param obstacle why the loop does not run in blocks; empty if it does
   * @param facts of the loop: that its iterations depend on each other is told before all else
   */
  void add(Compound.For loop, String obstacle, LoopFacts facts) {
    int line = Math.abs(loop.line());
    if (line == 0) {
      return;
    }
    String reason = facts.independent() ? obstacle : DEPENDENT;
    Finding found =
        obstacle.isEmpty()
            ? Finding.yes(line, Question.BLOCKS, facts.cost())
            : Finding.no(line, Question.BLOCKS, reason, facts.cost());
    lines.merge(line, found, BlockFindings::chosen);
  }

  /** A loop in a loop that stands in another: nobody looks at it. */
  void inner(Stmt s) {
    if (s instanceof Compound.For f && f.line() != 0) {
      int line = Math.abs(f.line());
      lines.putIfAbsent(line, Finding.no(line, Question.BLOCKS, "it stands in two other loops", 0));
    }
  }

  private static Finding chosen(Finding a, Finding b) {
    if (a.yes() != b.yes()) {
      return a.yes() ? a : b;
    }
    return b.cost() > a.cost() ? b : a;
  }

  List<Finding> all() {
    return List.copyOf(lines.values());
  }
}
