package org.stanj.runtime.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stanj.runtime.model.Variable;

/**
 * The columns that a list of variables has in a CSV file: names and the place of each column's
 * value in a row of the model (storage order).
 *
 * @param names such as {@code m.2.1}
 * @param storage for each column its index in the row
 */
public record Columns(List<String> names, int[] storage) {
  /** Columns of all variables, in their order, first index fastest. */
  public static Columns of(List<Variable> variables) {
    List<String> names = new ArrayList<>();
    int[] storage = new int[64];
    int base = 0;
    for (Variable variable : variables) {
      int start = names.size();
      addNames(variable.name(), variable.dims(), names);
      int[] order = variable.storageOfColumn();
      if (names.size() > storage.length) {
        storage = Arrays.copyOf(storage, Math.max(names.size(), 2 * storage.length));
      }
      for (int i = 0; i < order.length; i++) {
        storage[start + i] = base + order[i];
      }
      base += order.length;
    }
    return new Columns(names, Arrays.copyOf(storage, names.size()));
  }

  /** Names of the unconstrained parameters, each with a prefix. */
  public static List<String> unconstrained(List<Variable> variables, String prefix) {
    List<String> names = new ArrayList<>();
    for (Variable variable : variables) {
      if (variable.block() == Variable.Block.PARAMETERS) {
        addNames(prefix + variable.name(), variable.unconstrainedDims(), names);
      }
    }
    return names;
  }

  /** Appends {@code name.1.1}, {@code name.2.1}, ...: the name itself for a scalar. */
  private static void addNames(String name, List<Integer> dims, List<String> names) {
    int n = dims.stream().reduce(1, (a, b) -> a * b);
    int[] index = new int[dims.size()];
    for (int i = 0; i < n; i++) {
      StringBuilder text = new StringBuilder(name);
      for (int d : index) {
        text.append('.').append(d + 1);
      }
      names.add(text.toString());
      for (int d = 0; d < index.length && ++index[d] == dims.get(d); d++) {
        index[d] = 0;
      }
    }
  }
}
