package org.stanj.runtime.chains;

import java.util.List;
import java.util.stream.IntStream;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/**
 * Models written by hand: real parameters on the whole line or above zero, a density with its
 * gradient, and one generated quantity, a uniform number.
 */
abstract class HandWritten implements Model {
  private final boolean[] positive;

  /**
   * @param positive for each parameter whether it is constrained to be positive
   */
  HandWritten(boolean... positive) {
    this.positive = positive;
  }

  /** log density of the constrained parameters {@code x}; adds its derivatives by them. */
  abstract double density(double[] x, double[] derivatives);

  @Override
  public int unconstrainedSize() {
    return positive.length;
  }

  @Override
  public Scratch newScratch() {
    return new Scratch(0, 0);
  }

  @Override
  public double logDensity(double[] q, int flags, Scratch scratch) {
    return gradient(q, new double[q.length], flags, scratch);
  }

  @Override
  public double gradient(double[] q, double[] gradient, int flags, Scratch scratch) {
    int n = q.length;
    double[] x = new double[n];
    double[] derivatives = new double[n];
    double jacobian = 0;
    for (int i = 0; i < n; i++) {
      x[i] = positive[i] ? Math.exp(q[i]) : q[i];
      jacobian += positive[i] ? q[i] : 0;
    }
    double value = density(x, derivatives);
    boolean adjusts = (flags & JACOBIAN) != 0;
    for (int i = 0; i < n; i++) {
      gradient[i] = positive[i] ? derivatives[i] * x[i] + (adjusts ? 1 : 0) : derivatives[i];
    }
    return value + (adjusts ? jacobian : 0);
  }

  @Override
  public void constrain(
      double[] q,
      double[] out,
      boolean transformedParameters,
      boolean generatedQuantities,
      RandomStream stream,
      Scratch scratch) {
    for (int i = 0; i < q.length; i++) {
      out[i] = positive[i] ? Math.exp(q[i]) : q[i];
    }
    if (generatedQuantities) {
      out[q.length] = stream.nextDouble();
    }
  }

  @Override
  public void unconstrain(DataContext inits, double[] q, Scratch scratch) {
    for (int i = 0; i < q.length; i++) {
      String name = "x" + (i + 1);
      if (!inits.contains(name)) {
        continue;
      }
      double[] value = new double[1];
      DataContext.Request request = new DataContext.Request("initialization", name, "");
      inits.readReals(request, value, 0, new int[0], false);
      if (positive[i] && value[0] <= 0) {
        throw RejectException.domain(name + " is " + value[0] + ", but must be positive!");
      }
      q[i] = positive[i] ? Math.log(value[0]) : value[0];
    }
  }

  @Override
  public void generate(double[] parameters, double[] out, RandomStream stream, Scratch scratch) {
    System.arraycopy(parameters, 0, out, 0, parameters.length);
    out[parameters.length] = stream.nextDouble();
  }

  @Override
  public List<Variable> variables() {
    return IntStream.rangeClosed(1, positive.length + 1)
        .mapToObj(
            i ->
                i <= positive.length
                    ? real("x" + i, Variable.Block.PARAMETERS)
                    : real("u", Variable.Block.GENERATED_QUANTITIES))
        .toList();
  }

  private static Variable real(String name, Variable.Block block) {
    return new Variable(name, block, Variable.Form.REAL, List.of(), List.of(), List.of());
  }

  /** x ~ exponential(2). */
  static class Exponential extends HandWritten {
    Exponential() {
      super(true);
    }

    @Override
    double density(double[] x, double[] derivatives) {
      derivatives[0] = -2;
      return -2 * x[0];
    }
  }

  /** x ~ gamma(3, 2). */
  static class Gamma extends HandWritten {
    Gamma() {
      super(true);
    }

    @Override
    double density(double[] x, double[] derivatives) {
      derivatives[0] = 2 / x[0] - 2;
      return 2 * Math.log(x[0]) - 2 * x[0];
    }
  }

  /** The same with the log Jacobian forgotten, which makes it gamma(2, 2). */
  static final class GammaWithoutJacobian extends Gamma {
    @Override
    public double gradient(double[] q, double[] gradient, int flags, Scratch scratch) {
      return super.gradient(q, gradient, flags & ~JACOBIAN, scratch);
    }
  }

  /** (x1, x2) normal with means (1, −2), sds (1, 3) and the given correlation. */
  static final class CorrelatedNormal extends HandWritten {
    private final double correlation;

    CorrelatedNormal(double correlation) {
      super(false, false);
      this.correlation = correlation;
    }

    @Override
    double density(double[] x, double[] derivatives) {
      double a = x[0] - 1;
      double b = (x[1] + 2) / 3;
      double scale = 1 / (1 - correlation * correlation);
      derivatives[0] = -scale * (a - correlation * b);
      derivatives[1] = -scale * (b - correlation * a) / 3;
      return -0.5 * scale * (a * a - 2 * correlation * a * b + b * b);
    }
  }

  /** x1 ~ normal(0, 1), x2 ~ normal(0, exp(x1 / 2)): a mild funnel. */
  static final class Funnel extends HandWritten {
    Funnel() {
      super(false, false);
    }

    @Override
    double density(double[] x, double[] derivatives) {
      double precision = Math.exp(-x[0]);
      double square = x[1] * x[1] * precision;
      derivatives[0] = -x[0] - 0.5 + 0.5 * square;
      derivatives[1] = -x[1] * precision;
      return -0.5 * (x[0] * x[0] + x[0] + square);
    }
  }
}
