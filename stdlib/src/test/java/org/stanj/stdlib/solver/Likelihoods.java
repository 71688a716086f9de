package org.stanj.stdlib.solver;

import java.util.stream.IntStream;
import org.stanj.stdlib.solver.JetLikelihood.Formula;

/** Log likelihoods for tests. */
final class Likelihoods {
  private static final double[] LOG_FACTORIALS =
      IntStream.range(0, 20).mapToDouble(Likelihoods::logFactorial).toArray();

  private Likelihoods() {}

  private static double logFactorial(int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(Math::log).sum();
  }

  /** Independent normals with means θ and scales η. */
  static Formula gauss(double... y) {
    return (theta, eta) -> {
      Jet sum = Jet.of(-0.5 * y.length * Math.log(2 * Math.PI));
      for (int i = 0; i < y.length; i++) {
        Jet z = theta[i].times(-1).plus(y[i]).over(eta[i]);
        sum = sum.plus(z.times(z).times(-0.5)).minus(eta[i].log());
      }
      return sum;
    };
  }

  /**
   * Counts with log rates θ + η: those of one group count together.
   *
   * @param group of each count, from 1
   */
  static Formula poissonLog(int[] y, int[] group) {
    return (theta, eta) -> {
      int[] counts = new int[theta.length];
      int[] sizes = new int[theta.length];
      for (int i = 0; i < y.length; i++) {
        counts[group[i] - 1] += y[i];
        sizes[group[i] - 1]++;
      }
      Jet sum = Jet.of(0);
      for (int i = 0; i < theta.length; i++) {
        Jet rate = theta[i].plus(eta[i]);
        sum =
            sum.plus(rate.times(counts[i]))
                .minus(rate.exp().times(sizes[i]))
                .plus(-LOG_FACTORIALS[counts[i]]);
      }
      return sum;
    };
  }

  /** Successes out of so many trials, with log odds θ + η. */
  static Formula bernoulliLogit(int[] y, int[] trials) {
    return (theta, eta) -> {
      Jet sum = Jet.of(0);
      for (int i = 0; i < theta.length; i++) {
        Jet logit = theta[i].plus(eta[i]);
        sum = sum.plus(logit.times(y[i])).minus(logit.log1pExp().times(trials[i]));
      }
      return sum;
    };
  }

  /** Counts with log means θ + (η₂, ...) and precision η₁. */
  static Formula negBinomial2Log(int[] y, int[] group) {
    return (theta, eta) -> {
      Jet precision = eta[0];
      Jet sum = Jet.of(0);
      for (int i = 0; i < y.length; i++) {
        Jet logMean = theta[group[i] - 1].plus(eta[group[i]]);
        Jet logSum = logMean.exp().plus(precision).log();
        for (int k = 0; k < y[i]; k++) {
          sum = sum.plus(precision.plus(k).log());
        }
        sum =
            sum.plus(-LOG_FACTORIALS[y[i]])
                .plus(logMean.minus(logSum).times(y[i]))
                .plus(precision.times(precision.log().minus(logSum)));
      }
      return sum;
    };
  }

  /** Pairs of a count and a success, both of which depend on two elements of θ. */
  static Formula pairs(int[] y, int[] z) {
    return (theta, eta) -> {
      Jet sum = Jet.of(0);
      for (int i = 0; i < y.length; i++) {
        Jet rate = theta[2 * i].plus(eta[0].times(theta[2 * i + 1]));
        Jet logit = theta[2 * i + 1].minus(eta[1].times(theta[2 * i]));
        sum = sum.plus(rate.times(y[i])).minus(rate.exp()).plus(-LOG_FACTORIALS[y[i]]);
        sum = sum.plus(logit.times(z[i])).minus(logit.log1pExp());
      }
      return sum;
    };
  }

  /** Normals with means and log scales in θ: not log-concave. */
  static Formula heteroscedastic(double... y) {
    return (theta, eta) -> {
      Jet sum = Jet.of(0);
      for (int i = 0; i < y.length; i++) {
        Jet logScale = theta[2 * i + 1].plus(eta[0]);
        Jet z = theta[2 * i].times(-1).plus(y[i]).times(logScale.times(-1).exp());
        sum = sum.plus(z.times(z).times(-0.5)).minus(logScale);
      }
      return sum;
    };
  }

  /** Counts of categories with log weights ηθ: one block, singular. */
  static Formula categories(double... y) {
    return (theta, eta) -> {
      Jet total = Jet.of(0);
      Jet sum = Jet.of(0);
      double n = 0;
      for (int i = 0; i < y.length; i++) {
        Jet x = theta[i].times(eta[0]);
        total = total.plus(x.exp());
        sum = sum.plus(x.times(y[i]));
        n += y[i];
      }
      return sum.minus(total.log().times(n));
    };
  }

  /** Student's t with 4 degrees of freedom and scale η, up to a constant: not log-concave. */
  static Formula student(double... y) {
    return (theta, eta) -> {
      Jet sum = Jet.of(0);
      for (int i = 0; i < y.length; i++) {
        Jet z = theta[i].times(-1).plus(y[i]).over(eta[0]);
        sum = sum.plus(z.times(z).times(0.25).plus(1).log().times(-2.5)).minus(eta[0].log());
      }
      return sum;
    };
  }
}
