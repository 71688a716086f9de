package org.stanj.runtime.io;

import java.util.Arrays;
import java.util.function.Consumer;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.DataException;

/** Reads what stands on the unconstrained scale: points ({@code params_r}) and metrics. */
public final class ParameterFiles {
  private static final String NAME = "params_r";

  private ParameterFiles() {}

  /**
   * Reads the points of a file: {@code params_r} is a vector or a list of vectors.
   *
   * @param size of each point
   * @throws FileProblem if the file cannot be read, has no such variable, or points of another size
   */
  public static double[][] points(String file, int size, Consumer<String> warnings) {
    DataContext context = DataFiles.read(file, warnings);
    if (!(context instanceof DataTable table) || !table.contains(NAME)) {
      throw new FileProblem(
          "Unconstrained parameters file has no variable 'params_r' with unconstrained parameter"
              + " values!");
    }
    Values values = table.values(NAME);
    int[] dims = values.dims();
    int found = dims.length == 0 ? values.elements().length : dims[dims.length - 1];
    if (dims.length > 2 || found != size) {
      throw new FileProblem(
          "Incorrect number of unconstrained parameters provided! Model has "
              + size
              + " parameters but "
              + found
              + " were found.");
    }
    double[][] points = new double[dims.length == 2 ? dims[0] : 1][];
    for (int i = 0; i < points.length; i++) {
      points[i] = Arrays.copyOfRange(values.elements(), i * size, (i + 1) * size);
    }
    return points;
  }

  /**
   * The diagonal in a metric file.
   *
   * @throws DataException if the file has no {@code inv_metric} of that length
   */
  public static double[] inverseMetric(String file, int size, Consumer<String> warnings) {
    return inverseMetric(file, "read diag inv metric", new int[] {size}, warnings);
  }

  /**
   * The matrix in a metric file, row by row.
   *
   * @throws DataException if the file has no {@code inv_metric} of that size
   */
  public static double[] denseInverseMetric(String file, int size, Consumer<String> warnings) {
    return inverseMetric(file, "read dense inv metric", new int[] {size, size}, warnings);
  }

  /**
   * A diagonal and its correction along some directions.
   *
   * @param diagonal the inverse metric without the correction
   * @param values along each direction
   * @param vectors the directions, one behind the other
   */
  public record LowRank(double[] diagonal, double[] values, double[] vectors) {}

  /**
   * The parts in a metric file; one without {@code eigenvalues} is of rank 0.
   *
   * @throws DataException if {@code inv_metric} or {@code eigenvectors} are absent or of another
   *     size
   */
  public static LowRank lowRankInverseMetric(String file, int size, Consumer<String> warnings) {
    DataContext context = DataFiles.readMetric(file, warnings);
    double[] diagonal = reals(context, "inv_metric", size);
    int rank = 0;
    if (context instanceof DataTable table && table.contains("eigenvalues")) {
      rank = table.values("eigenvalues").elements().length;
    }
    double[] values = rank == 0 ? new double[0] : reals(context, "eigenvalues", rank);
    double[] vectors = rank == 0 ? new double[0] : reals(context, "eigenvectors", rank, size);
    return new LowRank(diagonal, values, vectors);
  }

  private static double[] reals(DataContext context, String name, int... dims) {
    return reals(context, new DataContext.Request("read low rank inv metric", name, ""), dims);
  }

  private static double[] reals(DataContext context, DataContext.Request request, int... dims) {
    double[] values = new double[Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
    context.readReals(request, values, 0, dims, false);
    return values;
  }

  private static double[] inverseMetric(
      String file, String stage, int[] dims, Consumer<String> warnings) {
    DataContext context = DataFiles.readMetric(file, warnings);
    return reals(context, new DataContext.Request(stage, "inv_metric", ""), dims);
  }
}
