package org.stanj.compiler.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.typed.Symbol;

/** The variables that are visible: one flat name space, from which leaving a scope takes names. */
final class Scopes {
  private final Map<String, Symbol> visible = new HashMap<>();
  private final Deque<List<String>> open = new ArrayDeque<>();

  Scopes() {
    enter();
  }

  void enter() {
    open.push(new ArrayList<>());
  }

  void leave() {
    open.pop().forEach(visible::remove);
  }

  /** Makes a symbol visible until its scope is left; the name must be free. */
  void declare(Symbol symbol) {
    visible.put(symbol.name(), symbol);
    open.element().add(symbol.name());
  }

  Optional<Symbol> find(String name) {
    return Optional.ofNullable(visible.get(name));
  }

  Set<String> names() {
    return visible.keySet();
  }
}
