package org.stanj.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of rooms: each package with the packages of ours that it may use besides itself. A name
 * that ends in a dot and a star stands for all packages below it.
 */
final class Rooms {
  /** Package to the packages that it may use, without the root {@code org.stanj}. */
  static final Map<String, List<String>> TABLE = table();

  /** The package of the library: the root itself. */
  private static final String LIBRARY = "";

  private Rooms() {}

  private static Map<String, List<String>> table() {
    Map<String, List<String>> rooms = new LinkedHashMap<>();
    stdlib(rooms);
    samplers(rooms);
    programs(rooms);
    compiler(rooms);
    library(rooms);
    rooms.put("cli.summary", List.of("runtime.command", "runtime.diagnostics", "runtime.io"));
    rooms.put("cli.draws", List.of("cli.summary", "runtime.io"));
    rooms.put(
        "cli.report", List.of("cli.draws", "cli.summary", "runtime.diagnostics", "runtime.io"));
    rooms.put(
        "cli.watch", List.of("cli.draws", "cli.summary", "runtime.diagnostics", "runtime.io"));
    rooms.put("cli", List.of("cli.*", "compiler.*", "compiler", "runtime.*", "stdlib.abi"));
    return rooms;
  }

  /** The library runs on the services below the command line, and writes no files. */
  private static void library(Map<String, List<String>> rooms) {
    rooms.put(
        LIBRARY,
        List.of(
            "compiler",
            "compiler.diagnostic",
            "compiler.jar",
            "runtime.adapt",
            "runtime.chains",
            "runtime.diagnostics",
            "runtime.files",
            "runtime.hmc",
            "runtime.io",
            "runtime.laplace",
            "runtime.model",
            "runtime.optimize",
            "runtime.pathfinder",
            "runtime.serve",
            "runtime.slices",
            "runtime.variational",
            "stdlib.abi",
            "stdlib.random"));
    rooms.put(
        "build", List.of("compiler", "compiler.diagnostic", "compiler.typed", "runtime.model"));
  }

  private static void stdlib(Map<String, List<String>> rooms) {
    rooms.put("stdlib.abi", List.of());
    rooms.put("stdlib.check", List.of("stdlib.abi"));
    rooms.put("stdlib.scalar", List.of("stdlib.abi", "stdlib.check"));
    rooms.put("stdlib.simd", List.of());
    rooms.put(
        "stdlib.lanes", List.of("stdlib.abi", "stdlib.check", "stdlib.scalar", "stdlib.simd"));
    rooms.put(
        "stdlib.linalg", List.of("stdlib.abi", "stdlib.check", "stdlib.scalar", "stdlib.simd"));
    rooms.put(
        "stdlib.solver",
        List.of("stdlib.abi", "stdlib.check", "stdlib.linalg", "stdlib.random", "stdlib.scalar"));
    rooms.put("stdlib.random", List.of("stdlib.abi", "stdlib.check", "stdlib.scalar"));
  }

  /** Samplers (hmc, adapt) know of a model what {@code runtime.model} says, and nothing else. */
  private static void samplers(Map<String, List<String>> rooms) {
    rooms.put("runtime.model", List.of("stdlib.abi"));
    rooms.put("runtime.arrow", List.of());
    rooms.put("runtime.io", List.of("runtime.arrow", "runtime.model", "stdlib.abi"));
    rooms.put("runtime.hmc", List.of("runtime.model", "stdlib.abi", "stdlib.random"));
    rooms.put(
        "runtime.adapt", List.of("runtime.hmc", "runtime.model", "stdlib.abi", "stdlib.random"));
    rooms.put("runtime.optimize", List.of("runtime.hmc", "stdlib.abi"));
    rooms.put(
        "runtime.laplace",
        List.of("runtime.hmc", "runtime.optimize", "stdlib.abi", "stdlib.random"));
    rooms.put("runtime.variational", List.of("runtime.hmc", "stdlib.abi", "stdlib.random"));
    rooms.put(
        "runtime.pathfinder",
        List.of("runtime.hmc", "runtime.optimize", "stdlib.abi", "stdlib.random"));
    rooms.put("runtime.diagnostics", List.of());
    rooms.put("runtime.slices", List.of("runtime.model", "stdlib.abi"));
    rooms.put(
        "runtime.chains",
        List.of(
            "runtime.hmc",
            "runtime.adapt",
            "runtime.model",
            "runtime.slices",
            "stdlib.abi",
            "stdlib.random"));
  }

