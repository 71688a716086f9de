package org.stanj.runtime.io;

import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.runtime.model.DataContext;

/**
 * Values of Java programs as named values. Whole numbers are {@code int}, {@code long}, {@code
 * short} and {@code byte}, boxed or not, and must fit 32 bits; reals are {@code double} and {@code
 * float}. Containers are arrays and lists of these, nested and rectangular, the first index
 * outermost; of complex numbers the last dimension is (real, imaginary). Tuples are maps with the
 * keys {@code "1"}, {@code "2"}, ...
 */
public final class JavaData {
  private static final int OUTSIDE_LISTS = 0;

  private JavaData() {}

  /**
   * Copies the values.
   *
   * @throws FileProblem if one is of another type, or not rectangular; the message names it
   */
  public static DataContext of(Map<String, ?> values) {
    Map<String, Values> table = new HashMap<>();
    values.forEach(
        (name, value) -> {
          ValueBuilder builder = new ValueBuilder(name);
          add(builder, value, OUTSIDE_LISTS);
          builder.finish(new int[0], table);
        });
    return new DataTable(table);
  }

  private static void add(ValueBuilder builder, Object value, int depth) {
    if (value instanceof Number number) {
      number(builder, number, depth);
    } else if (value instanceof double[] reals) {
      reals(builder, reals, depth);
    } else if (value instanceof int[] ints) {
      ints(builder, ints, depth);
    } else if (value instanceof List<?> list) {
      builder.open(depth);
      list.forEach(element -> add(builder, element, depth + 1));
      builder.close(depth, list.size());
    } else if (value instanceof Map<?, ?> tuple) {
      tuple.forEach((key, member) -> member(builder, String.valueOf(key), member, depth));
    } else if (value != null && value.getClass().isArray()) {
      array(builder, value, depth);
    } else {
      throw builder.problem(
          (value == null ? "null" : "a value of " + value.getClass())
              + " is neither a number nor an array, list or map of numbers.");
    }
  }

  private static void number(ValueBuilder builder, Number number, int depth) {
    if (number instanceof Double || number instanceof Float) {
      builder.add(number.doubleValue(), false, depth);
      return;
    }
    boolean whole =
        number instanceof Integer
            || number instanceof Long
            || number instanceof Short
            || number instanceof Byte;
    if (!whole) {
      throw builder.problem("a number of " + number.getClass() + ": use int, long or double.");
    }
    long value = number.longValue();
    if (value != (int) value) {
      throw builder.problem(value + " does not fit the 32 bits of an int; a real is a double.");
    }
    builder.add(value, true, depth);
  }

  private static void reals(ValueBuilder builder, double[] reals, int depth) {
    builder.open(depth);
    for (double x : reals) {
      builder.add(x, false, depth + 1);
    }
    builder.close(depth, reals.length);
  }

  private static void ints(ValueBuilder builder, int[] ints, int depth) {
    builder.open(depth);
    for (int i : ints) {
      builder.add(i, true, depth + 1);
    }
    builder.close(depth, ints.length);
  }

  private static void array(ValueBuilder builder, Object array, int depth) {
    int size = Array.getLength(array);
    builder.open(depth);
    for (int i = 0; i < size; i++) {
      add(builder, Array.get(array, i), depth + 1);
    }
    builder.close(depth, size);
  }

  private static void member(ValueBuilder builder, String key, Object value, int depth) {
    if (!key.matches("[1-9]\\d{0,8}")) {
      throw builder.problem("a tuple has members 1, 2, ..., but the map has the key " + key + ".");
    }
    add(builder.member(key, depth), value, OUTSIDE_LISTS);
  }
}
