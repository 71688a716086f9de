package org.stanj.compiler.info;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.library.LibraryFunction;

/** The functions of the library as stanc lists them for other tools. */
public final class SignatureList {
  private static final List<String> REALS = List.of("real", "vector", "row_vector", "array[] real");
  private static final List<String> INTS = List.of("int", "array[] int");
  private static final List<String> VECTORS =
      List.of("vector", "row_vector", "array[] vector", "array[] row_vector");
  private static final Map<String, List<String>> BROADCAST =
      Map.of("reals", REALS, "ints", INTS, "vectors", VECTORS);
  private static final List<String> ELEMENTWISE =
      List.of("int", "real", "vector", "row_vector", "matrix");
  private static final int DEEPEST = 7;

  /** Suffixes of distributions in the order in which stanc names them. */
  private static final List<String> SUFFIXES =
      List.of("lpmf", "lpdf", "rng", "lccdf", "lcdf", "cdf");

  private SignatureList() {}

  /** One line a signature, e.g. {@code Phi(int) => real}, by name. */
  public static String signatures(Library library) {
    StringBuilder out = new StringBuilder();
    for (String name : new TreeSet<>(library.names())) {
      Set<String> lines = new LinkedHashSet<>();
      for (LibraryFunction function : library.functions(name)) {
        if (!function.internal() && !function.functional()) {
          lines.addAll(signatures(function));
        }
      }
      lines.forEach(line -> out.append(line).append('\n'));
    }
    return out.toString();
  }

  private static List<String> signatures(LibraryFunction function) {
    return function.elementwise() ? elementwise(function) : expanded(function);
  }

  /** Scalars and all containers of them; ints count as reals. */
  private static List<String> elementwise(LibraryFunction function) {
    List<String> lines = new ArrayList<>();
    String others = ", real".repeat(Math.max(0, function.parameters().size() - 1));
    for (int arrays = 0; arrays <= DEEPEST; arrays++) {
      for (String base : ELEMENTWISE) {
        String result = base.equals("int") ? "real" : base;
        lines.add(
            function.name() + "(" + array(arrays, base) + others + ") => " + array(arrays, result));
      }
    }
    return lines;
  }

  private static String array(int dimensions, String base) {
    return dimensions == 0 ? base : "array[" + ",".repeat(dimensions - 1) + "] " + base;
  }

  /** All combinations of what the parameters accept. */
  private static List<String> expanded(LibraryFunction function) {
    List<String> heads = List.of("");
    for (LibraryFunction.Parameter parameter : function.parameters()) {
      List<String> longer = new ArrayList<>();
      for (String head : heads) {
        for (String type : BROADCAST.getOrDefault(parameter.type(), List.of(parameter.type()))) {
          longer.add(head.isEmpty() ? type : head + ", " + type);
        }
      }
      heads = longer;
    }
    return heads.stream()
        .map(head -> function.name() + "(" + head + ") => " + function.result())
        .toList();
  }

  /** One line a distribution, e.g. {@code normal: lpdf, rng, lccdf, lcdf, cdf}. */
  public static String distributions(Library library) {
    Map<String, List<String>> found = new TreeMap<>();
    for (String suffix : SUFFIXES) {
      for (String name : library.names()) {
        if (name.endsWith("_" + suffix)) {
          String stem = name.substring(0, name.length() - suffix.length() - 1);
          found.computeIfAbsent(stem, s -> new ArrayList<>()).add(suffix);
        }
      }
    }
    Map<String, List<String>> densities = new LinkedHashMap<>(found);
    densities.values().removeIf(suffixes -> suffixes.stream().noneMatch(SignatureList::isDensity));
    StringBuilder out = new StringBuilder();
    densities.forEach((name, suffixes) -> out.append(line(name, suffixes)));
    return out.toString();
  }

  private static boolean isDensity(String suffix) {
    return suffix.equals("lpdf") || suffix.equals("lpmf");
  }

  private static String line(String name, List<String> suffixes) {
    List<String> shown = new ArrayList<>(suffixes);
    if (shown.remove("lccdf")) {
      shown.add(Math.min(2, shown.size()), "ccdf");
    }
    shown.remove("lcdf");
    return name + ": " + String.join(", ", shown) + "\n";
  }
}
