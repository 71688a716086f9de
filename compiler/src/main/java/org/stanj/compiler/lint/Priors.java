package org.stanj.compiler.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.typed.Symbol;

/**
 * The factor graph of a program: terms of the density and the variables they depend on. A term is a
 * prior of a parameter if no way leads from it to data but through the parameter (Stan User's
 * Guide, "Parameters with zero or multiple priors").
 */
final class Priors {
  private final List<Set<Symbol>> terms;
  private final Map<Symbol, List<Integer>> termsOf = new HashMap<>();

  Priors(List<Set<Symbol>> terms) {
    this.terms = List.copyOf(terms);
    for (int i = 0; i < this.terms.size(); i++) {
      for (Symbol symbol : this.terms.get(i)) {
        termsOf.computeIfAbsent(symbol, s -> new ArrayList<>()).add(i);
      }
    }
  }

  /** Whether any term depends on the variable. */
  boolean uses(Symbol symbol) {
    return termsOf.containsKey(symbol);
  }

  /** The number of priors of a parameter. */
  int count(Symbol parameter) {
    Set<Integer> nearData = nearData(parameter);
    return (int)
        termsOf.getOrDefault(parameter, List.of()).stream()
            .filter(term -> !nearData.contains(term))
            .count();
  }

  private Set<Integer> nearData(Symbol parameter) {
    Set<Integer> reached = new HashSet<>();
    Set<Symbol> seen = new HashSet<>(Set.of(parameter));
    Deque<Symbol> open = new ArrayDeque<>();
    termsOf.keySet().stream().filter(Influence::isData).forEach(open::add);
    while (!open.isEmpty()) {
      for (int term : termsOf.get(open.pop())) {
        if (reached.add(term)) {
          terms.get(term).stream().filter(seen::add).forEach(open::add);
        }
      }
    }
    return reached;
  }
}
