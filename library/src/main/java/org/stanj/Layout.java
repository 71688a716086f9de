package org.stanj;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.stanj.runtime.io.LeafValues;
import org.stanj.runtime.model.Variable;

/** Where variables lie in a row of values. */
final class Layout {
  private final List<Variable> variables;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final int size;

  /** A leaf, and where it starts in a row. */
  private record Slot(Variable leaf, int from) {}

  /**
   * @param variables of the rows, in their order
   */
  Layout(List<Variable> variables) {
    this.variables = List.copyOf(variables);
    int next = 0;
    for (Variable variable : variables) {
      for (Variable leaf : variable.leaves()) {
        slots.put(leaf.name(), new Slot(leaf, next));
        next += leaf.size();
      }
    }
    size = next;
  }

  List<Variable> variables() {
    return variables;
  }

  /** Number of values in a row. */
  int size() {
    return size;
  }

  /** Names of the variables; of tuples those of their members. */
  List<String> names() {
    return List.copyOf(slots.keySet());
  }

  /** Sizes of a variable; of complex ones with 2 as the last. */
  int[] dims(String name) {
    return LeafValues.dims(slot(name).leaf());
  }

  /** Values of a variable in a row, the last index fastest. */
  double[] rowMajor(String name, double[] row) {
    Slot slot = slot(name);
    return LeafValues.rowMajor(slot.leaf(), row, slot.from());
  }

  private Slot slot(String name) {
    Slot slot = slots.get(name);
    if (slot == null) {
      throw new NoSuchElementException("no variable " + name + "; there are " + names());
    }
    return slot;
  }
}
