package org.stanj.compiler.slice;

import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;

/**
 * Neighbouring statements over one range of elements that only add to the target: what one of them
 * makes for an element, another uses for the same element alone.
 *
 * @param range of the loops in it
 * @param made declarations of the containers that are made and used up in it
 * @param members loops over the range, fills of such containers, and kernels that make one of them
 *     row by row
 */
record Group(Range range, List<Stmt.Declare> made, List<Stmt> members) {
  Group {
    made = List.copyOf(made);
    members = List.copyOf(members);
  }

  /** First and last index. */
  record Range(Expr from, Expr to) {}
}
