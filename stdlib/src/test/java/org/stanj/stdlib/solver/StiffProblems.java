package org.stanj.stdlib.solver;

/** Test problems with known solutions. */
final class StiffProblems {
  private StiffProblems() {}

  /** Robertson's kinetics; theta: the three rates. */
  static MatrixCallback robertson(boolean traced) {
    return new MatrixCallback(3, traced, 0.04, 1e4, 3e7) {
      @Override
      void evaluate(double[] x, double[] out) {
        out[0] = -theta[0] * x[1] + theta[1] * x[2] * x[3];
        out[2] = theta[2] * x[2] * x[2];
        out[1] = -out[0] - out[2];
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        robertsonRows(x, theta, 4, d);
        for (int j = 0; j < 7; j++) {
          d[1][j] = -d[0][j] - d[2][j];
        }
      }
    };
  }

  private static void robertsonRows(double[] x, double[] theta, int active, double[][] d) {
    d[0][1] = -theta[0];
    d[0][2] = theta[1] * x[3];
    d[0][3] = theta[1] * x[2];
    d[2][2] = 2 * theta[2] * x[2];
    d[0][active] = -x[1];
    d[0][active + 1] = x[2] * x[3];
    d[2][active + 2] = x[2] * x[2];
  }

  /** The same with the sum of all states in place of the third equation. */
  static MatrixCallback robertsonDae(boolean traced) {
    return new MatrixCallback(3, traced, 0.04, 1e4, 3e7) {
      @Override
      void evaluate(double[] x, double[] out) {
        double first = -theta[0] * x[1] + theta[1] * x[2] * x[3];
        out[0] = x[4] - first;
        out[1] = x[5] + first + theta[2] * x[2] * x[2];
        out[2] = x[1] + x[2] + x[3] - 1;
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        robertsonRows(x, theta, 7, d);
        for (int j = 0; j < 10; j++) {
          d[1][j] = d[0][j] + d[2][j];
          d[0][j] = -d[0][j];
          d[2][j] = 0;
        }
        d[0][4] = 1;
        d[1][5] = 1;
        d[2][1] = 1;
        d[2][2] = 1;
        d[2][3] = 1;
      }
    };
  }

  /** van der Pol's oscillator, theta: mu. */
  static MatrixCallback vanDerPol(double mu, boolean traced) {
    return new MatrixCallback(2, traced, mu) {
      @Override
      void evaluate(double[] x, double[] out) {
        out[0] = x[2];
        out[1] = theta[0] * (1 - x[1] * x[1]) * x[2] - x[1];
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        d[0][2] = 1;
        d[1][1] = -2 * theta[0] * x[1] * x[2] - 1;
        d[1][2] = theta[0] * (1 - x[1] * x[1]);
        d[1][3] = (1 - x[1] * x[1]) * x[2];
      }
    };
  }

  /** The high irradiance response of photomorphogenesis (Hairer & Wanner II, section IV.10). */
  static MatrixCallback hires(boolean traced) {
    return new MatrixCallback(8, traced, 1.71, 280) {
      @Override
      void evaluate(double[] x, double[] out) {
        double a = theta[0];
        double b = theta[1] * x[6] * x[8];
        out[0] = -a * x[1] + 0.43 * x[2] + 8.32 * x[3] + 0.0007;
        out[1] = a * x[1] - 8.75 * x[2];
        out[2] = -10.03 * x[3] + 0.43 * x[4] + 0.035 * x[5];
        out[3] = 8.32 * x[2] + a * x[3] - 1.12 * x[4];
        out[4] = -1.745 * x[5] + 0.43 * x[6] + 0.43 * x[7];
        out[5] = -b + 0.69 * x[4] + a * x[5] - 0.43 * x[6] + 0.69 * x[7];
        out[6] = b - 1.81 * x[7];
        out[7] = -b + 1.81 * x[7];
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        set(d[0], 1, -theta[0], 2, 0.43, 3, 8.32, 9, -x[1]);
        set(d[1], 1, theta[0], 2, -8.75, 9, x[1]);
        set(d[2], 3, -10.03, 4, 0.43, 5, 0.035);
        set(d[3], 2, 8.32, 3, theta[0], 4, -1.12, 9, x[3]);
        set(d[4], 5, -1.745, 6, 0.43, 7, 0.43);
        double by6 = theta[1] * x[8];
        double by8 = theta[1] * x[6];
        double byRate = x[6] * x[8];
        set(d[5], 4, 0.69, 5, theta[0], 6, -by6 - 0.43, 7, 0.69, 8, -by8, 9, x[5], 10, -byRate);
        set(d[6], 6, by6, 7, -1.81, 8, by8, 10, byRate);
        set(d[7], 6, -by6, 7, 1.81, 8, -by8, 10, -byRate);
      }
    };
  }

  private static void set(double[] row, double... pairs) {
    for (int k = 0; k < pairs.length; k += 2) {
      row[(int) pairs[k]] = pairs[k + 1];
    }
  }

  /** Lotka and Volterra's predator and prey. */
  static MatrixCallback lotkaVolterra(boolean traced) {
    return new MatrixCallback(2, traced, 1.5, 1, 3, 1) {
      @Override
      void evaluate(double[] x, double[] out) {
        out[0] = x[1] * (theta[0] - theta[1] * x[2]);
        out[1] = x[2] * (theta[3] * x[1] - theta[2]);
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        set(d[0], 1, theta[0] - theta[1] * x[2], 2, -theta[1] * x[1], 3, x[1], 4, -x[1] * x[2]);
        set(d[1], 1, theta[3] * x[2], 2, theta[3] * x[1] - theta[2], 5, -x[2], 6, x[1] * x[2]);
      }
    };
  }

