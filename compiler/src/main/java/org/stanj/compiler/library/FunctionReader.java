package org.stanj.compiler.library;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Primitive;

/** Reads the entry of a function. */
final class FunctionReader {
  static final String SCALAR = "org/stanj/stdlib/scalar/";
  static final String RANDOM = "org/stanj/stdlib/random/";

  private FunctionReader() {}

  static LibraryFunction function(Entry entry) {
    Attributes attributes = Attributes.of(entry);
    HeaderScanner scanner = new HeaderScanner(entry);
    String result = scanner.type();
    String name = scanner.word();
    List<LibraryFunction.Parameter> parameters = scanner.parameters();
    Optional<Primitive> primitive =
        attributes.java().map(method -> primitive(entry, attributes, method, parameters, result));
    return new LibraryFunction(
        name,
        attributes.says(),
        parameters,
        result,
        form(entry, attributes),
        attributes.mapping(),
        attributes.generator(),
        primitive,
        attributes.derivatives(),
        entry.body().isEmpty() ? "" : text(name, parameters, result) + entry.body(),
        attributes.documentation());
  }

  private static LibraryFunction.Form form(Entry entry, Attributes attributes) {
    boolean body = !entry.body().isEmpty();
    boolean java = attributes.java().isPresent();
    int found = (body ? 1 : 0) + (java ? 1 : 0) + (attributes.builtin() ? 1 : 0);
    if (found != 1) {
      throw entry.malformed("needs exactly one of a body, @java and @builtin");
    }
    return body
        ? LibraryFunction.Form.BODY
        : java ? LibraryFunction.Form.PRIMITIVE : LibraryFunction.Form.BUILTIN;
  }

  private static Primitive primitive(
      Entry entry,
      Attributes attributes,
      String method,
      List<LibraryFunction.Parameter> parameters,
      String result) {
    int dot = method.indexOf('.');
    if (dot < 0) {
      throw entry.malformed("@java needs Class.method");
    }
    return new Primitive(
        header(entry, parameters),
        (attributes.generator() ? RANDOM : SCALAR) + method.substring(0, dot),
        method.substring(dot + 1),
        parameters.stream().map(p -> kind(entry, p.type())).toList(),
        kind(entry, result),
        attributes.generator(),
        attributes.rejects(),
        attributes.lanes());
  }

  /** What tells an entry from all others. */
  private static String header(Entry entry, List<LibraryFunction.Parameter> parameters) {
    return parameters.stream()
        .map(LibraryFunction.Parameter::type)
        .collect(Collectors.joining(", ", entry.name() + "(", ")"));
  }

  private static Kind kind(Entry entry, String type) {
    return switch (type) {
      case "int", "ints" -> Kind.INT;
      case "real", "reals" -> Kind.REAL;
      default -> throw entry.malformed("a primitive cannot have the type " + type);
    };
  }

  private static String text(
      String name, List<LibraryFunction.Parameter> parameters, String result) {
    return parameters.stream()
        .filter(p -> !p.function() && !p.rest())
        .map(p -> seenByBody(p.type()) + " " + p.name())
        .collect(Collectors.joining(", ", seenByBody(result) + " " + name + "(", ") "));
  }

  private static String seenByBody(String type) {
    return switch (type) {
      case "reals" -> "real";
      case "ints" -> "int";
      case "vectors", "flat", "list" -> "vector";
      default -> type.startsWith("like ") ? "vector" : type;
    };
  }
}
