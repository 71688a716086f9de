package org.stanj.testmodels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;

/**
 * Many cases as one program: {@code int which} in the data picks the case. A batch that does not
 * compile is halved until the case to blame stands alone.
 */
final class FunctionBatch {
  private FunctionBatch() {}

  /** What is wrong with each failing case, by its id. */
  static Map<String, String> failures(List<DifferentiableCall> calls) {
    Map<String, String> failures = new TreeMap<>();
    run(calls, failures);
    return failures;
  }

  /** The program of the calls, of which {@code which}, from 1, picks one. */
  static CompiledModel program(List<DifferentiableCall> calls) {
    return TestPrograms.compileText(text(calls));
  }

  /** The program with one of its calls. */
  static Model pick(CompiledModel program, int which) {
    return TestPrograms.bindText(program, "{\"which\": " + which + "}");
  }

  /** Whether a case compiles on its own. */
  static boolean compiles(DifferentiableCall call) {
    try {
      program(List.of(call));
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  private static void run(List<DifferentiableCall> calls, Map<String, String> failures) {
    CompiledModel program;
    try {
      program = program(calls);
    } catch (RuntimeException refused) {
      if (calls.size() == 1) {
        failures.put(calls.get(0).origin().id(), "does not compile: " + firstLine(refused));
        return;
      }
      int half = calls.size() / 2;
      run(calls.subList(0, half), failures);
      run(calls.subList(half, calls.size()), failures);
      return;
    }
    for (int i = 0; i < calls.size(); i++) {
      DifferentiableCall call = calls.get(i);
      evaluate(program, i + 1, call).ifPresent(text -> failures.put(call.origin().id(), text));
    }
  }

  private static Optional<String> evaluate(
      CompiledModel program, int which, DifferentiableCall call) {
    try {
      Model model = pick(program, which);
      double[] q = new double[model.unconstrainedSize()];
      for (int i = 0; i < call.p().size(); i++) {
        q[i] = call.p().get(i);
      }
      double[] gradient = new double[q.length];
      double density = model.gradient(q, gradient, Model.JACOBIAN, model.newScratch());
      return call.judge(density, gradient);
    } catch (RejectException e) {
      return Optional.of("rejects: " + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      return Optional.of("breaks: " + e);
    }
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse("").strip();
  }

  private static String text(List<DifferentiableCall> calls) {
    int parameters = calls.stream().mapToInt(c -> c.p().size()).max().orElse(0);
    int weights = calls.stream().mapToInt(c -> c.output().size()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add("data { int which; }");
    lines.add("transformed data {");
    lines.add("  vector[" + Math.max(1, weights) + "] w;");
    lines.add("  for (i in 1:size(w)) w[i] = 1.0 / i;");
    lines.add("}");
    lines.add("parameters { vector[" + Math.max(1, parameters) + "] p; }");
    lines.add("model {");
    for (int i = 0; i < calls.size(); i++) {
      lines.add("  if (which == " + (i + 1) + ") target += " + calls.get(i).target() + ";");
    }
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }
}
