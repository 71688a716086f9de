package org.stanj.compiler.rows;

import java.util.List;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.core.Expr;

/** A condition for all rows of some loops. */
record RowTest(List<Level> levels, Expr condition) {
  RowTest {
    levels = List.copyOf(levels);
  }
}