  /** What a model's program is made of around the samplers: arguments, files, ranks, commands. */
  private static void programs(Map<String, List<String>> rooms) {
    rooms.put(
        "runtime.stopping",
        List.of("runtime.chains", "runtime.diagnostics", "runtime.hmc", "runtime.io"));
    rooms.put(
        "runtime.serve", List.of("runtime.io", "runtime.model", "stdlib.abi", "stdlib.random"));
    rooms.put("runtime.arguments", List.of("runtime.io", "runtime.model"));
    rooms.put("runtime.mpi", List.of("runtime.arguments", "runtime.model", "stdlib.abi"));
    rooms.put(
        "runtime.checkpoint",
        List.of(
            "runtime.adapt",
            "runtime.arguments",
            "runtime.chains",
            "runtime.hmc",
            "runtime.model",
            "stdlib.random"));
    rooms.put("runtime.lines", List.of("runtime.model"));
    rooms.put(
        "runtime.files",
        List.of(
            "runtime.adapt",
            "runtime.arguments",
            "runtime.chains",
            "runtime.checkpoint",
            "runtime.hmc",
            "runtime.io",
            "runtime.lines",
            "runtime.model",
            "runtime.optimize",
            "runtime.pathfinder",
            "runtime.variational",
            "stdlib.abi"));
    rooms.put(
        "runtime.command", List.of("runtime.*", "stdlib.abi", "stdlib.random", "stdlib.simd"));
  }

  /** Each step knows the form it reads and the form it writes. */
  private static void compiler(Map<String, List<String>> rooms) {
    rooms.put("compiler.source", List.of());
    rooms.put("compiler.diagnostic", List.of("compiler.source"));
    rooms.put("compiler.syntax", List.of("compiler.source"));
    rooms.put("compiler.core", List.of("stdlib.abi"));
    rooms.put("compiler.library", List.of("compiler.core"));
    rooms.put("compiler.typed", List.of("compiler.library", "compiler.source"));
    step(rooms, "parse", "source", "diagnostic", "syntax");
    rooms.get("compiler.parse").add("grammar");
    step(rooms, "check", "source", "diagnostic", "syntax", "library", "typed", "core", "parse");
    step(rooms, "lint", "source", "diagnostic", "library", "typed");
    step(rooms, "format", "source", "syntax");
    step(rooms, "info", "format", "library", "source", "syntax");
    lower(rooms);
    step(rooms, "analysis", "core");
    step(rooms, "simplify", "analysis", "core");
    step(rooms, "bindtime", "analysis", "simplify", "core");
    step(rooms, "rows", "bindtime", "analysis", "core");
    step(rooms, "slice", "analysis", "core");
    step(rooms, "differentiate", "analysis", "core");
    step(rooms, "batch", "analysis", "core");
    step(rooms, "interpret", "core");
    step(rooms, "emit", "core");
    for (String methods : List.of("compiler.lower.function", "compiler.differentiate")) {
      rooms.get(methods).add("stdlib.abi");
    }
    for (String evaluates : List.of("compiler.interpret", "compiler.emit")) {
      rooms.get(evaluates).addAll(List.of("stdlib.abi", "runtime.model"));
    }
    rooms.put("compiler.jar", List.of("compiler", "runtime.model", "stdlib.random"));
    rooms.put("compiler", List.of("compiler.*", "runtime.model", "stdlib.abi"));
  }

  /** Each room of the lowering uses those before it. */
  private static void lower(Map<String, List<String>> rooms) {
    List<String> below = new ArrayList<>(List.of("source", "library", "typed", "core"));
    for (String room : List.of("value", "library", "function", "statement", "transform")) {
      step(rooms, "lower." + room, below.toArray(String[]::new));
      below.add("lower." + room);
    }
    rooms.get("compiler.lower.function").add("compiler.diagnostic");
    rooms.get("compiler.lower.transform").remove("compiler.lower.function");
    below.add("diagnostic");
    step(rooms, "lower", below.toArray(String[]::new));
  }

  private static void step(Map<String, List<String>> rooms, String name, String... mayUse) {
    List<String> row = new ArrayList<>();
    for (String other : mayUse) {
      row.add("compiler." + other);
    }
    rooms.put("compiler." + name, row);
  }

  /** Classes of the room use no package of ours but those of its row. */
  static ArchRule rule(String root, String room, List<String> mayUse) {
    return classes()
        .that()
        .resideInAPackage(room.equals(LIBRARY) ? root : root + "." + room)
        .should()
        .onlyDependOnClassesThat(allowed(root, room, mayUse))
        .as(room + " uses only " + mayUse)
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> allowed(
      String root, String room, List<String> mayUse) {
    return DescribedPredicate.describe(
        "belong to " + mayUse,
        used -> {
          String name = used.getBaseComponentType().getPackageName();
          if (!name.equals(root) && !name.startsWith(root + ".")) {
            return true;
          }
          String other = name.equals(root) ? LIBRARY : name.substring(root.length() + 1);
          return other.equals(room) || mayUse.stream().anyMatch(row -> matches(row, other));
        });
  }

  private static boolean matches(String row, String name) {
    return row.endsWith(".*")
        ? name.startsWith(row.substring(0, row.length() - 1))
        : name.equals(row);
  }
}
