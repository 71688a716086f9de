package org.stanj.compiler.slice;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.analysis.Finding;
import org.stanj.compiler.analysis.Finding.Question;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;

/** What slicing says of loops and vectorised statements. */
final class SliceFindings {
  private SliceFindings() {}

  static Finding ofProgram(String reason) {
    return Finding.no(0, Question.SLICES, reason, 0);
  }

  static Finding of(Stmt member, Group group, boolean worth) {
    int cost = (int) Math.round(Cost.least(group));
    int line = Math.abs(member.line());
    return worth
        ? Finding.yes(line, Question.SLICES, cost)
        : Finding.no(line, Question.SLICES, "one element is too little work", cost);
  }

  /** Of a statement that stays in one piece, if it is a loop. */
  static Optional<Finding> ofWhole(Stmt s) {
    if (!(s instanceof Compound.For f) || f.line() == 0) {
      return Optional.empty();
    }
    return Optional.of(Finding.no(f.line(), Question.SLICES, reason(f), f.facts().cost()));
  }

  private static String reason(Compound.For f) {
    if (!f.facts().independent()) {
      return f.facts().reason();
    }
    List<String> sums =
        f.facts().reductions().stream().filter(sum -> !sum.equals(Target.VARIABLE.name())).toList();
    if (!sums.isEmpty()) {
      return "it adds to " + String.join(", ", sums);
    }
    boolean adds = f.facts().reductions().contains(Target.VARIABLE.name());
    return adds ? "what it writes is used elsewhere" : "it adds nothing to the target";
  }
}
