package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.hmc.LowRankMetric;
import org.stanj.runtime.hmc.Metric;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.io.DataFiles;
import org.stanj.runtime.io.ParameterFiles;
import org.stanj.runtime.model.DataException;

/**
 * Reads the metrics with which chains start.
 *
 * @param form of the metrics
 * @param size number of unconstrained parameters
 * @param warnings receives what is said of the files
 */
record StartingMetrics(MetricForm form, int size, Consumer<String> warnings) {
  /** One inverse metric for each file, without any for the unit metric, whose files are opened. */
  List<Optional<double[]>> read(List<String> files) {
    List<Optional<double[]>> metrics = new ArrayList<>();
    for (String file : files) {
      metrics.add(form == MetricForm.UNIT_E ? opened(file) : Optional.of(read(file)));
    }
    return metrics;
  }

  private Optional<double[]> opened(String file) {
    DataFiles.readMetric(file, warnings);
    return Optional.empty();
  }

  private double[] read(String file) {
    boolean dense = form == MetricForm.DENSE_E;
    try {
      double[] inverse =
          switch (form) {
            case DENSE_E -> ParameterFiles.denseInverseMetric(file, size, warnings);
            case LOW_RANK -> lowRank(file);
            default -> ParameterFiles.inverseMetric(file, size, warnings);
          };
      Metric.of(form, inverse);
      return inverse;
    } catch (DataException e) {
      throw new CommandFailure(
          "Cannot get inverse "
              + (dense ? "" : "Euclidean ")
              + "metric from input file.\nCaught exception: \n"
              + e.getMessage().strip()
              + "\nInitialization failure");
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage() + "\nInitialization failure");
    }
  }

  private double[] lowRank(String file) {
    ParameterFiles.LowRank read = ParameterFiles.lowRankInverseMetric(file, size, warnings);
    return new LowRankMetric.Parts(read.diagonal(), read.values(), read.vectors())
        .orthonormal()
        .elements();
  }
}
