package org.stanj.compiler.slice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Containers of a list of statements that are named once, where they are declared. */
final class Declarations {
  private final Map<Var, Stmt.Declare> declared = new HashMap<>();
  private final Map<Var, Integer> positions = new HashMap<>();

  /**
   * @param list where the declarations stand
   * @param definitions how often each variable of the function gets a value or is made
   */
  Declarations(List<Stmt> list, Definitions definitions) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof Stmt.Declare d && definitions.isMadeOnce(d.variable())) {
        declared.put(d.variable(), d);
        positions.put(d.variable(), i);
      }
    }
  }

  Optional<Stmt.Declare> of(Var container) {
    return Optional.ofNullable(declared.get(container));
  }

  /** Where the declaration of a container stands that has one. */
  int position(Var container) {
    return positions.get(container);
  }
}
