package org.stanj.runtime.hmc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.stdlib.abi.RejectException;

/** Leapfrog steps and what becomes of rejected points. */
final class HamiltonianTest {
  /** log π = −¼ Σ qᵢ⁴ − ½ q₁ q₂: not quadratic, and coupled. */
  private static double quartic(double[] q, double[] gradient) {
    double sum = -0.5 * q[0] * q[1];
    gradient[0] = -0.5 * q[1];
    gradient[1] = -0.5 * q[0];
    for (int i = 0; i < 2; i++) {
      sum -= 0.25 * Math.pow(q[i], 4);
      gradient[i] -= Math.pow(q[i], 3);
    }
    return sum;
  }

  private static final Metric METRIC = new DiagonalMetric(new double[] {0.5, 2});

  private static PhasePoint start(Hamiltonian hamiltonian) {
    PhasePoint z = new PhasePoint(2);
    z.q[0] = 0.7;
    z.q[1] = -0.4;
    z.p[0] = 1.1;
    z.p[1] = -0.3;
    hamiltonian.evaluate(z);
    return z;
  }

  private static Hamiltonian quarticHamiltonian() {
    return new Hamiltonian(HamiltonianTest::quartic, METRIC, 2, reason -> {});
  }

  @Test
  void leapfrogIsReversible() {
    Hamiltonian hamiltonian = quarticHamiltonian();
    PhasePoint z = start(hamiltonian);
    for (int i = 0; i < 50; i++) {
      hamiltonian.leapfrog(z, 0.1);
    }
    for (int i = 0; i < 50; i++) {
      hamiltonian.leapfrog(z, -0.1);
    }
    PhasePoint begin = start(hamiltonian);
    assertArrayEquals(begin.q, z.q, 1e-12);
    assertArrayEquals(begin.p, z.p, 1e-12);
    assertEquals(begin.logDensity, z.logDensity, 1e-12);
  }

  @Test
  void energyErrorIsOfSecondOrder() {
    double coarse = energyError(0.1, 20);
    double fine = energyError(0.05, 40);
    assertEquals(4, coarse / fine, 0.1);
  }

  private static double energyError(double stepSize, int steps) {
    Hamiltonian hamiltonian = quarticHamiltonian();
    PhasePoint z = start(hamiltonian);
    double before = hamiltonian.energy(z);
    for (int i = 0; i < steps; i++) {
      hamiltonian.leapfrog(z, stepSize);
    }
    return hamiltonian.energy(z) - before;
  }

  @Test
  void leapfrogPreservesVolume() {
    double[][] jacobian = new double[4][];
    double h = 1e-5;
    for (int k = 0; k < 4; k++) {
      double[] up = stepFrom(k, h);
      double[] down = stepFrom(k, -h);
      jacobian[k] = new double[4];
      for (int i = 0; i < 4; i++) {
        jacobian[k][i] = (up[i] - down[i]) / (2 * h);
      }
    }
    assertEquals(1, determinant(jacobian), 1e-8);
  }

  private static double[] stepFrom(int k, double h) {
    Hamiltonian hamiltonian = quarticHamiltonian();
    PhasePoint z = start(hamiltonian);
    (k < 2 ? z.q : z.p)[k % 2] += h;
    hamiltonian.evaluate(z);
    hamiltonian.leapfrog(z, 0.3);
    return new double[] {z.q[0], z.q[1], z.p[0], z.p[1]};
  }

  private static double determinant(double[][] m) {
    double det = 1;
    for (int k = 0; k < m.length; k++) {
      det *= m[k][k];
      for (int i = k + 1; i < m.length; i++) {
        double factor = m[i][k] / m[k][k];
        for (int j = k; j < m.length; j++) {
          m[i][j] -= factor * m[k][j];
        }
      }
    }
    return det;
  }

  @Test
  void rejectedPointHasInfiniteEnergy() {
    List<String> messages = new ArrayList<>();
    Hamiltonian hamiltonian =
        new Hamiltonian(
            (q, g) -> {
              throw RejectException.domain("scale is -1");
            },
            new UnitMetric(),
            1,
            reason -> messages.add(reason.getMessage()));
    PhasePoint z = new PhasePoint(1);
    hamiltonian.evaluate(z);
    assertEquals(Double.POSITIVE_INFINITY, hamiltonian.energy(z));
    assertEquals(List.of("scale is -1"), messages);
  }

  @Test
  void undefinedDensityHasInfiniteEnergy() {
    Hamiltonian hamiltonian =
        new Hamiltonian((q, g) -> Double.NaN, new UnitMetric(), 1, reason -> {});
    PhasePoint z = new PhasePoint(1);
    hamiltonian.evaluate(z);
    assertEquals(Double.POSITIVE_INFINITY, hamiltonian.energy(z));
  }

  @Test
  void fatalErrorPropagates() {
    Hamiltonian hamiltonian =
        new Hamiltonian(
            (q, g) -> {
              throw new RejectException(RejectException.Kind.FATAL, "stop");
            },
            new UnitMetric(),
            1,
            reason -> {});
    PhasePoint z = new PhasePoint(1);
    assertThrows(RejectException.class, () -> hamiltonian.evaluate(z));
  }
}
