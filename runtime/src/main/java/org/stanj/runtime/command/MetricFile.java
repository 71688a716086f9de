package org.stanj.runtime.command;

import java.util.Arrays;
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
record MetricFile(String name, int size, int significantFigures) {
  /** Writes the file. */
  void write(Adaptation adaptation) {
    RealFormat format = new RealFormat(significantFigures);
    double[] diagonal = adaptation.inverseMetric();
    if (diagonal.length == 0) {
      diagonal = new double[size];
      Arrays.fill(diagonal, 1);
    }
    String elements =
        Arrays.stream(diagonal).mapToObj(format::text).collect(Collectors.joining(", "));
    String type = adaptation.metric().name().toLowerCase(Locale.ROOT);
    CsvHead.writeFile(
        name,
        "{\n  \"stepsize\" : "
            + format.text(adaptation.stepSize())
            + ",\n  \"metric_type\" : \""
            + type
            + "\",\n  \"inv_metric\" : [ "
            + elements
            + " ]\n}\n");
  }
}
