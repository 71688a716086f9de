package org.stanj.runtime.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.hmc.LowRankMetric;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.io.RealFormat;

/**
 * The JSON file of an adapted metric.
 *
 * @param name of the file
 * @param size number of unconstrained parameters
 * @param significantFigures of its numbers
 */
public record MetricFile(String name, int size, int significantFigures) {
  /** Writes the file. */
  void write(Adaptation adaptation) {
    RealFormat format = new RealFormat(significantFigures);
    CsvHead.writeFile(
        name,
        "{\n  \"stepsize\" : "
            + stepSize(adaptation.stepSize(), format)
            + ",\n  \"metric_type\" : \""
            + type(adaptation.metric())
            + "\",\n  \"inv_metric\" : "
            + elements(adaptation, format)
            + "\n}\n");
  }

  /** A model without parameters has no step size; readers of JSON know NaN in this form only. */
  private static String stepSize(double value, RealFormat format) {
    return Double.isNaN(value) ? "NaN" : format.text(value);
  }

  /** The form of the matrix, however it was learned. */
  private static String type(MetricForm form) {
    MetricForm matrix = form == MetricForm.FISHER_DIAG ? MetricForm.DIAG_E : form;
    return matrix.name().toLowerCase(Locale.ROOT);
  }

  private String elements(Adaptation adaptation, RealFormat format) {
    MetricText text = new MetricText(format, adaptation.metric(), adaptation.inverseMetric());
    return switch (adaptation.metric()) {
      case UNIT_E -> array(String.join(", ", Collections.nCopies(size, "1")));
      case DIAG_E, FISHER_DIAG -> array(text.rows().get(0));
      case LOW_RANK -> parts(LowRankMetric.Parts.of(adaptation.inverseMetric()), format);
      case DENSE_E ->
          array(text.rows().stream().map(MetricFile::array).collect(Collectors.joining(", ")));
    };
  }

  /** D², and the values and vectors of {@link LowRankMetric} in members of their own. */
  private static String parts(LowRankMetric.Parts parts, RealFormat format) {
    int n = parts.inverse().length;
    List<String> vectors = new ArrayList<>();
    for (int j = 0; j < parts.values().length; j++) {
      double[] vector = Arrays.copyOfRange(parts.vectors(), j * n, (j + 1) * n);
      vectors.add(array(joined(vector, format)));
    }
    return array(joined(parts.inverse(), format))
        + ",\n  \"eigenvalues\" : "
        + array(joined(parts.values(), format))
        + ",\n  \"eigenvectors\" : "
        + array(String.join(", ", vectors));
  }

  private static String joined(double[] values, RealFormat format) {
    return Arrays.stream(values).mapToObj(format::text).collect(Collectors.joining(", "));
  }

  private static String array(String elements) {
    return "[ " + elements + " ]";
  }
}
