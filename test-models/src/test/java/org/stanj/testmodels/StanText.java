package org.stanj.testmodels;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes values of the function figures as Stan expressions. */
final class StanText {
  /** Says that a case cannot be written as a program of the kind wanted. */
  static final class Inexpressible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Inexpressible(String reason) {
      super(reason);
    }
  }

  private StanText() {}

  /** The type of the elements of an array type. */
  static String element(String type) {
    int close = type.indexOf(']');
    String commas = type.substring("array[".length(), close);
    String rest = type.substring(close + 2);
    return commas.isEmpty() ? rest : "array[" + commas.substring(1) + "] " + rest;
  }

  /** A constant expression. */
  static String literal(JsonNode value, String type) {
    if (value.isArray() && value.isEmpty()) {
      return empty(type);
    }
    if (type.startsWith("array")) {
      return braces(value, v -> literal(v, element(type)));
    }
    return switch (type) {
      case "int" -> value.asLong() < 0 ? "(" + value.asText() + ")" : value.asText();
      case "real" -> real(value);
      case "vector" -> brackets(value, StanText::real) + "'";
      case "row_vector" -> brackets(value, StanText::real);
      case "matrix" -> brackets(value, row -> brackets(row, StanText::real));
      case "complex" -> complex(value);
      case "complex_vector" -> brackets(value, StanText::complex) + "'";
      case "complex_row_vector" -> brackets(value, StanText::complex);
      case "complex_matrix" -> brackets(value, row -> brackets(row, StanText::complex));
      default -> throw new Inexpressible(type);
    };
  }

  /** A container without elements. */
  private static String empty(String type) {
    return switch (type) {
      case "vector" -> "rep_vector(0, 0)";
      case "row_vector" -> "rep_row_vector(0, 0)";
      case "matrix" -> "rep_matrix(0, 0, 0)";
      case "array[] real" -> "to_array_1d(rep_vector(0, 0))";
      case "array[] int" -> "rep_array(0, 0)";
      case "array[,] int" -> "rep_array(0, 0, 0)";
      case "array[,] real" -> "rep_array(0.0, 0, 0)";
      case "array[] vector" -> "rep_array(rep_vector(0, 0), 0)";
      case "array[] row_vector" -> "rep_array(rep_row_vector(0, 0), 0)";
      case "array[] matrix" -> "rep_array(rep_matrix(0, 0, 0), 0)";
      default -> throw new Inexpressible("empty " + type);
    };
  }

  /** The types of the members of a tuple type. */
  static List<String> members(String tuple) {
    String inside = tuple.substring("tuple(".length(), tuple.length() - 1);
    return List.of(inside.split(",(?![,\\]]) "));
  }

  private static String complex(JsonNode value) {
    return "to_complex(" + real(value.get(0)) + ", " + real(value.get(1)) + ")";
  }

  /** An expression that reads the value from elements of {@code p}, whose values it appends. */
  static String parameter(JsonNode value, String type, List<Double> p) {
    if (value.isArray() && value.isEmpty()) {
      return empty(type);
    }
    if (type.startsWith("array")) {
      return braces(value, v -> parameter(v, element(type), p));
    }
    int first = p.size() + 1;
    flatten(value, type, p);
    if (type.startsWith("complex")) {
      return ComplexText.parameter(value, type, first);
    }
    String range = "p[" + first + ":" + p.size() + "]";
    return switch (type) {
      case "real" -> "p[" + first + "]";
      case "vector" -> range;
      case "row_vector" -> range + "'";
      case "matrix" ->
          "to_matrix(" + range + ", " + value.size() + ", " + value.get(0).size() + ")";
      default -> throw new Inexpressible(type);
    };
  }

  /**
   * Appends the numbers of a value: matrices column-major, arrays element by element, complex
   * numbers as two, tuples without their ints.
   */
  static void flatten(JsonNode value, String type, List<Double> into) {
    if (type.startsWith("array")) {
      value.forEach(v -> flatten(v, element(type), into));
    } else if (type.startsWith("tuple")) {
      List<String> members = members(type);
      for (int i = 0; i < members.size(); i++) {
        if (!members.get(i).endsWith("int")) {
          flatten(value.get("" + (i + 1)), members.get(i), into);
        }
      }
    } else if (type.endsWith("matrix")) {
      String element = type.startsWith("complex") ? "complex" : "real";
      int columns = value.isEmpty() ? 0 : value.get(0).size();
      for (int j = 0; j < columns; j++) {
        for (JsonNode row : value) {
          flatten(row.get(j), element, into);
        }
      }
    } else if (type.startsWith("complex_")) {
      value.forEach(v -> flatten(v, "complex", into));
    } else if (value.isArray()) {
      value.forEach(v -> into.add(OracleModels.number(v)));
    } else {
      into.add(OracleModels.number(value));
    }
  }

  /** The numbers of a value, see {@link #flatten}. */
  static List<Double> flat(JsonNode value, String type) {
    List<Double> numbers = new ArrayList<>();
    flatten(value, type, numbers);
    return numbers;
  }

  /**
   * The weighted sum of an expression's elements, with the weights {@code w}.
   *
   * @param value of the expression: only its sizes matter
   * @param before elements summed so far: the first weight is {@code w[before + 1]}
   */
  static String weightedSum(String expression, String type, JsonNode value, int before) {
    int size = flat(value, type).size();
    String weights = "dot_product(w[" + (before + 1) + ":" + (before + size) + "], ";
    return switch (type) {
      case "real", "int" -> before == 0 ? expression : "w[" + (before + 1) + "] * " + expression;
      case "vector" -> weights + expression + ")";
      case "row_vector" -> weights + "(" + expression + ")')";
      case "matrix", "array[] real", "array[] int" -> weights + "to_vector(" + expression + "))";
      default ->
          type.startsWith("tuple") || type.startsWith("complex")
              ? ComplexText.weightedSum(expression, type, value, before)
              : weightedElements(expression, type, value, before);
    };
  }

  private static String weightedElements(
      String expression, String type, JsonNode value, int before) {
    if (!type.startsWith("array")) {
      throw new Inexpressible(type);
    }
    List<String> terms = new ArrayList<>();
    int at = before;
    for (int i = 0; i < value.size(); i++) {
      String element = "(" + expression + ")[" + (i + 1) + "]";
      terms.add(weightedSum(element, element(type), value.get(i), at));
      at += flat(value.get(i), element(type)).size();
    }
    return String.join(" + ", terms);
  }

  private static String real(JsonNode value) {
    double x = OracleModels.number(value);
    if (Double.isNaN(x)) {
      return "not_a_number()";
    }
    if (Double.isInfinite(x)) {
      return x > 0 ? "positive_infinity()" : "negative_infinity()";
    }
    return x < 0 || 1 / x < 0 ? "(" + x + ")" : Double.toString(x);
  }

  private static String braces(JsonNode list, Function<JsonNode, String> text) {
    return nonEmpty(list).stream().map(text).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String brackets(JsonNode list, Function<JsonNode, String> text) {
    return nonEmpty(list).stream().map(text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static List<JsonNode> nonEmpty(JsonNode list) {
    if (list.isEmpty()) {
      throw new Inexpressible("empty container");
    }
    return OracleModels.list(list);
  }
}
