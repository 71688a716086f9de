package org.stanj.compiler.slice;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;

/**
 * What was found out about a loop or vectorised statement of the log density.
 *
 * @param line of the program, as {@code compiler.source.LineNumbers} counts them; 0 for the whole
 *     program
 * @param sliced whether it is cut
 * @param reason why it is not; empty if it is
 * @param cost operations of one element, at least
 */
public record Finding(int line, boolean sliced, String reason, int cost) {
  static Finding ofProgram(String reason) {
    return new Finding(0, false, reason, 0);
  }

  static Finding of(Stmt member, Group group, boolean worth) {
    int cost = (int) Math.round(Cost.least(group));
    String reason = worth ? "" : "one element is too little work";
    return new Finding(Math.abs(member.line()), worth, reason, cost);
  }

  /** Of a statement that stays in one piece, if it is a loop. */
  static Optional<Finding> ofWhole(Stmt s) {
    if (!(s instanceof Compound.For f) || f.line() == 0) {
      return Optional.empty();
    }
    return Optional.of(new Finding(f.line(), false, reason(f), f.facts().cost()));
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
