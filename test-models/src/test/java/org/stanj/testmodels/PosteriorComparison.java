package org.stanj.testmodels;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stanj.runtime.diagnostics.Convergence;
import org.stanj.runtime.diagnostics.MonteCarloError;
import org.stanj.runtime.diagnostics.StatisticalBounds.Comparison;

/** Compares a sample with a reference posterior, quantity by quantity. */
final class PosteriorComparison {
  private static final double ROUNDING = 1e-6;

  /** Quantities whose standard deviation is not a number to compare, with the reason. */
  private static final Map<String, String> WITHOUT_VARIANCE =
      Scope.table("quantities_without_variance.tsv");

  private PosteriorComparison() {}

  /** Number of comparisons that {@link #of} makes at most. */
  static int count(JsonNode posterior) {
    return 2 * posterior.get("params").size();
  }

  /**
   * Mean and standard deviation of every quantity of the reference. A quantity that is constant
   * there must be the same constant here; one without moments there (not always finite) is left
   * out.
   *
   * @param withDensity whether {@code lp__} is compared: twins differ in its constant
   */
  static List<Comparison> of(
      String program, Map<String, double[][]> sample, JsonNode posterior, boolean withDensity) {
    List<Comparison> all = new ArrayList<>();
    for (JsonNode quantity : posterior.get("params")) {
      String column = quantity.get("name").asText();
      if (!sample.containsKey(column)) {
        throw new AssertionError("there is no column " + column);
      }
      double[][] draws = sample.get(column);
      if (column.equals("lp__") && !withDensity || !quantity.has("sd")) {
        continue;
      }
      if (!quantity.has("mcse_mean")) { // the reference says so of constants, up to rounding
        requireConstant(column, draws, quantity.get("mean").asDouble());
      } else {
        all.add(mean(column, draws, quantity));
        if (!WITHOUT_VARIANCE.containsKey(program + " " + column)) {
          all.add(standardDeviation(column, draws, quantity));
        }
      }
    }
    return all;
  }

  private static void requireConstant(String column, double[][] draws, double value) {
    for (double[] chain : draws) {
      for (double x : chain) {
        if (!(Math.abs(x - value) <= ROUNDING * (1 + Math.abs(value)))) {
          throw new AssertionError(column + " is " + x + ", Stan has the constant " + value);
        }
      }
    }
  }

  private static Comparison mean(String column, double[][] draws, JsonNode quantity) {
    return new Comparison(
        column + " mean",
        mean(draws),
        MonteCarloError.ofMean(draws),
        quantity.get("mean").asDouble(),
        quantity.get("mcse_mean").asDouble());
  }

  /** The reference does not tell its error of the sd: ours, scaled by the effective sizes. */
  private static Comparison standardDeviation(String column, double[][] draws, JsonNode quantity) {
    double error = MonteCarloError.ofSd(draws);
    double size =
        Math.min(quantity.get("ess_bulk").asDouble(), quantity.get("ess_tail").asDouble());
    double referenceError = error * Math.sqrt(Convergence.essSd(draws) / size);
    double sd = standardDeviation(draws);
    return new Comparison(column + " sd", sd, error, quantity.get("sd").asDouble(), referenceError);
  }

  private static double mean(double[][] draws) {
    return Arrays.stream(draws).flatMapToDouble(Arrays::stream).average().orElse(Double.NaN);
  }

  private static double standardDeviation(double[][] draws) {
    double mean = mean(draws);
    double squares =
        Arrays.stream(draws)
            .flatMapToDouble(Arrays::stream)
            .map(x -> (x - mean) * (x - mean))
            .sum();
    return Math.sqrt(squares / (draws.length * draws[0].length - 1));
  }
}