  /** Kepler's problem, theta: the mass. */
  static MatrixCallback kepler(boolean traced) {
    return new MatrixCallback(4, traced, 1) {
      @Override
      void evaluate(double[] x, double[] out) {
        double cube = Math.pow(x[1] * x[1] + x[2] * x[2], 1.5);
        out[0] = x[3];
        out[1] = x[4];
        out[2] = -theta[0] * x[1] / cube;
        out[3] = -theta[0] * x[2] / cube;
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        double square = x[1] * x[1] + x[2] * x[2];
        double cube = Math.pow(square, 1.5);
        d[0][3] = 1;
        d[1][4] = 1;
        for (int i = 0; i < 2; i++) {
          d[2 + i][5] = -x[1 + i] / cube;
          for (int j = 0; j < 2; j++) {
            double unit = i == j ? 1 : 0;
            d[2 + i][1 + j] = theta[0] * (3 * x[1 + i] * x[1 + j] / square - unit) / cube;
          }
        }
      }
    };
  }

  /** Diffusion with logistic growth, theta: diffusivity and rate; the method of lines. */
  static MatrixCallback diffusion(int n, boolean traced) {
    return new MatrixCallback(n, traced, 1, 1) {
      @Override
      void evaluate(double[] x, double[] out) {
        for (int i = 1; i <= n; i++) {
          out[i - 1] = theta[0] * laplacian(x, i) + theta[1] * x[i] * (1 - x[i]);
        }
      }

      private double laplacian(double[] x, int i) {
        double left = i > 1 ? x[i - 1] : 0;
        double right = i < n ? x[i + 1] : 0;
        return (left - 2 * x[i] + right) * (n + 1) * (n + 1);
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        double k = theta[0] * (n + 1) * (n + 1);
        for (int i = 1; i <= n; i++) {
          double[] row = d[i - 1];
          row[i] = -2 * k + theta[1] * (1 - 2 * x[i]);
          if (i > 1) {
            row[i - 1] = k;
          }
          if (i < n) {
            row[i + 1] = k;
          }
          row[n + 1] = laplacian(x, i);
          row[n + 2] = x[i] * (1 - x[i]);
        }
      }
    };
  }

  static double[] diffusionStart(int n) {
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double x = (i + 1) / (n + 1.0);
      y[i] = Math.sin(Math.PI * x) + 0.3 * Math.sin(7 * Math.PI * x);
    }
    return y;
  }

  /** r y (1 - y / c) for each state; theta: r, c. */
  static MatrixCallback logistic(double r, double c, int n, boolean traced) {
    return new MatrixCallback(n, traced, r, c) {
      @Override
      void evaluate(double[] x, double[] out) {
        for (int i = 0; i < n; i++) {
          out[i] = theta[0] * x[1 + i] * (1 - x[1 + i] / theta[1]);
        }
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        for (int i = 0; i < n; i++) {
          double y = x[1 + i];
          d[i][1 + i] = theta[0] * (1 - 2 * y / theta[1]);
          d[i][1 + n] = y * (1 - y / theta[1]);
          d[i][2 + n] = theta[0] * y * y / (theta[1] * theta[1]);
        }
      }
    };
  }

  /** Fast exchange A <-> B and a slow reaction B -> C; theta: the slow rate. */
  static MatrixCallback reaction(double slow, double there, double back) {
    return new MatrixCallback(3, true, slow) {
      @Override
      void evaluate(double[] x, double[] out) {
        double exchange = there * x[1] - back * x[2];
        out[0] = -exchange;
        out[1] = exchange - theta[0] * x[2];
        out[2] = theta[0] * x[2];
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        set(d[0], 1, -there, 2, back);
        set(d[1], 1, there, 2, -back - theta[0], 4, -x[2]);
        set(d[2], 2, theta[0], 4, x[2]);
      }
    };
  }

  /** A pendulum of unit length in x, y, u, v and the tension; theta: gravity. */
  static MatrixCallback pendulum(boolean traced) {
    return new MatrixCallback(5, traced, 9.81) {
      @Override
      void evaluate(double[] x, double[] out) {
        out[0] = x[6] - x[3];
        out[1] = x[7] - x[4];
        out[2] = x[8] + x[5] * x[1];
        out[3] = x[9] + x[5] * x[2] + theta[0];
        double square = x[1] * x[1] + x[2] * x[2];
        out[4] = x[3] * x[3] + x[4] * x[4] - theta[0] * x[2] - x[5] * square;
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        set(d[0], 6, 1, 3, -1);
        set(d[1], 7, 1, 4, -1);
        set(d[2], 8, 1, 1, x[5], 5, x[1]);
        set(d[3], 9, 1, 2, x[5], 5, x[2], 11, 1);
        double byY = -theta[0] - 2 * x[5] * x[2];
        double square = x[1] * x[1] + x[2] * x[2];
        set(d[4], 1, -2 * x[5] * x[1], 2, byY, 3, 2 * x[3], 4, 2 * x[4], 5, -square, 11, -x[2]);
      }
    };
  }
}
