package org.stanj.runtime.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stanj.runtime.io.LeafValues;
import org.stanj.runtime.model.Variable;

/**
 * Writes the variables of a row in the form of data files: nested lists, first index outermost;
 * tuples as objects with the keys 1, 2, ...; complex numbers as pairs.
 */
final class JsonRow {
  private final Answer out;
  private final List<double[]> leaves = new ArrayList<>();
  private int leaf;

  private JsonRow(Answer out) {
    this.out = out;
  }

  /**
   * Writes an object with a member for each variable.
   *
   * @param row values of the variables in storage order
   */
  static void write(List<Variable> variables, double[] row, Answer out) throws IOException {
    int next = 0;
    out.open();
    for (Variable variable : variables) {
      JsonRow one = new JsonRow(out);
      for (Variable part : variable.leaves()) {
        one.leaves.add(LeafValues.rowMajor(part, row, next));
        next += part.size();
      }
      out.name(variable.name());
      one.node(variable, 0);
    }
    out.close();
  }

  /**
   * A node of a variable's tree, for one element of the arrays of tuples around it.
   *
   * @param outer that element's number, the last index fastest
   */
  private void node(Variable node, int outer) throws IOException {
    int[] dims = node.dims().stream().mapToInt(Integer::intValue).toArray();
    if (node.form() == Variable.Form.TUPLE) {
      int first = leaf;
      tuples(node, dims, 0, outer);
      leaf = first + node.leaves().size();
      return;
    }
    if (node.form().isComplex()) {
      dims = Arrays.copyOf(dims, dims.length + 1);
      dims[dims.length - 1] = 2;
    }
    numbers(dims, 0, outer, node.form() == Variable.Form.INT);
    leaf++;
  }

  private void tuples(Variable tuple, int[] dims, int level, int at) throws IOException {
    if (level < dims.length) {
      out.openList();
      for (int i = 0; i < dims[level]; i++) {
        tuples(tuple, dims, level + 1, at * dims[level] + i);
      }
      out.closeList();
      return;
    }
    int first = leaf;
    out.open();
    for (int m = 0; m < tuple.members().size(); m++) {
      out.name(Integer.toString(m + 1));
      node(tuple.members().get(m), at);
    }
    out.close();
    leaf = first;
  }

  private void numbers(int[] dims, int level, int at, boolean ints) throws IOException {
    if (level == dims.length) {
      out.number(leaves.get(leaf)[at], ints);
      return;
    }
    out.openList();
    for (int i = 0; i < dims[level]; i++) {
      numbers(dims, level + 1, at * dims[level] + i, ints);
    }
    out.closeList();
  }
}
