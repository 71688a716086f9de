package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.stanj.stdlib.abi.Callback;

/** A right-hand side with hand-written derivatives that counts its calls; all parameters active. */
abstract class OdeSystem implements Callback {
  final double[] p;
  boolean traced = true;
  long values;
  long products;

  OdeSystem(double... parameters) {
    p = parameters;
  }

  @Override
  public int activeLength() {
    return p.length;
  }

  @Override
  public boolean traced() {
    return traced;
  }

  abstract void slope(double t, double[] lead, double[] out);

  /** Adds to {@code dLead} and, from {@code at} on, to {@code dp}, which has room in any case. */
  abstract void product(double[] lead, double[] d, double[] dLead, double[] dp, int at);

  @Override
  public void value(double[] lead, double[] out) {
    values++;
    slope(lead[0], lead, out);
  }

  @Override
  public void vjp(double[] lead, double[] dOut, double[] dLead, double[] dActive, int at) {
    products++;
    boolean wanted = dActive != null;
    product(lead, dOut, dLead, wanted ? dActive : new double[p.length], wanted ? at : 0);
  }

  OdeSystem with(int parameter, double value) {
    double[] q = p.clone();
    q[parameter] = value;
    return copy(q);
  }

  abstract OdeSystem copy(double[] parameters);

  /** u′ = (α − β v) u, v′ = (−γ + δ u) v. */
  static final class LotkaVolterra extends OdeSystem {
    LotkaVolterra(double... parameters) {
      super(parameters);
    }

    @Override
    void slope(double t, double[] y, double[] out) {
      out[0] = (p[0] - p[1] * y[2]) * y[1];
      out[1] = (-p[2] + p[3] * y[1]) * y[2];
    }

    @Override
    void product(double[] y, double[] d, double[] dLead, double[] dp, int at) {
      dLead[1] += d[0] * (p[0] - p[1] * y[2]) + d[1] * p[3] * y[2];
      dLead[2] += -d[0] * p[1] * y[1] + d[1] * (-p[2] + p[3] * y[1]);
      dp[at] += d[0] * y[1];
      dp[at + 1] -= d[0] * y[2] * y[1];
      dp[at + 2] -= d[1] * y[2];
      dp[at + 3] += d[1] * y[1] * y[2];
    }

    @Override
    OdeSystem copy(double[] parameters) {
      return new LotkaVolterra(parameters);
    }
  }

  /** A driven van der Pol oscillator: x′ = v, v′ = (1 − x²) v μ − x + t a. */
  static final class VanDerPol extends OdeSystem {
    VanDerPol(double... parameters) {
      super(parameters);
    }

    @Override
    void slope(double t, double[] y, double[] out) {
      out[0] = y[2];
      out[1] = (1 - y[1] * y[1]) * y[2] * p[0] - y[1] + t * p[1];
    }

    @Override
    void product(double[] y, double[] d, double[] dLead, double[] dp, int at) {
      dLead[0] += d[1] * p[1];
      dLead[1] += d[1] * (-2 * y[1] * y[2] * p[0] - 1);
      dLead[2] += d[0] + d[1] * (1 - y[1] * y[1]) * p[0];
      dp[at] += d[1] * (1 - y[1] * y[1]) * y[2];
      dp[at + 1] += d[1] * y[0];
    }

    @Override
    OdeSystem copy(double[] parameters) {
      return new VanDerPol(parameters);
    }
  }

  /** x″ = −ω² x as a system. */
  static final class Oscillator extends OdeSystem {
    Oscillator(double... parameters) {
      super(parameters);
    }

    @Override
    void slope(double t, double[] y, double[] out) {
      out[0] = y[2];
      out[1] = -p[0] * p[0] * y[1];
    }

    @Override
    void product(double[] y, double[] d, double[] dLead, double[] dp, int at) {
      dLead[1] -= d[1] * p[0] * p[0];
      dLead[2] += d[0];
      dp[at] -= 2 * p[0] * y[1] * d[1];
    }

    @Override
    OdeSystem copy(double[] parameters) {
      return new Oscillator(parameters);
    }
  }

  /** y′ = r y (1 − y / K). */
  static final class Logistic extends OdeSystem {
    Logistic(double... parameters) {
      super(parameters);
    }

    @Override
    void slope(double t, double[] y, double[] out) {
      out[0] = p[0] * y[1] * (1 - y[1] / p[1]);
    }

    @Override
    void product(double[] y, double[] d, double[] dLead, double[] dp, int at) {
      dLead[1] += d[0] * p[0] * (1 - 2 * y[1] / p[1]);
      dp[at] += d[0] * y[1] * (1 - y[1] / p[1]);
      dp[at + 1] += d[0] * p[0] * y[1] * y[1] / (p[1] * p[1]);
    }

