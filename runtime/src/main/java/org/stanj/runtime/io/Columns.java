package org.stanj.runtime.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.stanj.runtime.model.Variable;
import org.stanj.runtime.model.Variable.Form;

/**
 * The columns that a list of variables has in a CSV file: names and the place of each column's
 * value in a row of the model (storage order).
 *
 * @param names such as {@code m.2.1}, {@code z.imag}, {@code t.1:2}
 * @param storage for each column its index in the row
 */
public record Columns(List<String> names, int[] storage) {
  /**
   * Columns of all variables, in their order: first index fastest; of an array of tuples one
   * element after the other, each with all its members; of complex numbers each with both its
   * parts.
   */
  public static Columns of(List<Variable> variables) {
    return of(variables, variable -> true);
  }

  /** The columns of some of the variables in the same row. */
  public static Columns of(List<Variable> variables, Predicate<Variable> wanted) {
    Walk walk = new Walk();
    for (Variable variable : variables) {
      if (wanted.test(variable)) {
        walk.variable(variable);
      } else {
        walk.base += variable.size();
      }
    }
    return new Columns(walk.names, Arrays.copyOf(walk.storage, walk.names.size()));
  }

  /** Names of the unconstrained parameters, each with a prefix. */
  public static List<String> unconstrained(List<Variable> variables, String prefix) {
    List<String> names = new ArrayList<>();
    for (Variable variable : variables) {
      if (variable.block() == Variable.Block.PARAMETERS) {
        addUnconstrained(prefix + variable.name(), variable, names);
      }
    }
    return names;
  }

  private static void addUnconstrained(String name, Variable variable, List<String> names) {
    boolean tuple = variable.form() == Form.TUPLE;
    List<Integer> dims = tuple ? variable.dims() : variable.unconstrainedDims();
    each(
        dims,
        index -> {
          String element = name + suffix(index);
          if (tuple) {
            for (int m = 0; m < variable.members().size(); m++) {
              addUnconstrained(element + ":" + (m + 1), variable.members().get(m), names);
            }
          } else if (variable.form().isComplex()) {
            names.add(element + ".real");
            names.add(element + ".imag");
          } else {
            names.add(element);
          }
        });
  }

  private static String suffix(int[] index) {
    StringBuilder text = new StringBuilder();
    for (int i : index) {
      text.append('.').append(i + 1);
    }
    return text.toString();
  }

  private interface IndexAction {
    void accept(int[] index);
  }

  /** All indices, the first one fastest. */
  private static void each(List<Integer> dims, IndexAction action) {
    int n = dims.stream().reduce(1, (a, b) -> a * b);
    int[] index = new int[dims.size()];
    for (int i = 0; i < n; i++) {
      action.accept(index);
      for (int d = 0; d < index.length && ++index[d] == dims.get(d); d++) {
        index[d] = 0;
      }
    }
  }

  /** Gathers names and positions. */
  private static final class Walk {
    private final List<String> names = new ArrayList<>();
    private int[] storage = new int[64];
    private int base;
    private int leaf;

    void variable(Variable variable) {
      List<Integer> starts = new ArrayList<>();
      int next = base;
      for (Variable one : variable.leaves()) {
        starts.add(next);
        next += one.size();
      }
      Tree tree = new Tree(variable.leaves(), starts);
      leaf = 0;
      node(variable.name(), variable, new int[0], tree);
      base = next;
    }

    /** The leaves of a variable and where each starts. */
    private record Tree(List<Variable> leaves, List<Integer> starts) {}

    /** The columns of a node for one element of the arrays of tuples around it. */
    private void node(String name, Variable node, int[] outer, Tree tree) {
      int first = leaf;
      int after = first + node.leaves().size();
      each(
          node.dims(),
          index -> {
            leaf = first;
            int[] all = Arrays.copyOf(outer, outer.length + index.length);
            System.arraycopy(index, 0, all, outer.length, index.length);
            element(name + suffix(index), node, all, tree);
          });
      leaf = after;
    }

    private void element(String name, Variable node, int[] index, Tree tree) {
      if (node.form() == Form.TUPLE) {
        for (int m = 0; m < node.members().size(); m++) {
          node(name + ":" + (m + 1), node.members().get(m), index, tree);
        }
        return;
      }
      Variable whole = tree.leaves().get(leaf);
      int at = tree.starts().get(leaf);
      int[] strides = whole.strides();
      for (int d = 0; d < index.length; d++) {
        at += index[d] * strides[d];
      }
      if (whole.form().isComplex()) {
        add(name + ".real", at);
        add(name + ".imag", at + whole.size() / 2);
      } else {
        add(name, at);
      }
    }

    private void add(String name, int at) {
      if (names.size() == storage.length) {
        storage = Arrays.copyOf(storage, 2 * storage.length);
      }
      storage[names.size()] = at;
      names.add(name);
    }
  }
}
