package org.stanj.compiler.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.Renaming;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Copies of statements, in which all that they make has another name. */
final class Fresh {
  private Fresh() {}

  /** A copy with one variable under a given name. */
  static List<Stmt> copy(List<Stmt> body, Var old, Var name, NewFields fields) {
    return copy(body, Map.of(old, name), fields);
  }

  /** A copy with some variables under given names. */
  static List<Stmt> copy(List<Stmt> body, Map<Var, Var> given, NewFields fields) {
    Map<Var, Var> names = new HashMap<>(given);
    body.forEach(s -> s.walk(t -> Variables.defined(t).forEach(v -> name(v, names, fields))));
    return new Renaming(v -> names.getOrDefault(v, v)).list(body);
  }

  private static void name(Var v, Map<Var, Var> names, NewFields fields) {
    names.computeIfAbsent(v, x -> fields.local(x.name(), x.type()));
  }
}
