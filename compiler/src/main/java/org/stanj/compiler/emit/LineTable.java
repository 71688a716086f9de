package org.stanj.compiler.emit;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.stanj.runtime.model.SourceLines;

/**
 * The line numbers of one method. Whatever way control took to an instruction, the entry that it
 * passed last is that of its line: who measures lines counts on it.
 */
final class LineTable {
  private final MethodVisitor to;
  private int current;
  private int entries;

  LineTable(MethodVisitor to) {
    this.to = to;
  }

  /** Where control stands: the line, and how many entries there are so far. */
  record Point(int line, int entries) {}

  Point here() {
    return new Point(current, entries);
  }

  /** What follows works for the line, as in {@code Stmt.line}; where it is 0, nothing changes. */
  void at(int line) {
    if (line != 0 && line != current) {
      current = line;
      entries++;
      Label label = new Label();
      to.visitLabel(label);
      to.visitLineNumber(line > 0 ? line : SourceLines.REVERSE - line, label);
    }
  }

  /** Control comes here from the point only. */
  void resume(Point point) {
    current = point.line();
  }

  /** Control comes here from the point, or from behind it. */
  void join(Point point) {
    if (entries > point.entries()) {
      current = 0;
    }
  }

  /** The same, where the line must be that of the point whichever way control came. */
  void back(Point point) {
    join(point);
    at(point.line());
  }
}
