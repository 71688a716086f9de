package org.stanj.compiler.emit;

import java.util.HashSet;
import java.util.Set;
import org.stanj.compiler.core.CoreFunction;

/** New names beside those that are taken. */
final class Names {
  private final Set<String> taken;
  private int last;

  Names(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** For variables of a function. */
  static Names of(CoreFunction function) {
    Names names = new Names(Set.of());
    function.parameters().forEach(p -> names.taken.add(p.name()));
    function
        .body()
        .forEach(
            statement ->
                statement.walk(s -> Uses.made(s).ifPresent(made -> names.taken.add(made.name()))));
    return names;
  }

  String fresh(String prefix) {
    String name = prefix + "$" + ++last;
    while (!taken.add(name)) {
      name = prefix + "$" + ++last;
    }
    return name;
  }
}
