package org.stanj.compiler.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Kind;

/** Reads the entry of a kernel. */
final class KernelReader {
  private static final String LINALG = "org/stanj/stdlib/linalg/";
  private static final String OUT = "out ";

  private KernelReader() {}

  static LibraryKernel kernel(Entry entry) {
    Attributes attributes = Attributes.of(entry);
    boolean random = attributes.random();
    HeaderScanner scanner = new HeaderScanner(entry);
    String method = scanner.word();
    int dot = method.indexOf('.');
    List<KernelMethod.Parameter> parameters = new ArrayList<>();
    for (LibraryFunction.Parameter parameter : scanner.parameters()) {
      boolean out = parameter.type().startsWith(OUT);
      String type = out ? parameter.type().substring(OUT.length()) : parameter.type();
      parameters.add(
          new KernelMethod.Parameter(
              coreType(entry, type), out ? KernelMethod.Mode.OUT : KernelMethod.Mode.IN));
    }
    Optional<Kind> result =
        scanner.accept("->")
            ? Optional.of(coreType(entry, scanner.type()).kind())
            : Optional.empty();
    return new LibraryKernel(
        entry.name(),
        new KernelMethod(
            room(attributes) + method.substring(0, dot),
            method.substring(dot + 1),
            parameters,
            result,
            random,
            !random && !attributes.constant()));
  }

  /** The package of the class: what the attribute names, else linear algebra. */
  private static String room(Attributes attributes) {
    if (attributes.random()) {
      return FunctionReader.RANDOM;
    }
    return attributes.scalar() ? FunctionReader.SCALAR : LINALG;
  }

  private static CoreType coreType(Entry entry, String type) {
    int arrays = type.startsWith("array") ? type.indexOf(']') - type.indexOf('[') : 0;
    String base = type.substring(type.indexOf(' ') + 1);
    return switch (base) {
      case "int" -> new CoreType(Kind.INT, arrays, false);
      case "real" -> new CoreType(Kind.REAL, arrays, false);
      case "vector", "row_vector" -> new CoreType(Kind.REAL, arrays + 1, false);
      case "matrix" -> new CoreType(Kind.REAL, arrays + 2, true);
      default -> throw entry.malformed("a kernel cannot have the type " + type);
    };
  }
}
