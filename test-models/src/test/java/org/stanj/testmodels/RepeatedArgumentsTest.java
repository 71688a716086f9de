package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.testmodels.DifferentiableCall.Group;
import org.stanj.testmodels.StanText.Inexpressible;

/**
 * One variable as two arguments of a call, {@code f(A, A)}: its gradient is the sum of the two that
 * {@code f(A, B)} has where B equals A. For every function with figures and every two arguments of
 * one type and size. Each call stands in a function of the program, whose arguments are what is
 * repeated: kernels then see one piece of memory twice.
 */
class RepeatedArgumentsTest {
  private static final int BATCH = 40;

  /** Of the same sums in another order. */
  private static final double ROUNDING = 1e-11;

  /** A call of which two arguments are to be one. */
  private record Pair(DifferentiableCall call, int first, int second) {
    Group group(int argument) {
      return call.groups().get(argument).orElseThrow();
    }

    /** The figures' point with the values of one of the two arguments for both. */
    double[] point(int size, int from, int to) {
      double[] q = new double[size];
      for (int i = 0; i < call.p().size(); i++) {
        q[i] = call.p().get(i);
      }
      Group taken = group(from);
      System.arraycopy(q, taken.from(), q, group(to).from(), taken.to() - taken.from());
      return q;
    }

    /** The definition of a function of the arguments; the second of the pair only if apart. */
    String function(String name, boolean apart) {
      List<String> parameters = new ArrayList<>(List.of("data vector w"));
      List<String> texts = new ArrayList<>();
      List<JsonNode> arguments = call.origin().arguments();
      for (int i = 0; i < arguments.size(); i++) {
        boolean repeats = i == second && !apart;
        texts.add("a" + (repeats ? first : i));
        if (!repeats) {
          parameters.add(arguments.get(i).get("type").asText() + " a" + i);
        }
      }
      String body = DifferentiableCall.target(call.origin(), texts);
      return "real %s(%s) { return %s; }".formatted(name, String.join(", ", parameters), body);
    }

    String use(String name, boolean apart) {
      List<String> values = new ArrayList<>(List.of("w"));
      List<Double> p = new ArrayList<>();
      List<JsonNode> arguments = call.origin().arguments();
      for (int i = 0; i < arguments.size(); i++) {
        String type = arguments.get(i).get("type").asText();
        JsonNode value = arguments.get(i).get("value");
        String text =
            call.groups().get(i).isPresent()
                ? StanText.parameter(value, type, p)
                : StanText.literal(value, type.replace("data ", ""));
        if (i != second || apart) {
          values.add(text);
        }
      }
      return name + "(" + String.join(", ", values) + ")";
    }
  }

  @Test
  void gradientOfOneVariableTwiceIsTheSumOfBoth() {
    List<Pair> pairs = pairs();
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (int from = 0; from < pairs.size(); from += BATCH) {
      List<Pair> batch = pairs.subList(from, Math.min(from + BATCH, pairs.size()));
      CompiledModel program = TestPrograms.compileText(text(batch));
      for (int i = 0; i < batch.size(); i++) {
        compared += compare(program, i, batch.get(i), wrong);
      }
    }
    assertEquals("", String.join("\n", wrong));
    int points = compared;
    System.out.printf("repeated arguments: %d pairs, %d points%n", pairs.size(), points);
    assertTrue(points > 1500, () -> "only " + points + " points with a gradient");
  }

  /** The pairs of one call of each function and list of types, where all are to be had. */
  private static List<Pair> pairs() {
    Map<String, String> absent = Scope.table("functions_absent.tsv");
    Set<String> seen = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (FunctionCase origin : FunctionCase.values()) {
      if (!absent.containsKey(origin.function())) {
        call(origin).ifPresent(call -> addPairs(call, seen, pairs));
      }
    }
    return pairs;
  }

  private static Optional<DifferentiableCall> call(FunctionCase origin) {
    try {
      return Optional.of(DifferentiableCall.of(origin));
    } catch (Inexpressible e) {
      return Optional.empty();
    }
  }

  private static void addPairs(DifferentiableCall call, Set<String> seen, List<Pair> pairs) {
    List<JsonNode> arguments = call.origin().arguments();
    List<String> types = arguments.stream().map(a -> a.get("type").asText()).toList();
    for (int i = 0; i < arguments.size(); i++) {
      for (int j = i + 1; j < arguments.size(); j++) {
        boolean alike = types.get(i).equals(types.get(j)) && sameSize(call, i, j);
        if (alike && seen.add(call.origin().function() + types + i + j)) {
          pairs.add(new Pair(call, i, j));
        }
      }
    }
  }

