package org.stanj.compiler.slice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;
import org.stanj.compiler.simplify.Aliases;

/**
 * What statements read and write, with all below them: scalars and names by themselves, elements by
 * the storage that holds them.
 */
record Touch(Set<Var> reads, Set<Var> writes) {
  static Touch of(List<Stmt> statements, Aliases aliases) {
    Touch touch = new Touch(new HashSet<>(), new HashSet<>());
    statements.forEach(s -> s.walk(t -> touch.add(t, aliases)));
    return touch;
  }

  private void add(Stmt s, Aliases aliases) {
    s.forEachExpression(e -> Variables.in(e).forEach(v -> read(v, aliases)));
    Variables.containersRead(s).forEach(v -> read(v, aliases));
    writes.addAll(Variables.defined(s));
    Variables.elementsWritten(s).forEach(v -> writes.add(aliases.storage(v)));
    Variables.elementsWritten(s).forEach(v -> read(v, aliases));
  }

  private void read(Var v, Aliases aliases) {
    reads.add(v);
    if (!v.isScalar()) {
      reads.add(aliases.storage(v));
    }
  }

  /** Whether the statements of both may change places. */
  boolean commutes(Touch other) {
    return clear(writes, other) && clear(other.writes, this);
  }

  private static boolean clear(Set<Var> written, Touch other) {
    return written.stream().noneMatch(v -> other.reads.contains(v) || other.writes.contains(v));
  }
}
