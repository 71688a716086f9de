package org.stanj.stdlib.check;

import java.util.Arrays;
import org.stanj.stdlib.abi.RejectException;

/**
 * Checks of whole containers, by the names that the prelude and constrained declarations use. Each
 * returns silently or throws with Stan's message, {@code function: argument ...}. Matrices are
 * column-major; sums and symmetry are compared with the tolerance 1e−8.
 */
public final class Checks {
  /** How far sums may be from what they should be. */
  public static final double TOLERANCE = 1e-8;

  private Checks() {}

  /** At least one element. */
  public static void nonempty(String function, String argument, double[] x, int offset, int n) {
    if (n == 0) {
      throw RejectException.size(
          function + ": " + argument + " has size 0, but must have a non-zero size");
    }
  }

  /** At least one element. */
  public static void nonempty(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    nonempty(function, argument, x, offset, rows * columns);
  }

  /** At least one element. */
  public static void nonempty(String function, String argument, int[] x, int offset, int n) {
    nonempty(function, argument, new double[0], 0, n);
  }

  /** Nonnegative elements with sum 1. */
  public static void simplex(String function, String argument, double[] x, int offset, int n) {
    nonempty(function, argument, x, offset, n);
    double sum = sum(x, offset, n);
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw invalid(
          function,
          argument,
          "simplex. sum(" + argument + ") = " + precise(sum) + ", but should be 1");
    }
    for (int i = 0; i < n; i++) {
      if (!(x[offset + i] >= 0)) {
        throw invalid(
            function,
            argument,
            "simplex. "
                + element(argument, i, x[offset + i])
                + ", but should be greater than or equal to 0");
      }
    }
  }

  /** Squares with sum 1. */
  public static void unitVector(String function, String argument, double[] x, int offset, int n) {
    nonempty(function, argument, x, offset, n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[offset + i] * x[offset + i];
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw invalid(
          function,
          argument,
          "unit vector. The sum of the squares of the elements should be 1, but is "
              + precise(sum));
    }
  }

  /** Elements with sum 0. */
  public static void sumToZero(String function, String argument, double[] x, int offset, int n) {
    double sum = sum(x, offset, n);
    if (!(Math.abs(sum) <= TOLERANCE)) {
      throw RejectException.domain(
          function
              + ": "
              + argument
              + " does not sum to zero. sum("
              + argument
              + ") = "
              + precise(sum)
              + ", but should be 0");
    }
  }

  /** Elements that sum to zero, within {@link #TOLERANCE}. */
  public static void sumToZero(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    sumToZero(function, argument, x, offset, rows * columns);
  }

  /** Strictly increasing elements. */
  public static void ordered(String function, String argument, double[] x, int offset, int n) {
    for (int i = 1; i < n; i++) {
      if (!(x[offset + i] > x[offset + i - 1])) {
        throw invalid(
            function,
            argument,
            "ordered vector. The element at "
                + (i + 1)
                + " is "
                + number(x[offset + i])
                + ", but should be greater than the previous element, "
                + number(x[offset + i - 1]));
      }
    }
  }

  /** Elements that do not decrease. */
  public static void sorted(String function, String argument, double[] x, int offset, int n) {
    for (int i = 1; i < n; i++) {
      if (!(x[offset + i] >= x[offset + i - 1])) {
        throw invalid(
            function,
            argument,
            "sorted vector. The element at "
                + (i + 1)
                + " is "
                + number(x[offset + i])
                + ", but should be greater than or equal to the previous element, "
                + number(x[offset + i - 1]));
      }
    }
  }

  /** Elements, in order, that come after the time at which something starts. */
  public static void afterInitialTime(
      String function, String argument, double[] x, int offset, int n, double start) {
    if (n > 0 && !(start < x[offset])) {
      throw RejectException.domain(
          function
              + ": initial time is "
              + number(start)
              + ", but must be less than "
              + Numbers.fixed(x[offset]));
    }
  }

  /** Strictly increasing elements, the first not negative. */
  public static void positiveOrdered(
      String function, String argument, double[] x, int offset, int n) {
    if (n > 0 && !(x[offset] >= 0)) {
      throw invalid(
          function,
          argument,
          "positive_ordered vector. The element at 1 is "
              + number(x[offset])
              + ", but should be positive.");
    }
    ordered(function, argument, x, offset, n);
  }

  /** As many rows as columns. */
  public static void square(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    if (rows != columns) {
      throw RejectException.size(
          function
              + ": Expecting a square matrix; rows of "
              + argument
              + " ("
              + rows
              + ") and columns of "
              + argument
              + " ("
              + columns
              + ") must match in size");
    }
  }

  /** Square, and equal to its transpose. */
  public static void symmetric(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    square(function, argument, x, offset, rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = i + 1; j < rows; j++) {
        double upper = x[offset + j * rows + i];
        double lower = x[offset + i * rows + j];
        if (!(Math.abs(upper - lower) <= TOLERANCE)) {
          throw RejectException.domain(
              function
                  + ": "
                  + argument
                  + " is not symmetric. "
                  + element(argument, i, j, upper)
                  + ", but "
                  + element(argument, j, i, lower));
        }
      }
    }
  }

  /** Symmetric and positive definite. */
  public static void posDefinite(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    symmetric(function, argument, x, offset, rows, columns);
    if (rows > 0 && !isPositiveDefinite(x, offset, rows)) {
      throw RejectException.domain(function + ": " + argument + " is not positive definite.");
    }
  }

  /** Symmetric, and no direction has a negative variance. */
  public static void posSemidefinite(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    symmetric(function, argument, x, offset, rows, columns);
    if (!isPositiveSemidefinite(Arrays.copyOfRange(x, offset, offset + rows * rows), rows)) {
      throw RejectException.domain(function + ": " + argument + " is not positive semi-definite.");
    }
  }

  /** Symmetric and positive definite. */
  public static void covMatrix(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    posDefinite(function, argument, x, offset, rows, columns);
  }

  /** Symmetric, positive definite, with unit diagonal. */
  public static void corrMatrix(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    symmetric(function, argument, x, offset, rows, columns);
    for (int i = 0; i < rows; i++) {
      double d = x[offset + i * rows + i];
      if (!(Math.abs(d - 1) <= TOLERANCE)) {
        throw invalid(
            function,
            argument,
            "correlation matrix. "
                + argument
                + "("
                + (i + 1)
                + ","
                + (i + 1)
                + ") is "
                + number(d)
                + ", but should be near 1.0");
      }
    }
    posDefinite(function, argument, x, offset, rows, columns);
  }

  /** Zero above the diagonal. */
  public static void lowerTriangular(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    for (int j = 1; j < columns; j++) {
      for (int i = 0; i < Math.min(j, rows); i++) {
        double value = x[offset + j * rows + i];
        if (value != 0) {
          throw RejectException.domain(
              function
                  + ": "
                  + argument
                  + " is not lower triangular; "
                  + argument
                  + "["
                  + (i + 1)
                  + ","
                  + (j + 1)
                  + "]="
                  + number(value));
        }
      }
    }
  }

  /** Lower triangular with positive diagonal, not wider than tall. */
  public static void choleskyFactor(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    if (columns > rows) {
      throw RejectException.domain(
          function
              + ": columns and rows of Cholesky factor is "
              + columns
              + ", but must be less than or equal to "
              + rows);
    }
    lowerTriangular(function, argument, x, offset, rows, columns);
    positiveDiagonal(function, argument, x, offset, rows, columns);
  }

  /** The same under the name of the declared type. */
  public static void choleskyFactorCov(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    choleskyFactor(function, argument, x, offset, rows, columns);
  }

  /** Square, lower triangular with positive diagonal and rows of length 1. */
  public static void choleskyFactorCorr(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    square(function, argument, x, offset, rows, columns);
    lowerTriangular(function, argument, x, offset, rows, columns);
    positiveDiagonal(function, argument, x, offset, rows, columns);
    double[] row = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = x[offset + j * rows + i];
      }
      unitVector(function, argument, row, 0, columns);
    }
  }

  /** Columns that are simplexes. */
  public static void columnStochasticMatrix(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    for (int j = 0; j < columns; j++) {
      simplex(function, argument + "[, " + (j + 1) + "]", x, offset + j * rows, rows);
    }
  }

  /** Rows that are simplexes. */
  public static void rowStochasticMatrix(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    double[] row = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = x[offset + j * rows + i];
      }
      simplex(function, argument + "[" + (i + 1) + ", ]", row, 0, columns);
    }
  }

  private static void positiveDiagonal(
      String function, String argument, double[] x, int offset, int rows, int columns) {
    for (int i = 0; i < columns; i++) {
      double d = x[offset + i * rows + i];
      if (!(d > 0)) {
        throw RejectException.domain(
            function
                + ": "
                + argument
                + "["
                + (i + 1)
                + "] is "
                + number(d)
                + ", but must be positive!");
      }
    }
  }

  private static boolean isPositiveDefinite(double[] x, int offset, int n) {
    double[] l = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = x[offset + j * n + i];
        for (int k = 0; k < j; k++) {
          sum -= l[k * n + i] * l[k * n + j];
        }
        if (i == j && !(sum > 0)) {
          return false;
        }
        l[j * n + i] = i == j ? Math.sqrt(sum) : sum / l[j * n + j];
      }
    }
    return true;
  }

  /** Eliminates the largest pivot first; once none is left the rest must be zero. */
  private static boolean isPositiveSemidefinite(double[] a, int n) {
    boolean[] done = new boolean[n];
    for (int step = 0; step < n; step++) {
      int pivot = -1;
      for (int i = 0; i < n; i++) {
        if (!done[i] && (pivot < 0 || a[i * n + i] > a[pivot * n + pivot])) {
          pivot = i;
        }
      }
      if (!(a[pivot * n + pivot] > TOLERANCE)) {
        return isZero(a, n, done);
      }
      done[pivot] = true;
      eliminate(a, n, pivot, done);
    }
    return true;
  }

  private static void eliminate(double[] a, int n, int pivot, boolean[] done) {
    for (int j = 0; j < n; j++) {
      double factor = a[j * n + pivot] / a[pivot * n + pivot];
      for (int i = 0; i < n && !done[j]; i++) {
        a[j * n + i] -= done[i] ? 0 : factor * a[pivot * n + i];
      }
    }
  }

  private static boolean isZero(double[] a, int n, boolean[] done) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        if (!done[i] && !done[j] && !(Math.abs(a[j * n + i]) <= TOLERANCE)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double sum(double[] x, int offset, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[offset + i];
    }
    return sum;
  }

  private static RejectException invalid(String function, String argument, String what) {
    return RejectException.domain(function + ": " + argument + " is not a valid " + what);
  }

  private static String element(String argument, int i, double value) {
    return argument + "[" + (i + 1) + "] = " + number(value);
  }

  private static String element(String argument, int i, int j, double value) {
    return argument + "[" + (i + 1) + "," + (j + 1) + "] = " + number(value);
  }

  private static String number(double x) {
    return Numbers.general(x);
  }

  /** Sums near their target need more digits than usual to show what is wrong. */
  private static String precise(double x) {
    return Numbers.general(x, 10);
  }
}
