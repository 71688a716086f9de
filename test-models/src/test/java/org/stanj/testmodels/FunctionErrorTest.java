package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.testmodels.StanText.Inexpressible;

/** Calls of library functions that must throw, in Stan's words. */
class FunctionErrorTest {
  private static final int BATCH = 40;

  private final Map<String, String> absent = Scope.table("functions_absent.tsv");
  private final Map<String, String> different = Scope.table("errors_different.tsv");

  @Test
  void badArgumentsAreRefusedInStansWords() {
    List<FunctionCase> cases = new ArrayList<>();
    for (FunctionCase origin : FunctionCase.errors()) {
      if (!absent.containsKey(origin.function()) && expressible(origin)) {
        cases.add(origin);
      }
    }
    Map<String, String> failures = new TreeMap<>();
    for (int from = 0; from < cases.size(); from += BATCH) {
      run(cases.subList(from, Math.min(from + BATCH, cases.size())), failures);
    }
    System.out.printf(
        "errors of functions: %d of %d cases agree%n",
        cases.size() - failures.size(), cases.size());
    StringBuilder text = new StringBuilder();
    failures.forEach(
        (id, why) -> {
          if (!different.containsKey(id)) {
            text.append(id).append(": ").append(why).append('\n');
          }
        });
    assertEquals("", text.toString());
    different.keySet().removeAll(failures.keySet());
    assertEquals(Map.of(), different, "listed as different, but agree");
  }

  /** Empty and complex arguments, and functions that only transforms may call, are left out. */
  private static boolean expressible(FunctionCase origin) {
    try {
      call(origin);
      return !origin.function().endsWith("_jacobian");
    } catch (Inexpressible | IllegalArgumentException e) {
      return false;
    }
  }

  private static String call(FunctionCase origin) {
    return origin.call(
        origin.arguments().stream()
            .map(a -> StanText.literal(a.get("value"), a.get("type").asText().replace("data ", "")))
            .toList());
  }

  private static void run(List<FunctionCase> cases, Map<String, String> failures) {
    CompiledModel program;
    try {
      program = TestPrograms.compileText(text(cases));
    } catch (RuntimeException refused) {
      if (cases.size() == 1) {
        failures.put(cases.get(0).id(), "does not compile: " + refused.getMessage());
        return;
      }
      run(cases.subList(0, cases.size() / 2), failures);
      run(cases.subList(cases.size() / 2, cases.size()), failures);
      return;
    }
    for (int i = 0; i < cases.size(); i++) {
      String expected = cases.get(i).json().get("message").asText();
      String found = evaluate(program, i + 1);
      if (!found.equals(expected)) {
        failures.put(cases.get(i).id(), found + "\n    Stan says: " + expected);
      }
    }
  }

  /** The message without its place, or what happened instead. */
  private static String evaluate(CompiledModel program, int which) {
    try {
      Model model = TestPrograms.bindText(program, "{\"which\": " + which + "}");
      Scratch scratch = model.newScratch();
      StringBuilder printed = new StringBuilder("returns ");
      scratch.sink = printed::append;
      model.logDensity(new double[0], Model.JACOBIAN, scratch);
      return printed.toString();
    } catch (RejectException e) {
      return e.getMessage().replaceFirst(" \\(in '[^']*', line .*", "");
    } catch (RuntimeException | LinkageError e) {
      return "breaks: " + e;
    }
  }

  private static String text(List<FunctionCase> cases) {
    StringBuilder text = new StringBuilder("data { int which; }\nmodel {\n");
    for (int i = 0; i < cases.size(); i++) {
      String call = call(cases.get(i));
      text.append("  if (which == ").append(i + 1).append(") print(").append(call).append(");\n");
    }
    return text.append("}\n").toString();
  }
}
