package org.stanj.compiler.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.KernelMethod.Mode;
import org.stanj.compiler.core.Kind;

/** Reads the entry of a kernel. */
final class KernelReader {
  private static final String LINALG = "org/stanj/stdlib/linalg/";
  private static final String SOLVER = "org/stanj/stdlib/solver/";
  private static final String OUT = "out ";

  private KernelReader() {}

  static LibraryKernel kernel(Entry entry) {
    Attributes attributes = Attributes.of(entry);
    boolean random = attributes.random();
    HeaderScanner scanner = new HeaderScanner(entry);
    String method = scanner.word();
    int dot = method.indexOf('.');
    List<KernelMethod.Parameter> parameters = new ArrayList<>();
    scanner.parameters().forEach(p -> parameters.add(parameter(entry, p.type())));
    boolean calls = parameters.stream().anyMatch(p -> p.mode().isFunction());
    if (calls) {
      parameters.add(new KernelMethod.Parameter(CoreType.REALS, Mode.ACTIVE));
      parameters.add(new KernelMethod.Parameter(CoreType.REALS, Mode.PASSIVE));
      parameters.add(new KernelMethod.Parameter(CoreType.INTS, Mode.INTS));
    }
    Optional<CoreType> returned =
        scanner.accept("->") ? Optional.of(coreType(entry, scanner.type())) : Optional.empty();
    boolean traces = calls && returned.isEmpty();
    String owner = calls ? SOLVER : room(attributes);
    return new LibraryKernel(
        entry.name(),
        new KernelMethod(
            owner + method.substring(0, dot),
            method.substring(dot + 1),
            parameters,
            traces ? Optional.of(CoreType.REALS) : returned,
            traces,
            random,
            !random && !attributes.constant(),
            attributes.byRows(),
            attributes.total(),
            attributes.saves()));
  }

  private static KernelMethod.Parameter parameter(Entry entry, String type) {
    return switch (type) {
      case "function" -> new KernelMethod.Parameter(CoreType.REALS, Mode.FUNCTION);
      case "curved" -> new KernelMethod.Parameter(CoreType.REALS, Mode.CURVED);
      case "jobs" -> new KernelMethod.Parameter(CoreType.REALS, Mode.JOBS);
      case "text" -> new KernelMethod.Parameter(CoreType.INT, Mode.TEXT);
      default -> {
        boolean out = type.startsWith(OUT);
        String core = out ? type.substring(OUT.length()) : type;
        yield new KernelMethod.Parameter(coreType(entry, core), out ? Mode.OUT : Mode.IN);
      }
    };
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
