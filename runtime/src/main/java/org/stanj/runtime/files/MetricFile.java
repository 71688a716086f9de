package org.stanj.runtime.files;

import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stanj.runtime.chains.Adaptation;
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
            + adaptation.metric().name().toLowerCase(Locale.ROOT)
            + "\",\n  \"inv_metric\" : "
            + elements(adaptation, format)
            + "\n}\n");
  }

  /** A model without parameters has no step size; readers of JSON know NaN in this form only. */
  private static String stepSize(double value, RealFormat format) {
    return Double.isNaN(value) ? "NaN" : format.text(value);
  }

  private String elements(Adaptation adaptation, RealFormat format) {
    MetricText text = new MetricText(format, adaptation.metric(), adaptation.inverseMetric());
    return switch (adaptation.metric()) {
      case UNIT_E -> array(String.join(", ", Collections.nCopies(size, "1")));
      case DIAG_E -> array(text.rows().get(0));
      case DENSE_E ->
          array(text.rows().stream().map(MetricFile::array).collect(Collectors.joining(", ")));
    };
  }

  private static String array(String elements) {
    return "[ " + elements + " ]";
  }
}
