package org.stanj.stdlib.abi;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes tuples and complex values, which reach a message packed into one real container: first all
 * sizes of the leaves in order, then their elements in storage order.
 *
 * <p>The form of a value is a text: {@code i} int, {@code r} real, {@code v} vector or row vector,
 * {@code m} matrix, in capitals those of complex numbers ({@code R V M}), {@code a} before each
 * array dimension, a tuple's members in parentheses: {@code aa(iV)}.
 */
final class CompositeText {
  private final double[] values;
  private final List<Leaf> leaves = new ArrayList<>();

  private CompositeText(double[] values) {
    this.values = values;
  }

  static StringBuilder add(StringBuilder to, double[] values, int offset, String form) {
    CompositeText text = new CompositeText(values);
    Node root = new Parser(form).node(0);
    int[] at = {offset, offset};
    root.countSizes(at);
    text.place(root, at);
    text.write(to, root, new int[0]);
    return to;
  }

  /** A leaf with its place: complex ones have a second place for the imaginary parts. */
  private record Leaf(char kind, int[] sizes, int start) {
    boolean matrix() {
      return kind == 'm' || kind == 'M';
    }

    int count() {
      int n = 1;
      for (int size : sizes) {
        n *= size;
      }
      return n;
    }

    int position(int[] index) {
      int rank = sizes.length;
      int arrays = matrix() ? rank - 2 : rank;
      int at = 0;
      for (int d = 0; d < arrays; d++) {
        at = at * sizes[d] + index[d];
      }
      if (matrix()) {
        at = (at * sizes[rank - 1] + index[rank - 1]) * sizes[rank - 2] + index[rank - 2];
      }
      return start + at;
    }
  }

  /**
   * A node of the form.
   *
   * @param arrays dimensions before it
   * @param outer array dimensions around it in the whole form
   * @param kind of a leaf; {@code (} for a tuple
   */
  private record Node(int arrays, int outer, char kind, List<Node> members) {
    boolean complex() {
      return Character.isUpperCase(kind);
    }

    int rank() {
      int own = kind == 'v' || kind == 'V' ? 1 : kind == 'm' || kind == 'M' ? 2 : 0;
      return outer + arrays + own;
    }

    /** Moves the second position behind the sizes of all leaves. */
    void countSizes(int[] at) {
      if (kind == '(') {
        members.forEach(m -> m.countSizes(at));
      } else {
        at[1] += complex() ? 2 * rank() : rank();
      }
    }
  }

  private void place(Node node, int[] at) {
    if (node.kind() == '(') {
      node.members().forEach(m -> place(m, at));
      return;
    }
    for (int part = 0; part < (node.complex() ? 2 : 1); part++) {
      int[] sizes = new int[node.rank()];
      for (int d = 0; d < sizes.length; d++) {
        sizes[d] = (int) values[at[0]++];
      }
      Leaf leaf = new Leaf(node.kind(), sizes, at[1]);
      at[1] += leaf.count();
      leaves.add(leaf);
    }
  }

  private int next;

  private void write(StringBuilder to, Node node, int[] index) {
    int first = next;
    int[] sizes = leaves.get(first).sizes();
    int depth = node.outer() + node.arrays();
    int rank = node.kind() == '(' ? depth : sizes.length;
    if (index.length < rank) {
      to.append('[');
      for (int i = 0; i < sizes[index.length]; i++) {
        next = first;
        to.append(i == 0 ? "" : ",");
        int[] inner = java.util.Arrays.copyOf(index, index.length + 1);
        inner[index.length] = i;
        write(to, node, inner);
      }
      to.append(']');
      next = first + leavesOf(node);
      return;
    }
    if (node.kind() == '(') {
      to.append('(');
      for (Node member : node.members()) {
        to.append(member == node.members().get(0) ? "" : ",");
        write(to, member, index);
      }
      to.append(')');
      return;
    }
    scalar(to, node, index);
  }

  private static int leavesOf(Node node) {
    if (node.kind() != '(') {
      return node.complex() ? 2 : 1;
    }
    return node.members().stream().mapToInt(CompositeText::leavesOf).sum();
  }

  private void scalar(StringBuilder to, Node node, int[] index) {
    double value = values[leaves.get(next).position(index)];
    next++;
    if (node.complex()) {
      double imaginary = values[leaves.get(next).position(index)];
      next++;
      to.append('(').append(Text.real(value)).append(',').append(Text.real(imaginary)).append(')');
    } else {
      to.append(node.kind() == 'i' ? Integer.toString((int) value) : Text.real(value));
    }
  }

  /** Reads a form. */
  private static final class Parser {
    private final String form;
    private int at;

    Parser(String form) {
      this.form = form;
    }

    Node node(int outer) {
      int arrays = 0;
      while (form.charAt(at) == 'a') {
        arrays++;
        at++;
      }
      char kind = form.charAt(at++);
      List<Node> members = new ArrayList<>();
      if (kind == '(') {
        while (form.charAt(at) != ')') {
          members.add(node(outer + arrays));
        }
        at++;
      }
      return new Node(arrays, outer, kind, members);
    }
  }
}
