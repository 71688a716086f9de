package org.stanj.runtime.optimize;

import java.util.Arrays;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.stanj.runtime.hmc.Density;
import org.stanj.stdlib.abi.RejectException;

/**
 * Newton's method with the Hessian from differences of gradients. Where −log density is not convex,
 * the absolute values of the Hessian's eigenvalues are used (Nocedal &amp; Wright section 3.4), and
 * steps are halved until the log density grows.
 */
public final class Newton {
  private static final double SMALLEST_CURVATURE = 1e-8;
  private static final int MOST_HALVINGS = 60;

  private final Density density;
  private final CountedDensity counted;
  private final Consumer<RejectException> rejected;
  private Point point;

  /**
   * @param start where the log density is finite; caller keeps
   * @param rejected told of each point that the program rejects
   */
  public Newton(Density density, double[] start, Consumer<RejectException> rejected) {
    this.density = density;
    this.rejected = rejected;
    counted = new CountedDensity(density, rejected);
    point = counted.at(start.clone());
  }

  /** Where the climb stands. */
  public Point point() {
    return point;
  }

  /**
   * Takes one step.
   *
   * @return by how much the log density grew; 0 if no step makes it grow
   */
  public double step() {
    double[] direction = direction();
    double before = point.logDensity();
    double alpha = 1;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double[] position = point.position().clone();
      Vectors.add(alpha, direction, position);
      Point next = counted.at(position);
      if (next.isFinite() && next.logDensity() > before) {
        point = next;
        return next.logDensity() - before;
      }
      alpha /= 2;
    }
    return 0;
  }

  /** |B|⁻¹ g with B the Hessian of −log density; g where there is none. */
  private double[] direction() {
    double[] g = point.gradient();
    try {
      double[] hessian = FiniteHessian.at(density, point.position());
      double largest = Arrays.stream(hessian).map(Math::abs).reduce(0, Math::max);
      return Double.isFinite(largest) && largest > 0 ? direction(g, hessian, largest) : g;
    } catch (RejectException e) {
      rejected.accept(e);
      return g;
    }
  }

  /** The decomposition is that of the Hessian over its largest element, which cannot overflow. */
  private static double[] direction(double[] g, double[] hessian, double largest) {
    int n = g.length;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    double[] scaled = Arrays.stream(hessian).map(h -> h / largest).toArray();
    if (!eigen.decompose(new DMatrixRMaj(n, n, true, scaled))) {
      return g;
    }
    double[] direction = new double[n];
    for (int i = 0; i < n; i++) {
      double eigenvalue = largest * Math.abs(eigen.getEigenvalue(i).real);
      double curvature = Math.max(SMALLEST_CURVATURE, eigenvalue);
      double[] v = eigen.getEigenVector(i).data;
      Vectors.add(Vectors.dot(v, g) / curvature, v, direction);
    }
    return direction;
  }
}