  private static boolean sameSize(DifferentiableCall call, int i, int j) {
    Optional<Group> a = call.groups().get(i);
    Optional<Group> b = call.groups().get(j);
    return a.isPresent()
        && b.isPresent()
        && a.get().to() > a.get().from()
        && a.get().to() - a.get().from() == b.get().to() - b.get().from()
        && a.get().rows() == b.get().rows();
  }

  /** How many points had a gradient. */
  private static int compare(CompiledModel program, int i, Pair pair, List<String> wrong) {
    Model twice = FunctionBatch.pick(program, 2 * i + 1);
    Model apart = FunctionBatch.pick(program, 2 * i + 2);
    int compared = 0;
    int[][] choices = {{pair.first(), pair.second()}, {pair.second(), pair.first()}};
    for (int[] choice : choices) {
      double[] q = pair.point(twice.unconstrainedSize(), choice[0], choice[1]);
      Optional<double[]> expected = outcome(apart, q);
      Optional<double[]> found = outcome(twice, q);
      double size = expected.map(RepeatedArgumentsTest::largest).orElse(0.0);
      expected.ifPresent(all -> addUp(all, pair));
      if (expected.isPresent() != found.isPresent()
          || !expected.map(e -> close(e, found.get(), size)).orElse(true)) {
        String place = pair.call().target() + ", arguments " + pair.first() + ", " + pair.second();
        wrong.add(
            place
                + " at "
                + Arrays.toString(q)
                + ": "
                + found.map(Arrays::toString).orElse("rejects")
                + ", apart "
                + expected.map(Arrays::toString).orElse("rejects"));
      }
      compared += expected.isPresent() ? 1 : 0;
    }
    return compared;
  }

  /** Moves the partial derivatives of the second argument to the first. */
  private static void addUp(double[] gradient, Pair pair) {
    Group a = pair.group(pair.first());
    Group b = pair.group(pair.second());
    for (int k = 0; k < a.to() - a.from(); k++) {
      gradient[a.from() + k] += gradient[b.from() + k];
      gradient[b.from() + k] = 0;
    }
  }

  private static double largest(double[] gradient) {
    return Arrays.stream(gradient).filter(Double::isFinite).map(Math::abs).max().orElse(0);
  }

  /** Up to the rounding of the summands, which may cancel. */
  private static boolean close(double[] expected, double[] found, double size) {
    return IntStream.range(0, expected.length)
        .allMatch(
            k ->
                Double.compare(expected[k] + 0.0, found[k] + 0.0) == 0
                    || Math.abs(expected[k] - found[k]) <= ROUNDING * (1 + size));
  }

  /** The gradient, and behind it the value. */
  private static Optional<double[]> outcome(Model model, double[] q) {
    double[] gradient = new double[q.length];
    try {
      double value = model.gradient(q, gradient, Model.JACOBIAN, model.newScratch());
      double[] all = Arrays.copyOf(gradient, q.length + 1);
      all[q.length] = value;
      return Optional.of(all);
    } catch (RejectException e) {
      return Optional.empty();
    }
  }

  private static String text(List<Pair> pairs) {
    int parameters = pairs.stream().mapToInt(t -> t.call().p().size()).max().orElse(1);
    int weights = pairs.stream().mapToInt(t -> t.call().output().size()).max().orElse(1);
    StringBuilder functions = new StringBuilder("functions {\n");
    StringBuilder model = new StringBuilder("model {\n");
    for (int i = 0; i < pairs.size(); i++) {
      for (boolean apart : new boolean[] {false, true}) {
        int which = 2 * i + (apart ? 2 : 1);
        String name = "call_" + which;
        functions.append("  ").append(pairs.get(i).function(name, apart)).append('\n');
        String use = pairs.get(i).use(name, apart);
        model.append("  if (which == ").append(which).append(") target += ").append(use);
        model.append(";\n");
      }
    }
    return functions
        + "}\ndata { int which; }\ntransformed data {\n  vector["
        + Math.max(1, weights)
        + "] w;\n  for (i in 1:size(w)) w[i] = 1.0 / i;\n}\nparameters { vector["
        + parameters
        + "] p; }\n"
        + model
        + "}\n";
  }
}
