package org.stanj.runtime.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stanj.runtime.hmc.LowRankMetric;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.io.RealFormat;

/**
 * An inverse metric as text.
 *
 * @param format of its elements
 * @param form which elements there are
 * @param elements see {@link org.stanj.runtime.hmc.Metric#inverse}
 */
record MetricText(RealFormat format, MetricForm form, double[] elements) {
  /** The lines below the step size in a CSV file; of a metric of low rank the whole diagonal. */
  List<String> block() {
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (form) {
          case UNIT_E -> "No free parameters for unit metric";
          case DIAG_E, FISHER_DIAG, LOW_RANK -> "Diagonal elements of inverse mass matrix:";
          case DENSE_E -> "Elements of inverse mass matrix:";
        });
    lines.addAll(rows());
    if (form == MetricForm.DENSE_E && elements.length == 0) {
      lines.add("");
    }
    return lines;
  }

  /** The rows of elements, each joined by commas. */
  List<String> rows() {
    return switch (form) {
      case UNIT_E -> List.of();
      case DIAG_E, FISHER_DIAG -> List.of(joined(elements));
      case LOW_RANK -> List.of(joined(LowRankMetric.Parts.of(elements).diagonal()));
      case DENSE_E -> matrixRows();
    };
  }

  private List<String> matrixRows() {
    int n = (int) Math.round(Math.sqrt(elements.length));
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(joined(Arrays.copyOfRange(elements, i * n, (i + 1) * n)));
    }
    return rows;
  }

  private String joined(double[] values) {
    return Arrays.stream(values).mapToObj(format::text).collect(Collectors.joining(", "));
  }
}
