package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.stdlib.solver.OdeSystem.Gradient;
import org.stanj.stdlib.solver.OdeSystem.Limits;
import org.stanj.stdlib.solver.OdeSystem.Logistic;
import org.stanj.stdlib.solver.OdeSystem.LotkaVolterra;
import org.stanj.stdlib.solver.OdeSystem.Solver;

/**
 * Log densities and gradients of two programs as Stan 2.39 gives them, with the right-hand sides
 * written by hand. Stan's steps follow the errors of the sensitivities as well, so that figures
 * with gradients agree to the tolerance of the solver only.
 */
final class RungeKuttaDensityTest {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
  private static final double[] TIMES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  private static final double[] INITIAL = {31.2, 6.8};
  private static final double[] OBSERVED = {
    47.3836, 5.7061, 105.3324, 14.8802, 68.5883, 29.7128, 34.1957, 49.1785, 18.2793, 33.0544,
    14.7675, 26.0754, 13.1451, 12.3837, 14.2104, 7.4442, 25.0298, 6.1664, 41.1075, 5.0466, 57.5029,
    7.763, 57.2111, 18.3449
  };

  /** The point is log (α, β, γ, δ, z₀, σ). */
  private record Density(double[] point, double value, double[] gradient) {}

  static Stream<Density> densitiesOfStan() {
    return Stream.of(
        new Density(
            new double[] {
              -0.094572, 0.075848, -0.08097, 0.086933, -0.012119, -0.106508, 0.102157, -0.090017
            },
            -676.3153382047169,
            new double[] {
              56.49109066852539,
              -495.003456556967,
              59.32503073490141,
              -509.058088011723,
              -14.488768148814522,
              -7.045016358733484,
              135.66778548903557,
              113.11172745468325
            }),
        new Density(
            new double[] {
              0.151795, -0.118332, 0.278063, -0.219522, 0.148467, 0.196462, 0.009183, 0.149797
            },
            -456.57155105516466,
            new double[] {
              33.9609738415628,
              -321.23815835673406,
              26.233562433881133,
              -261.60822139159166,
              20.32135660346857,
              0.6353420044247281,
              110.35650271545059,
              45.29116980351278
            }),
        new Density(
            new double[] {
              0.569366, 0.345522, -0.23563, -0.142624, 0.549127, -0.208377, 0.484389, 0.124019
            },
            -693.0367096747834,
            new double[] {
              18.288585433678413,
              -775.6137176217965,
              53.96289951774776,
              -317.96773568431,
              -15.57103627330137,
              20.643215354741553,
              57.85922223490471,
              54.085118047696604
            }));
  }

  /** log p(y | μ, σ) of the log-normal distribution, for log y − μ = r. */
  private static double logNormal(double y, double r, double sigma) {
    double z = r / sigma;
    return -Math.log(y) - Math.log(sigma) - LOG_TWO_PI / 2 - z * z / 2;
  }

  private static double normal(double x, double mu, double sigma) {
    return x + logNormal(Math.exp(x), x - mu, sigma);
  }

  /** Each parameter's prior with its log Jacobian, by the logarithm of the parameter. */
  private static double prior(double[] u, double[] gradient) {
    double sum = 0;
    double[] means = {1, 0.05, 1, 0.05};
    double[] scales = {0.5, 0.05, 0.5, 0.05};
    for (int j = 0; j < 8; j++) {
      double x = Math.exp(u[j]);
      if (j < 4) {
        sum += u[j] + normal(x, means[j], scales[j]);
        gradient[j] = 1 - x * (x - means[j]) / (scales[j] * scales[j]);
      } else {
        double r = u[j] - (j < 6 ? Math.log(10) : -1);
        sum += u[j] + logNormal(x, r, 1);
        gradient[j] = -r;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("densitiesOfStan")
  void predatorAndPreyHaveStansDensity(Density d) {
    double[] x = Arrays.stream(d.point).map(Math::exp).toArray();
    OdeSystem f = new LotkaVolterra(Arrays.copyOf(x, 4));
    double[] z0 = {x[4], x[5]};
    Limits limits = new Limits(1e-6, 1e-6, 1_000_000);
    double[] z = Solver.RK45.solve(f, z0, TIMES, limits);
    double[] gradient = new double[8];
    double value = prior(d.point, gradient);
    double[] dOut = new double[z.length];
    for (int i = -2; i < z.length; i++) {
      int side = (i + 2) % 2;
      double sigma = x[6 + side];
      double at = i < 0 ? z0[side] : z[i];
      double y = i < 0 ? INITIAL[side] : OBSERVED[i];
      double r = Math.log(y) - Math.log(at);
      value += logNormal(y, r, sigma);
      gradient[6 + side] += r * r / (sigma * sigma) - 1;
      if (i < 0) {
        gradient[4 + side] += r / (sigma * sigma);
      } else {
        dOut[i] = r / (sigma * sigma * at);
      }
    }
    Gradient g = Solver.RK45.gradient(f, z0, TIMES, limits, dOut);
    for (int j = 0; j < 6; j++) {
      gradient[j] += x[j] * (j < 4 ? g.dParameters()[j] : g.dY0()[j - 4]);
    }
    assertEquals(d.value, value, 1e-4 * (1 + Math.abs(d.value)));
    for (int j = 0; j < 8; j++) {
      double tolerance = 3e-4 * (1 + Math.abs(d.gradient[j]));
      assertEquals(d.gradient[j], gradient[j], tolerance, "gradient " + j);
    }
  }

  /** Growth from {@code y0} at {@code t0}: by ckrk at t1, and by rk45 from 0 on at 1 and 2.5. */
  private record Growth(
      double r, double cap, double y0, double t0, double t1, double byCkrk, double... path) {}

  static Stream<Growth> growthOfStan() {
    return Stream.of(
        new Growth(
            0.9136095381072347,
            2.192143562821915,
            0.5210198194498095,
            -0.5064338948565872,
            1.7366936276518263,
            1.5512165545187018,
            0.9587717568374501,
            1.652265905760475),
        new Growth(
            0.8921089612451745,
            1.8855016131692843,
            0.41487535420090316,
            -0.4313302066873296,
            1.558492936341435,
            1.1779293247719134,
            0.7687759790966048,
            1.3652600339417083),
        new Growth(
            0.5106044801132839,
            1.9570544429139747,
            0.6321308851481853,
            -0.7468149904786001,
            1.3184196996225301,
            1.1311468968393183,
            0.8667753816818623,
            1.2348960706833227));
  }

  @ParameterizedTest
  @MethodSource("growthOfStan")
  void growthIsThatOfStan(Growth c) {
    OdeSystem f = new Logistic(c.r, c.cap);
    double[] y0 = {c.y0};
    Limits path = new Limits(1e-10, 1e-10, 10_000);
    double[] times = {0, 1, 2.5};
    double[] y = Solver.RK45.solve(f, y0, times, path);
    assertEquals(c.path[0], y[0], 1e-13);
    assertEquals(c.path[1], y[1], 1e-13);
    Limits limits = new Limits(1e-8, 1e-8, 10_000);
    double[] span = {c.t0, c.t1};
    assertEquals(c.byCkrk, Solver.CKRK.solve(f, y0, span, limits)[0], 2e-8);
  }
}
