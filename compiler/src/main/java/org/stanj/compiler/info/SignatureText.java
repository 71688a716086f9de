package org.stanj.compiler.info;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.library.LibraryFunction.Parameter;

/**
 * Headers of the library in the words of Stan's functions reference: {@code real normal_lpdf(reals
 * y | reals mu, reals sigma)}.
 */
final class SignatureText {
  static final String ELEMENTWISE = "  // element by element";
  private static final String ONE_LETTER = "T";

  /** What a reader is told of the types that are not one. */
  private static final Map<String, List<String>> SHAPES =
      Map.of(
          "flat", List.of("vector", "row_vector", "matrix", "array[] real"),
          "list", List.of("vector", "row_vector", "array[] real"),
          "any", List.of(ONE_LETTER),
          "container", List.of(ONE_LETTER));

  private SignatureText() {}

  /** One line for each shape that a header takes. */
  static List<String> of(LibraryFunction function) {
    List<String> heads = List.of("");
    for (int i = 0; i < function.parameters().size(); i++) {
      Parameter parameter = function.parameters().get(i);
      String before = separator(function.name(), i);
      List<String> longer = new ArrayList<>();
      for (String head : heads) {
        for (String type : SHAPES.getOrDefault(parameter.type(), List.of(parameter.type()))) {
          longer.add(head + before + named(data(function, type), parameter));
        }
      }
      heads = longer;
    }
    boolean alone = isConditional(function.name()) && function.parameters().size() == 1;
    String end = (alone ? " |)" : ")") + (function.elementwise() ? ELEMENTWISE : "");
    return heads.stream().map(head -> start(function) + head + end).toList();
  }

  /** A type with the parameter's name; a function's type is its signature. */
  private static String named(String type, Parameter parameter) {
    if (parameter.rest()) {
      return type;
    }
    String shown = parameter.function() ? type.substring(type.indexOf('(')) : type;
    return shown + " " + parameter.name();
  }

  private static String start(LibraryFunction function) {
    boolean follows =
        function.generator() && function.parameters().stream().anyMatch(Parameter::broadcast);
    return (follows ? "R" : function.result()) + " " + function.name() + "(";
  }

  private static String separator(String name, int position) {
    return position == 0 ? "" : position == 1 && isConditional(name) ? " | " : ", ";
  }

  private static boolean isConditional(String name) {
    return name.matches(".*_(lu?pdf|lu?pmf|cdf|lcdf|lccdf)");
  }

  private static String data(LibraryFunction function, String type) {
    boolean said = type.startsWith("data ") || type.endsWith("int") || type.equals("ints");
    return function.mapping().dataOnly() && !said ? "data " + type : type;
  }
}
