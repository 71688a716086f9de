package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.testmodels.StanText.Inexpressible;

/**
 * A function's value and derivatives do not depend on which other functions the program uses: one
 * call of every function alone, and in a program with all of them, gives the same bits. At the
 * figures' arguments, and where arguments are 0: there functions that agree elsewhere, such as
 * those of |x|, have derivatives of their own.
 */
class NeighboursTest {
  @Test
  void functionsAloneAndInCompanyHaveTheSameGradient() {
    List<DifferentiableCall> calls = calls();
    assertTrue(calls.size() > 450, () -> "only " + calls.size() + " functions");
    CompiledModel company = FunctionBatch.program(calls);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      DifferentiableCall call = calls.get(i);
      Model alone = FunctionBatch.pick(FunctionBatch.program(List.of(call)), 1);
      Model among = FunctionBatch.pick(company, i + 1);
      for (double[] point : points(call)) {
        String expected = outcome(alone, point);
        String found = outcome(among, point);
        if (!expected.equals(found)) {
          String at = call.target() + " at " + Arrays.toString(point);
          differences.add(at + " alone " + expected + ", in company " + found);
        }
      }
    }
    assertEquals("", String.join("\n", differences));
  }

  /** One call of each function, as a statement of a program may have it. */
  private static List<DifferentiableCall> calls() {
    Map<String, String> absent = Scope.table("functions_absent.tsv");
    Map<String, DifferentiableCall> calls = new TreeMap<>();
    for (FunctionCase origin : FunctionCase.values()) {
      if (!absent.containsKey(origin.function()) && !calls.containsKey(origin.function())) {
        call(origin).ifPresent(call -> calls.put(origin.function(), call));
      }
    }
    return List.copyOf(calls.values());
  }

  private static Optional<DifferentiableCall> call(FunctionCase origin) {
    try {
      return Optional.of(DifferentiableCall.of(origin));
    } catch (Inexpressible e) {
      return Optional.empty();
    }
  }

  /** The figures' point, the same with one argument 0, and with all of them. */
  private static List<double[]> points(DifferentiableCall call) {
    double[] given = call.p().stream().mapToDouble(v -> v).toArray();
    List<double[]> points = new ArrayList<>(List.of(given, new double[given.length]));
    for (Optional<DifferentiableCall.Group> group : call.groups()) {
      group.ifPresent(
          g -> {
            double[] point = given.clone();
            Arrays.fill(point, g.from(), g.to(), 0);
            points.add(point);
          });
    }
    return points;
  }

  /** The value and the partial derivatives of the point's elements, or the error. */
  private static String outcome(Model model, double[] point) {
    double[] q = Arrays.copyOf(point, model.unconstrainedSize());
    double[] gradient = new double[q.length];
    try {
      double value = model.gradient(q, gradient, Model.JACOBIAN, model.newScratch());
      return value + " " + Arrays.toString(Arrays.copyOf(gradient, point.length));
    } catch (RejectException e) {
      return "rejects: " + e.getMessage().replaceAll("\\(in '.*", "");
    }
  }
}
