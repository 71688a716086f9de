package org.stanj.compiler.slice;

import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;

/**
 * Neighbouring statements over one range of elements that only add to the target: what one of them
 * makes for an element, another uses for the same element alone.
 *
 * @param count of the elements, which each of the statements runs over
 * @param made declarations of the containers that are made and used up in it
 * @param members loops, fills and copies of such containers, and kernels that make one of them row
 *     by row
 */
record Group(Expr count, List<Stmt.Declare> made, List<Stmt> members) {
  Group {
    made = List.copyOf(made);
    members = List.copyOf(members);
  }
}
