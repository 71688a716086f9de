package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.typed.UserFunction;

/** The functions of the program that are declared so far, by name. */
final class ProgramFunctions {
  private final Map<String, List<UserFunction>> byName = new HashMap<>();
  private final List<UserFunction> inOrder = new ArrayList<>();

  void add(UserFunction function) {
    byName.computeIfAbsent(function.name(), n -> new ArrayList<>()).add(function);
    inOrder.add(function);
  }

  List<UserFunction> overloads(String name) {
    return byName.getOrDefault(name, List.of());
  }

  List<UserFunction> all() {
    return inOrder;
  }

  Set<String> names() {
    return byName.keySet();
  }
}
