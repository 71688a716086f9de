package org.stanj.runtime.hmc;

import java.util.function.DoubleSupplier;

/** M = I. */
public final class UnitMetric implements Metric {
  @Override
  public MetricForm form() {
    return MetricForm.UNIT_E;
  }

  @Override
  public void velocity(double[] p, double[] velocity) {
    System.arraycopy(p, 0, velocity, 0, p.length);
  }

  @Override
  public double kineticEnergy(double[] p) {
    double sum = 0;
    for (double x : p) {
      sum += x * x;
    }
    return 0.5 * sum;
  }

  @Override
  public void drawMomentum(double[] p, DoubleSupplier standardNormal) {
    for (int i = 0; i < p.length; i++) {
      p[i] = standardNormal.getAsDouble();
    }
  }

  @Override
  public double[] inverse() {
    return new double[0];
  }
}
