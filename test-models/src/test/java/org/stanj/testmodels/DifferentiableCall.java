package org.stanj.testmodels;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stanj.testmodels.StanText.Inexpressible;

/**
 * A case as a term of a program: its real arguments are elements of the parameter vector {@code p},
 * the target is the weighted sum of the outputs.
 *
 * @param origin the case
 * @param target the term, a Stan expression
 * @param p values of the parameters
 * @param groups for each argument where its elements stand in {@code p}; empty for constants
 * @param output Stan's flat output
 */
record DifferentiableCall(
    FunctionCase origin,
    String target,
    List<Double> p,
    List<Optional<Group>> groups,
    List<Double> output) {
  private static final double VALUE_TOLERANCE = 1e-8;
  private static final double GRADIENT_TOLERANCE = 1e-6;

  /** The elements {@code from} (inclusive) to {@code to} of the parameters, a matrix of rows. */
  record Group(int from, int to, int rows) {}

  /** Writes a case, or says why it cannot be written. */
  static DifferentiableCall of(FunctionCase origin) {
    if (origin.json().path("autodiff_error").asBoolean(false)
        || origin.json().path("autodiff_error").isTextual()) {
      throw new Inexpressible("Stan throws when it differentiates");
    }
    if (origin.function().endsWith("_jacobian")) {
      throw new Inexpressible("adds to the target");
    }
    List<Double> p = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<Optional<Group>> groups = new ArrayList<>();
    for (JsonNode argument : origin.arguments()) {
      String type = argument.get("type").asText();
      JsonNode value = argument.get("value");
      if (type.startsWith("data ") || type.endsWith("int")) {
        texts.add(StanText.literal(value, type.replace("data ", "")));
        groups.add(Optional.empty());
      } else {
        int from = p.size();
        texts.add(StanText.parameter(value, type, p));
        groups.add(Optional.of(new Group(from, p.size(), value.size())));
      }
    }
    List<Double> output = StanText.flat(value(origin), result(origin));
    return new DifferentiableCall(origin, target(origin, texts), p, groups, output);
  }

  /** The term with other texts for the arguments. */
  static String target(FunctionCase origin, List<String> texts) {
    return StanText.weightedSum(origin.call(texts), result(origin), value(origin), 0);
  }

  private static String result(FunctionCase origin) {
    return origin.json().get("ret").asText().replace("data ", "");
  }

  private static JsonNode value(FunctionCase origin) {
    JsonNode exact = origin.json().path("exact_value");
    boolean replaced = origin.inaccurate("value") && !exact.isNull() && !exact.isMissingNode();
    return replaced ? exact : origin.json().get("value");
  }

  /**
   * Compares a density and gradient of the program with Stan's; says what differs. Infinities and
   * NaN are values as others are; beside them there is no gradient to compare.
   */
  Optional<String> judge(double density, double[] gradient) {
    double expected = weightedSum();
    double size = output.stream().mapToDouble(Math::abs).max().orElse(0);
    double allowed = VALUE_TOLERANCE * Math.max(Math.abs(expected), 1e-6 * size);
    if (!agree(expected, density, Math.max(allowed, 1e-14))) {
      return Optional.of("value " + density + ", Stan has " + expected);
    }
    if (!Double.isFinite(expected)) {
      return Optional.empty();
    }
    for (int argument = 0; argument < groups.size(); argument++) {
      Optional<String> difference = judge(argument, gradient);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private double weightedSum() {
    double sum = 0;
    for (int i = 0; i < output.size(); i++) {
      sum += output.get(i) / (i + 1);
    }
    return sum;
  }

  private Optional<String> judge(int argument, double[] gradient) {
    JsonNode all = stanGradient();
    if (all.isNull() || all.get(argument).isNull() || groups.get(argument).isEmpty()) {
      return Optional.empty();
    }
    Group group = groups.get(argument).get();
    double[] expected =
        OracleModels.list(all.get(argument)).stream()
            .mapToDouble(v -> v.isNull() ? Double.NaN : OracleModels.number(v))
            .toArray();
    double[] found = Arrays.copyOfRange(gradient, group.from, group.to);
    String mode = origin.json().path("grad_compare").path(argument).asText("");
    boolean matrix = expected.length == group.rows * group.rows;
    if (matrix && (mode.equals("lower") || mode.equals("sym"))) {
      expected = triangle(expected, group.rows, mode);
      found = triangle(found, group.rows, mode);
    }
    return firstDifference(argument, expected, found);
  }

  private JsonNode stanGradient() {
    JsonNode exact = origin.json().path("exact_grad");
    boolean replaced = origin.inaccurate("grad") && !exact.isNull() && !exact.isMissingNode();
    return replaced ? exact : origin.json().get("grad");
  }

  private static Optional<String> firstDifference(int argument, double[] expected, double[] found) {
    double largest = 0;
    for (double v : expected) {
      largest = Double.isFinite(v) ? Math.max(largest, Math.abs(v)) : largest;
    }
    for (int i = 0; i < expected.length; i++) {
      double allowed = GRADIENT_TOLERANCE * Math.abs(expected[i]) + 1e-9 * largest + 1e-12;
      if (!Double.isNaN(expected[i]) && !agree(expected[i], found[i], allowed)) {
        String place = "gradient of argument " + (argument + 1) + "[" + (i + 1) + "] ";
        return Optional.of(place + found[i] + ", Stan has " + expected[i]);
      }
    }
    return Optional.empty();
  }

  /** Infinities and NaN are equal to themselves only. */
  private static boolean agree(double expected, double found, double allowed) {
    return Double.isFinite(expected)
        ? Math.abs(found - expected) <= allowed
        : Double.compare(expected, found) == 0;
  }

  /** The lower triangle of a square matrix, or of its sum with its transpose. */
  private static double[] triangle(double[] matrix, int rows, String mode) {
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j <= i && j < matrix.length / rows; j++) {
        double transposed = mode.equals("sym") ? matrix[i * rows + j] : 0;
        kept.add(matrix[j * rows + i] + transposed);
      }
    }
    return kept.stream().mapToDouble(v -> v).toArray();
  }
}
