package org.stanj.stdlib.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The passes of {@link BlockReductions} in vectors, with its bits: neighbouring iterations side by
 * side. Each returns the number of iterations that it has done from the start: all but some at the
 * end. Arguments are (array, offset) and the number of iterations.
 */
final class VectorReductions {
  private static final VectorSpecies<Double> REALS = DoubleVector.SPECIES_PREFERRED;
  private static final int COUNT = REALS.length();

  private VectorReductions() {}

  /**
   * t = the largest of the elements of each iteration, {@code stride} apart; 0 if that is not
   * finite. What goes from row to row is an argument of operations on what was just loaded, and
   * never what they are called on: HotSpot's compiler knows the exact class of that alone.
   */
  static int largest(double[] x, int xo, int n, double[] t, int to, int count, int stride) {
    int end = count - count % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector most = DoubleVector.broadcast(REALS, Double.NEGATIVE_INFINITY);
      for (int row = 0; row < n; row += stride) {
        most = DoubleVector.fromArray(REALS, x, xo + row + i).max(most);
      }
      most.intoArray(t, to + i);
      DoubleVector found = DoubleVector.fromArray(REALS, t, to + i);
      VectorMask<Double> finite = found.abs().compare(VectorOperators.LE, Double.MAX_VALUE);
      DoubleVector.broadcast(REALS, 0).blend(found, finite).intoArray(t, to + i);
    }
    return end;
  }

  /** y = x − t. */
  static int subtract(double[] x, int xo, double[] t, int to, double[] y, int yo, int count) {
    int end = count - count % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, xo + i);
      v.sub(DoubleVector.fromArray(REALS, t, to + i)).intoArray(y, yo + i);
    }
    return end;
  }

  /** y += x. */
  static int add(double[] x, int xo, double[] y, int yo, int count) {
    int end = count - count % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, y, yo + i);
      v.add(DoubleVector.fromArray(REALS, x, xo + i)).intoArray(y, yo + i);
    }
    return end;
  }

  /** r = the sum of the elements of each iteration, which are divided by it. */
  static int normalise(double[] w, int wo, int n, double[] r, int ro, int count, int stride) {
    int end = count - count % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector sum = DoubleVector.broadcast(REALS, 0);
      for (int row = 0; row < n; row += stride) {
        sum = DoubleVector.fromArray(REALS, w, wo + row + i).add(sum);
      }
      sum.intoArray(r, ro + i);
      DoubleVector inverse =
          DoubleVector.broadcast(REALS, 1).div(DoubleVector.fromArray(REALS, r, ro + i));
      for (int row = 0; row < n; row += stride) {
        DoubleVector v = DoubleVector.fromArray(REALS, w, wo + row + i);
        v.mul(inverse).intoArray(w, wo + row + i);
      }
    }
    return end;
  }

  /** y += a x. */
  static int addProduct(double[] a, int ao, double[] x, int xo, double[] y, int yo, int count) {
    int end = count - count % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector product =
          DoubleVector.fromArray(REALS, a, ao + i).mul(DoubleVector.fromArray(REALS, x, xo + i));
      DoubleVector.fromArray(REALS, y, yo + i).add(product).intoArray(y, yo + i);
    }
    return end;
  }
}
