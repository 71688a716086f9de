package org.stanj;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.hmc.Metric;
import org.stanj.runtime.hmc.MetricForm;

/**
 * The inverse metric with which chains start.
 *
 * @param elements see {@link Metric#inverse}; none for the unit metric
 * @param rows of a matrix that was given by its rows, their lengths; none otherwise
 * @param forms for which it is meant
 */
record StartingMetric(Optional<double[]> elements, List<Integer> rows, Set<MetricForm> forms) {
  private static final String NAME = "inverseMetric";

  /** M = I, in any form. */
  static final StartingMetric UNIT =
      new StartingMetric(Optional.empty(), List.of(), EnumSet.allOf(MetricForm.class));

  static StartingMetric diagonal(double[] diagonal) {
    return new StartingMetric(
        Optional.of(diagonal.clone()),
        List.of(),
        EnumSet.of(MetricForm.DIAG_E, MetricForm.FISHER_DIAG));
  }

  static StartingMetric matrix(double[][] matrix) {
    double[] elements = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    List<Integer> rows = Arrays.stream(matrix).map(row -> row.length).toList();
    return new StartingMetric(Optional.of(elements), rows, EnumSet.of(MetricForm.DENSE_E));
  }

  static StartingMetric of(Adaptation found) {
    Optional<double[]> elements =
        found.metric() == MetricForm.UNIT_E
            ? Optional.empty()
            : Optional.of(found.inverseMetric().clone());
    return new StartingMetric(elements, List.of(), EnumSet.of(found.metric()));
  }

  /**
   * Refuses what does not fit.
   *
   * @param moves whether there is a metric at all
   * @param names of the unconstrained parameters
   * @throws IllegalArgumentException if the metric of the run has another form
   * @throws InputException if it is of another size, or not positive definite
   */
  void require(boolean moves, MetricForm form, List<String> names) {
    if (elements.isEmpty() || !moves) {
      return;
    }
    if (!forms.contains(form)) {
      throw new IllegalArgumentException(
          NAME + " is for metric " + forms + ", but metric is " + form);
    }
    double[] given = elements.get();
    if (form == MetricForm.DENSE_E) {
      requireSquare(given, names.size());
    } else if (form != MetricForm.LOW_RANK) {
      requireDiagonal(given, names);
    }
    try {
      Metric.of(form, given);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new InputException(NAME + " for " + names.size() + " parameters: " + e.getMessage(), e);
    }
  }

  private void requireSquare(double[] given, int size) {
    if (given.length != (long) size * size && rows.isEmpty()) {
      throw InputException.length(NAME, given.length, size * size);
    }
    if (!rows.isEmpty() && rows.size() != size) {
      throw new InputException(
          NAME + " has " + rows.size() + " rows, but " + size + " are expected", null);
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) != size) {
        throw InputException.length(NAME + "[" + i + "]", rows.get(i), size);
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        if (given[i * size + j] != given[j * size + i]) {
          throw new InputException(
              "%s is not symmetric: [%d][%d] is %s, [%d][%d] is %s"
                  .formatted(NAME, i, j, given[i * size + j], j, i, given[j * size + i]),
              null);
        }
      }
    }
  }

  private static void requireDiagonal(double[] given, List<String> names) {
    if (given.length != names.size()) {
      throw InputException.length(NAME, given.length, names.size());
    }
    for (int i = 0; i < given.length; i++) {
      if (!(given[i] > 0) || Double.isInfinite(given[i])) {
        throw new InputException(
            NAME
                + "["
                + i
                + "], of "
                + names.get(i)
                + ", is "
                + given[i]
                + ", but must be positive and finite",
            null);
      }
    }
  }
}
