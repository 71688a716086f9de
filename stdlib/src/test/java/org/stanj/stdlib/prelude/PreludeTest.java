package org.stanj.stdlib.prelude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stanj.stdlib.abi.RandomStream;

/** The prelude's files are well formed and everything they name in Java exists. */
final class PreludeTest {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "elementwise",
          "depth",
          "data",
          "java",
          "d",
          "rng",
          "builtin",
          "deprecated",
          "says",
          "rejects",
          "block",
          "operation",
          "commutes",
          "declares",
          "free",
          "checked");
  private static final PreludeText PRELUDE = PreludeText.load();

  @Test
  void bracesAndParenthesesBalance() {
    for (PreludeText.Entry entry : PRELUDE.entries()) {
      String text = (entry.header() + entry.body()).replaceAll("\"[^\"]*\"", "");
      assertEquals(count(text, '{'), count(text, '}'), entry.toString());
      assertEquals(count(text, '('), count(text, ')'), entry.toString());
      assertTrue(entry.body().isEmpty() || entry.body().endsWith("\n}"), entry.toString());
    }
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }

  @Test
  void attributesAreKnownAndFormsExclusive() {
    for (PreludeText.Entry entry : PRELUDE.entries()) {
      int forms = 0;
      for (String line : entry.attributes()) {
        String name = line.split(" ")[0].substring(1);
        assertTrue(line.startsWith("//") || ATTRIBUTES.contains(name), line);
        forms += name.equals("java") || name.equals("builtin") ? 1 : 0;
      }
      assertEquals(1, forms + (entry.body().isEmpty() ? 0 : 1), entry.toString());
    }
  }

  @Test
  void noEntryIsDeclaredTwice() {
    Set<String> seen = new HashSet<>();
    for (PreludeText.Entry entry : PRELUDE.entries()) {
      String name = entry.resultAndName().replaceAll(".* ", "");
      List<String> types =
          entry.parameters().stream().map(p -> p.replaceAll(" \\w+$", "")).toList();
      assertTrue(seen.add(name + types), entry.file() + ": " + name + types);
    }
  }

  @Test
  void primitivesExist() {
    for (PreludeText.Entry entry : PRELUDE.entries()) {
      if (entry.attribute("java") != null) {
        primitive(entry);
      }
    }
  }

  private static void primitive(PreludeText.Entry entry) {
    boolean generator = entry.attribute("rng") != null;
    String[] name = entry.attribute("java").split("\\.");
    List<Class<?>> types =
        Stream.concat(
                generator ? Stream.of(RandomStream.class) : Stream.empty(),
                entry.parameters().stream().map(p -> type(p.split(" ")[0])))
            .toList();
    String owner = "org.stanj.stdlib." + (generator ? "random." : "scalar.") + name[0];
    try {
      Class<?> result =
          Class.forName(owner).getMethod(name[1], types.toArray(Class<?>[]::new)).getReturnType();
      assertEquals(type(entry.resultAndName().split(" ")[0]), result, entry.header());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(entry.header(), e);
    }
  }

  private static Class<?> type(String stan) {
    return stan.startsWith("int") ? int.class : double.class;
  }

  @Test
  void derivativesAreWithRespectToParameters() {
    for (PreludeText.Entry entry : PRELUDE.entries()) {
      for (String line : entry.attributes()) {
        if (line.startsWith("@d ")) {
          String name = line.substring(3, line.indexOf('=')).strip();
          assertTrue(
              entry.parameters().stream().anyMatch(p -> p.matches("reals? " + name)),
              entry.header());
        }
      }
    }
  }

  @Test
  void kernelsExistWithTheirAdjoints() {
    for (PreludeText.Kernel kernel : PRELUDE.kernels()) {
      int parameters = kernel.operands().stream().mapToInt(PreludeTest::slots).sum();
      boolean random = kernel.method(kernel.method()).getParameterTypes()[0] == RandomStream.class;
      assertEquals(
          parameters + (random ? 1 : 0),
          kernel.method(kernel.method()).getParameterCount(),
          kernel.toString());
      if (kernel.differentiable()) {
        int containers = (int) kernel.operands().stream().filter(o -> slots(o) > 1).count();
        int traceAndFrame = kernel.calls() ? 5 : 0;
        assertEquals(
            parameters + (kernel.hasResult() ? 2 : 0) + 2 * containers + traceAndFrame,
            kernel.method(kernel.method() + "Adjoint").getParameterCount(),
            kernel.toString());
      }
    }
  }

  /** Java parameters of an operand: a scalar is one, a container array, offset and sizes. */
  private static int slots(String operand) {
    String type = operand.replaceFirst("^out ", "");
    if (type.startsWith("array[] vector") || type.startsWith("matrix")) {
      return 4;
    }
    return type.matches("(int|real|function|curved|jobs|text) .*") ? 1 : 3;
  }
}
