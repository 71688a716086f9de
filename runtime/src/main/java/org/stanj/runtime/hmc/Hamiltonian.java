package org.stanj.runtime.hmc;

import java.util.function.DoubleSupplier;
import org.stanj.stdlib.abi.RejectException;

/**
 * H(q, p) = ½ pᵀM⁻¹p − log π(q), and its leapfrog steps. Where a point is outside the domain of the
 * program, the potential is infinite; all other failures end the run.
 */
final class Hamiltonian {
  private final Density density;
  private final ProposalLog log;
  private final double[] velocity;
  private Metric metric;

  Hamiltonian(Density density, Metric metric, int n, ProposalLog log) {
    this.density = density;
    this.metric = metric;
    this.log = log;
    this.velocity = new double[n];
  }

  Metric metric() {
    return metric;
  }

  void replaceMetric(Metric next) {
    metric = next;
  }

  /** Sets density and gradient of the point from its position. */
  void evaluate(PhasePoint z) {
    try {
      z.logDensity = density.evaluate(z.q, z.gradient);
    } catch (RejectException e) {
      if (e.kind() != RejectException.Kind.DOMAIN) {
        throw e;
      }
      log.rejected(e);
      z.logDensity = Double.NEGATIVE_INFINITY;
    }
  }

  void drawMomentum(PhasePoint z, DoubleSupplier standardNormal) {
    metric.drawMomentum(z.p, standardNormal);
  }

  /** H in nats; +∞ instead of NaN. */
  double energy(PhasePoint z) {
    double h = metric.kineticEnergy(z.p) - z.logDensity;
    return Double.isNaN(h) ? Double.POSITIVE_INFINITY : h;
  }

  /** One leapfrog step of size ε; a negative ε goes back in time. */
  void leapfrog(PhasePoint z, double stepSize) {
    kick(z, 0.5 * stepSize);
    metric.velocity(z.p, velocity);
    double[] q = z.q;
    for (int i = 0; i < q.length; i++) {
      q[i] += stepSize * velocity[i];
    }
    evaluate(z);
    kick(z, 0.5 * stepSize);
  }

  private static void kick(PhasePoint z, double time) {
    double[] p = z.p;
    double[] gradient = z.gradient;
    for (int i = 0; i < p.length; i++) {
      p[i] += time * gradient[i];
    }
  }
}
