package org.stanj.runtime.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How tables show a column's name: {@code t:2.1.3} of a file becomes {@code t.2[1,3]}. */
public final class ColumnName {
  private ColumnName() {}

  /** The name as it is shown. */
  public static String shown(String name) {
    List<String> members = new ArrayList<>();
    for (String member : name.split(":", -1)) {
      int dot = member.indexOf('.');
      members.add(
          dot < 0
              ? member
              : member.substring(0, dot) + "[" + member.substring(dot + 1).replace('.', ',') + "]");
    }
    return String.join(".", members);
  }

  /**
   * The order of a table: the elements of a container, which stand together in the file with the
   * first index running fastest, by their first index, then their second.
   *
   * @param names as shown
   * @return positions
   */
  public static List<Integer> rowMajor(List<String> names) {
    List<Integer> order = new ArrayList<>();
    int begin = 0;
    while (begin < names.size()) {
      int end = begin + 1;
      String container = container(names.get(begin));
      while (!container.isEmpty()
          && end < names.size()
          && container(names.get(end)).equals(container)) {
        end++;
      }
      List<Integer> elements = new ArrayList<>();
      for (int i = begin; i < end; i++) {
        elements.add(i);
      }
      elements.sort(
          Comparator.comparing(i -> indices(names.get(i)), (a, b) -> Arrays.compare(a, b)));
      order.addAll(elements);
      begin = end;
    }
    return order;
  }

  /** What stands before the last bracket; empty if the name does not end in one. */
  private static String container(String name) {
    return name.endsWith("]") ? name.substring(0, name.lastIndexOf('[')) : "";
  }

  private static int[] indices(String name) {
    if (!name.endsWith("]")) {
      return new int[0];
    }
    String inner = name.substring(name.lastIndexOf('[') + 1, name.length() - 1);
    return Arrays.stream(inner.split(",", -1)).mapToInt(ColumnName::index).toArray();
  }

  /** Parts of complex numbers keep their order, real before imaginary. */
  private static int index(String text) {
    return switch (text) {
      case "real" -> 0;
      case "imag" -> 1;
      default -> text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    };
  }
}
