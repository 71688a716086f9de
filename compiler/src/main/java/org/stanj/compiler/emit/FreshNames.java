package org.stanj.compiler.emit;

import java.util.HashSet;
import java.util.Set;
import org.stanj.compiler.core.CoreFunction;

/** New names beside those that are taken. */
final class FreshNames {
  private final Set<String> taken;
  private int last;

  FreshNames(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** For variables of a function. */
  static FreshNames of(CoreFunction function) {
    FreshNames names = new FreshNames(Set.of());
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
