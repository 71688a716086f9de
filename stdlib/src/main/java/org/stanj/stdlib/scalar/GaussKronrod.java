package org.stanj.stdlib.scalar;

import java.util.Arrays;

/**
 * Integrals of several functions over one interval: the Gauss and Kronrod rule of 15 points, the
 * interval with the largest error halved until all are good enough. Source: Piessens and others,
 * QUADPACK (1983), QAG; the error estimate is its too.
 */
final class GaussKronrod {
  private static final double[] NODES = {
    0.991455371120812639206854697526329,
    0.949107912342758524526189684047851,
    0.864864423359769072789712788640926,
    0.741531185599394439863864773280788,
    0.586087235467691130294144691693013,
    0.405845151377397166906606412076961,
    0.207784955007898467600689403773245,
    0
  };
  private static final double[] KRONROD = {
    0.022935322010529224963732008058970,
    0.063092092629978553290700663189204,
    0.104790010322250183839876322541518,
    0.140653259715525918745189590510238,
    0.169004726639267902826583426598550,
    0.190350578064785409913256402421014,
    0.204432940075298892414161999234649,
    0.209482141084727828012999174891714
  };
  private static final double[] GAUSS = {
    0,
    0.129484966168869693270611432679082,
    0,
    0.279705391489276667901467771423780,
    0,
    0.381830050505118944950369775488975,
    0,
    0.417959183673469387755102040816327
  };

  /** Functions of one variable. */
  interface Functions {
    /** Fills {@code values} with all functions at x. */
    void at(double x, double[] values);
  }

  private final Functions functions;
  private final int count;
  private final double[] values;
  private final double[] opposite;

  /**
   * Of an interval: its ends, and for each function the integral, its error, the integral of |f|.
   */
  private static final class Part {
    private final double from;
    private final double to;
    private final double[] integral;
    private final double[] error;
    private final double[] size;

    Part(double from, double to, int count) {
      this.from = from;
      this.to = to;
      integral = new double[count];
      error = new double[count];
      size = new double[count];
    }
  }

  private GaussKronrod(Functions functions, int count) {
    this.functions = functions;
    this.count = count;
    values = new double[count];
    opposite = new double[count];
  }

  /**
   * The integrals of {@code count} functions from {@code from} to {@code to}.
   *
   * @param tolerance of each, relative to the integral of its absolute value
   * @param parts the largest number of intervals, with which it ends in any case
   */
  static double[] integrate(
      Functions functions, int count, double from, double to, double tolerance, int parts) {
    return new GaussKronrod(functions, count).integrate(from, to, tolerance, parts);
  }

  private double[] integrate(double from, double to, double tolerance, int limit) {
    Part[] parts = new Part[limit];
    parts[0] = part(from, to);
    int used = 1;
    while (used < limit) {
      int worst = worst(parts, used, tolerance);
      if (worst < 0) {
        break;
      }
      Part half = parts[worst];
      double middle = 0.5 * (half.from + half.to);
      parts[worst] = part(half.from, middle);
      parts[used++] = part(middle, half.to);
    }
    double[] total = new double[count];
    for (int p = 0; p < used; p++) {
      for (int i = 0; i < count; i++) {
        total[i] += parts[p].integral[i];
      }
    }
    return total;
  }

  /** The part with the largest error of a function that is not good enough yet; -1 if all are. */
  private int worst(Part[] parts, int used, double tolerance) {
    int worst = -1;
    double largest = 0;
    for (int i = 0; i < count; i++) {
      double error = 0;
      double size = 0;
      for (int p = 0; p < used; p++) {
        error += parts[p].error[i];
        size += parts[p].size[i];
      }
      if (!(error > tolerance * size)) {
        continue;
      }
      for (int p = 0; p < used; p++) {
        double share = parts[p].error[i] / size;
        if (share > largest) {
          largest = share;
          worst = p;
        }
      }
    }
    return worst;
  }

  private Part part(double from, double to) {
    Part part = new Part(from, to, count);
    double centre = 0.5 * (from + to);
    double half = 0.5 * (to - from);
    double[] gauss = new double[count];
    for (int k = 0; k < NODES.length; k++) {
      functions.at(centre - half * NODES[k], values);
      if (NODES[k] == 0) {
        Arrays.fill(opposite, 0);
      } else {
        functions.at(centre + half * NODES[k], opposite);
      }
      for (int i = 0; i < count; i++) {
        double pair = values[i] + opposite[i];
        part.integral[i] += half * KRONROD[k] * pair;
        gauss[i] += half * GAUSS[k] * pair;
        part.size[i] += half * KRONROD[k] * (Math.abs(values[i]) + Math.abs(opposite[i]));
      }
    }
    for (int i = 0; i < count; i++) {
      double difference = 200 * Math.abs(part.integral[i] - gauss[i]) / part.size[i];
      part.error[i] = part.size[i] == 0 ? 0 : part.size[i] * Math.min(1, Math.pow(difference, 1.5));
    }
    return part;
  }
}
