package org.stanj.cli.draws;

import java.util.Arrays;
import java.util.List;

/**
 * What warmup found.
 *
 * @param stepSize NaN if unknown
 * @param metric in words; empty if unknown
 * @param diagonal of the inverse metric; empty if unknown
 */
public record AdaptationFacts(double stepSize, String metric, double[] diagonal) {
  /** Nothing is known. */
  public static final AdaptationFacts UNKNOWN = new AdaptationFacts(Double.NaN, "", new double[0]);

  private static final String STEP = "Step size = ";

  /** The form of a metric that an argument such as {@code diag_e} names. */
  public static String inWords(String form) {
    return switch (form) {
      case "diag_e", "fisher_diag" -> "diagonal";
      case "dense_e" -> "dense";
      case "unit_e" -> "unit";
      case "low_rank" -> "low rank";
      default -> form;
    };
  }

  /** Reads the adaptation block of a CSV file; what it does not understand stays unknown. */
  static AdaptationFacts of(List<String> lines) {
    double stepSize = Double.NaN;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      List<String> rows = lines.subList(i + 1, lines.size());
      if (line.startsWith(STEP)) {
        stepSize = number(line.substring(STEP.length()));
      } else if (line.startsWith("Diagonal elements")) {
        return new AdaptationFacts(stepSize, "diagonal", numbers(rows));
      } else if (line.startsWith("Elements of inverse")) {
        return new AdaptationFacts(stepSize, "dense", diagonal(rows));
      } else if (line.startsWith("No free parameters")) {
        return new AdaptationFacts(stepSize, "unit", new double[0]);
      }
    }
    return new AdaptationFacts(stepSize, "", new double[0]);
  }

  private static double[] numbers(List<String> rows) {
    return rows.isEmpty() || rows.get(0).isBlank()
        ? new double[0]
        : Arrays.stream(rows.get(0).split(",")).mapToDouble(AdaptationFacts::number).toArray();
  }

  private static double[] diagonal(List<String> rows) {
    double[] diagonal = new double[rows.size()];
    for (int i = 0; i < diagonal.length; i++) {
      String[] row = rows.get(i).split(",");
      diagonal[i] = i < row.length ? number(row[i]) : Double.NaN;
    }
    return diagonal;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.trim());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
