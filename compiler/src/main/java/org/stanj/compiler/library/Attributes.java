package org.stanj.compiler.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.stanj.compiler.core.LaneForm;

/** The doc and attribute lines of an entry, read. */
record Attributes(
    String documentation,
    LibraryFunction.Mapping mapping,
    boolean generator,
    boolean builtin,
    boolean constant,
    boolean random,
    boolean scalar,
    boolean rejects,
    boolean byRows,
    boolean total,
    boolean saves,
    LaneForm lanes,
    Optional<String> java,
    Optional<String> replacement,
    Optional<String> says,
    Map<String, String> derivatives) {

  /** In front of what a function is over others that blocks can evaluate. */
  private static final String FORMULA = "@block =";

  static Attributes of(Entry entry) {
    StringBuilder documentation = new StringBuilder();
    Map<String, String> derivatives = new LinkedHashMap<>();
    for (String line : entry.attributes().split("\n")) {
      if (line.startsWith("///")) {
        documentation
            .append(documentation.length() == 0 ? "" : " ")
            .append(line.substring(3).strip());
      } else if (line.startsWith("@d ")) {
        derivative(entry, line, derivatives);
      } else if (line.startsWith(FORMULA)) {
        derivatives.put(LibraryFunction.IN_BLOCKS, line.substring(FORMULA.length()).strip());
      }
    }
    return of(documentation.toString(), values(entry), derivatives);
  }

  /** The attribute lines by name, but for derivatives. */
  static Map<String, String> values(Entry entry) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : entry.attributes().split("\n")) {
      if (line.startsWith("@") && !line.startsWith("@d ")) {
        int blank = (line + " ").indexOf(' ');
        values.put(line.substring(1, blank), line.substring(blank).strip());
      }
    }
    return values;
  }

  private static LibraryFunction.Mapping mapping(Map<String, String> values) {
    String depth = values.get("depth");
    return new LibraryFunction.Mapping(
        values.containsKey("elementwise"),
        values.getOrDefault("elementwise", "").equals("promoted"),
        depth == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(depth)),
        values.containsKey("data"),
        values.containsKey("commutes"));
  }

  private static LaneForm lanes(Map<String, String> values) {
    String family = values.get("block");
    if (family == null) {
      return values.containsKey("operation")
          ? new LaneForm(LaneForm.Kind.OPERATION, "")
          : LaneForm.NONE;
    }
    return family.startsWith("=")
        ? new LaneForm(LaneForm.Kind.FORMULA, "")
        : new LaneForm(LaneForm.Kind.BLOCK, family);
  }

  private static void derivative(Entry entry, String line, Map<String, String> derivatives) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw entry.malformed("@d without =");
    }
    derivatives.put(line.substring(3, equals).strip(), line.substring(equals + 1).strip());
  }

  private static Attributes of(
      String documentation, Map<String, String> values, Map<String, String> derivatives) {
    return new Attributes(
        documentation,
        mapping(values),
        values.containsKey("rng"),
        values.containsKey("builtin"),
        values.containsKey("constant"),
        values.containsKey("random"),
        values.containsKey("scalar"),
        values.containsKey("rejects"),
        values.containsKey("rows"),
        values.containsKey("total"),
        values.containsKey("saves"),
        lanes(values),
        Optional.ofNullable(values.get("java")),
        Optional.ofNullable(values.get("deprecated")),
        Optional.ofNullable(values.get("says")),
        derivatives);
  }
}
