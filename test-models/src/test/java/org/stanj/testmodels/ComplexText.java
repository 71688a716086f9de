package org.stanj.testmodels;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes complex values and tuples of the function figures as Stan expressions. */
final class ComplexText {
  private ComplexText() {}

  /** An expression that reads a complex value from elements of {@code p}, from {@code first} on. */
  static String parameter(JsonNode value, String type, int first) {
    int rows = value.size();
    return switch (type) {
      case "complex" -> number(first);
      case "complex_vector" -> list(rows, i -> number(first + 2 * i)) + "'";
      case "complex_row_vector" -> list(rows, i -> number(first + 2 * i));
      default ->
          list(rows, i -> list(value.get(0).size(), j -> number(first + 2 * (j * rows + i))));
    };
  }

  private static String number(int at) {
    return "to_complex(p[" + at + "], p[" + (at + 1) + "])";
  }

  private static String list(int size, IntFunction<String> text) {
    return IntStream.range(0, size).mapToObj(text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** As {@link StanText#weightedSum}, of complex values and tuples. */
  static String weightedSum(String expression, String type, JsonNode value, int before) {
    if (type.startsWith("tuple")) {
      return ofMembers(expression, type, value, before);
    }
    int size = StanText.flat(value, type).size();
    if (type.equals("complex")) {
      return "w[%d] * get_real(%s) + w[%d] * get_imag(%s)"
          .formatted(before + 1, expression, before + 2, expression);
    }
    String part = "dot_product(w[%s], to_vector(get_%s(%s)))";
    return part.formatted(every(before + 1, size), "real", expression)
        + " + "
        + part.formatted(every(before + 2, size), "imag", expression);
  }

  private static String every(int first, int size) {
    return IntStream.range(0, size / 2)
        .mapToObj(i -> "" + (first + 2 * i))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String ofMembers(String expression, String type, JsonNode value, int before) {
    List<String> members = StanText.members(type);
    List<String> terms = new ArrayList<>();
    int at = before;
    for (int i = 0; i < members.size(); i++) {
      String member = members.get(i);
      if (!member.endsWith("int")) {
        JsonNode part = value.get("" + (i + 1));
        terms.add(StanText.weightedSum("(" + expression + ")." + (i + 1), member, part, at));
        at += StanText.flat(part, member).size();
      }
    }
    return String.join(" + ", terms);
  }
}