    @Override
    OdeSystem copy(double[] parameters) {
      return new Logistic(parameters);
    }
  }

  /** A right-hand side without parameters whose derivative is not asked for. */
  static OdeSystem of(Slope slope) {
    OdeSystem system =
        new OdeSystem() {
          @Override
          void slope(double t, double[] lead, double[] out) {
            slope.set(t, lead, out);
          }

          @Override
          void product(double[] lead, double[] d, double[] dLead, double[] dp, int at) {
            throw new AssertionError("no derivative of this system");
          }

          @Override
          OdeSystem copy(double[] parameters) {
            return of(slope);
          }
        };
    system.traced = false;
    return system;
  }

  /** Sets {@code out} to the slope at (t, lead₁ …). */
  interface Slope {
    void set(double t, double[] lead, double[] out);
  }

  /** One of the two kernels with its adjoint. */
  enum Solver {
    RK45,
    CKRK;

    double[] solve(
        OdeSystem f, double[] y0, double[] times, Limits limits, String name, double[] out) {
      int n = y0.length;
      int rows = times.length - 1;
      double rel = limits.relTol;
      double abs = limits.absTol;
      int most = limits.maxSteps;
      return this == RK45
          ? RungeKutta.rk45(f, y0, 0, n, times, 0, rows + 1, rel, abs, most, name, out, 0, rows, n)
          : RungeKutta.ckrk(f, y0, 0, n, times, 0, rows + 1, rel, abs, most, name, out, 0, rows, n);
    }

    double[] solve(OdeSystem f, double[] y0, double[] times, Limits limits) {
      double[] out = new double[y0.length * (times.length - 1)];
      solve(f, y0, times, limits, name(), out);
      return out;
    }

    /**
     * The adjoint of a solution. The trace is moved away from index 0.
     *
     * @param d takes the adjoints of states, times, parameters, one after the other
     * @param wanted which of the three are asked for
     */
    void adjoint(
        OdeSystem f,
        double[] y0,
        double[] times,
        Limits limits,
        double[] out,
        double[] trace,
        double[] dOut,
        double[] d,
        boolean... wanted) {
      double[] shifted = new double[trace.length + 3];
      System.arraycopy(trace, 0, shifted, 3, trace.length);
      Adjoint kernel = this == RK45 ? RungeKutta::rk45Adjoint : RungeKutta::ckrkAdjoint;
      int n = y0.length;
      int count = times.length;
      kernel.add(
          f,
          y0,
          0,
          n,
          times,
          0,
          count,
          limits.relTol,
          limits.absTol,
          limits.maxSteps,
          name(),
          out,
          0,
          count - 1,
          n,
          shifted,
          3,
          trace.length,
          wanted[0] ? d : null,
          0,
          wanted[1] ? d : null,
          n,
          dOut,
          0,
          wanted[2] ? d : null,
          n + count);
    }

    /** All adjoints, added to ones that are taken off again. */
    Gradient gradient(OdeSystem f, double[] y0, double[] times, Limits limits, double[] dOut) {
      int n = y0.length;
      int count = times.length;
      double[] out = new double[n * (count - 1)];
      double[] trace = solve(f, y0, times, limits, name(), out);
      double[] d = new double[n + count + f.p.length];
      Arrays.fill(d, 1);
      adjoint(f, y0, times, limits, out, trace, dOut, d, true, true, true);
      Arrays.setAll(d, i -> d[i] - 1);
      return new Gradient(
          out,
          Arrays.copyOfRange(d, 0, n),
          Arrays.copyOfRange(d, n, n + count),
          Arrays.copyOfRange(d, n + count, d.length));
    }
  }

  /** Either adjoint kernel. */
  interface Adjoint {
    void add(
        Callback f,
        double[] y0,
        int y0At,
        int n,
        double[] times,
        int timesAt,
        int count,
        double relTol,
        double absTol,
        int maxSteps,
        String name,
        double[] out,
        int outAt,
        int rows,
        int cols,
        double[] trace,
        int traceAt,
        int traceLength,
        double[] dY0,
        int dY0At,
        double[] dTimes,
        int dTimesAt,
        double[] dOut,
        int dOutAt,
        double[] dActive,
        int dActiveAt);
  }

  /** Tolerances of a solution. */
  record Limits(double relTol, double absTol, int maxSteps) {}

  /** A solution, and the adjoints of initial state, times and parameters. */
  record Gradient(double[] out, double[] dY0, double[] dTimes, double[] dParameters) {}
}
