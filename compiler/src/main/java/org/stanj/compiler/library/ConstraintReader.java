package org.stanj.compiler.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what the entry of a {@code *_jacobian} function says of the type that it makes. */
final class ConstraintReader {
  private static final String DECLARES = "@declares ";

  private ConstraintReader() {}

  /** Whether an entry declares the type. */
  static boolean declares(Entry entry, String type) {
    return entry.attributes().contains(DECLARES + type + "[");
  }

  /**
   * Reads an entry that declares a type.
   *
   * @param inverses overloads of the {@code *_unconstrain} function
   */
  static Constraint constraint(Entry entry, List<LibraryFunction> inverses) {
    Map<String, String> values = Attributes.values(entry);
    String declares = value(entry, values, "declares");
    int bracket = declares.indexOf('[');
    LibraryFunction jacobian = FunctionReader.function(entry);
    return new Constraint(
        declares.substring(0, bracket),
        list(declares.substring(bracket + 1, declares.lastIndexOf(']'))),
        list(value(entry, values, "free")),
        value(entry, values, "checked"),
        jacobian,
        inverses.stream()
            .filter(f -> f.parameters().get(0).type().equals(jacobian.result()))
            .findFirst()
            .orElseThrow(() -> entry.malformed("has no inverse")));
  }

  private static String value(Entry entry, Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw entry.malformed("needs @" + name);
    }
    return value;
  }

  private static List<String> list(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      parts.add(part.strip());
    }
    return parts;
  }
}
