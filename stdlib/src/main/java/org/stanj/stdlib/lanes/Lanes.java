package org.stanj.stdlib.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * What emitted code does with vectors: the operations of the core over as many neighbouring
 * iterations as the machine has lanes. Ints are reals here, which is exact.
 *
 * <p>Small methods, because HotSpot must inline them: a vector that is passed to a method is an
 * object. To be used only where {@link org.stanj.stdlib.simd.VectorModule#available}.
 */
public final class Lanes {
  private static final VectorSpecies<Double> REALS = DoubleVector.SPECIES_PREFERRED;
  private static final int COUNT = REALS.length();

  /** Parts of a sum: the i-th iteration of a block adds to part i mod 8. */
  private static final int PARTS = 8;

  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(Integer.SIZE * COUNT));
  private static final long SIGN = Long.MIN_VALUE;
  private static final long ONE = Double.doubleToRawLongBits(1.0);

  private Lanes() {}

  /** Lanes of this machine's vectors. */
  public static int count() {
    return COUNT;
  }

  /** Vectors that hold the parts of a sum. */
  public static int vectors() {
    return PARTS / COUNT;
  }

  /** Where a loop over vectors ends: all vectors have had the same number of turns. */
  public static int end(int first, int last) {
    return first + (last + 1 - first) / PARTS * PARTS;
  }

  /** Vector k of those that hold the parts. */
  public static DoubleVector part(double[] a, int at, int k) {
    return DoubleVector.fromArray(REALS, a, at + k * COUNT);
  }

  /** Stores the part vectors that there are. */
  public static void keepParts(
      double[] a, int at, DoubleVector p0, DoubleVector p1, DoubleVector p2, DoubleVector p3) {
    p0.intoArray(a, at);
    if (COUNT < PARTS) {
      p1.intoArray(a, at + COUNT);
    }
    if (2 * COUNT < PARTS) {
      p2.intoArray(a, at + 2 * COUNT);
      p3.intoArray(a, at + 3 * COUNT);
    }
  }

  /** The same value in all lanes. */
  public static DoubleVector all(double x) {
    return DoubleVector.broadcast(REALS, x);
  }

  /** Neighbouring elements. */
  public static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(REALS, a, at);
  }

  /** Neighbouring ints. */
  public static DoubleVector load(int[] a, int at) {
    return (DoubleVector)
        IntVector.fromArray(INTS, a, at).convertShape(VectorOperators.I2D, REALS, 0);
  }

  /** The elements {@code a[base + index[at]]}, {@code a[base + index[at + 1]]}, ... */
  public static DoubleVector gather(double[] a, int base, int[] index, int at) {
    return DoubleVector.fromArray(REALS, a, base, index, at);
  }

  /** Puts neighbouring elements. */
  public static void store(double[] a, int at, DoubleVector x) {
    x.intoArray(a, at);
  }

  /** Puts those where the mask is set. */
  public static void store(double[] a, int at, DoubleVector x, VectorMask<Double> where) {
    DoubleVector.fromArray(REALS, a, at).blend(x, where).intoArray(a, at);
  }

  /** Adds to neighbouring elements. */
  public static void accumulate(double[] a, int at, DoubleVector x) {
    DoubleVector.fromArray(REALS, a, at).add(x).intoArray(a, at);
  }

  /** Adds to those where the mask is set. */
  public static void accumulate(double[] a, int at, DoubleVector x, VectorMask<Double> where) {
    DoubleVector old = DoubleVector.fromArray(REALS, a, at);
    old.blend(old.add(x), where).intoArray(a, at);
  }

  public static DoubleVector add(DoubleVector a, DoubleVector b) {
    return a.add(b);
  }

  public static DoubleVector subtract(DoubleVector a, DoubleVector b) {
    return a.sub(b);
  }

  public static DoubleVector multiply(DoubleVector a, DoubleVector b) {
    return a.mul(b);
  }

  public static DoubleVector divide(DoubleVector a, DoubleVector b) {
    return a.div(b);
  }

  public static DoubleVector negate(DoubleVector a) {
    return a.neg();
  }

  public static VectorMask<Double> less(DoubleVector a, DoubleVector b) {
    return a.compare(VectorOperators.LT, b);
  }

  public static VectorMask<Double> lessEqual(DoubleVector a, DoubleVector b) {
    return a.compare(VectorOperators.LE, b);
  }

  public static VectorMask<Double> equal(DoubleVector a, DoubleVector b) {
    return a.compare(VectorOperators.EQ, b);
  }

  public static VectorMask<Double> notEqual(DoubleVector a, DoubleVector b) {
    return a.compare(VectorOperators.NE, b);
  }

  public static VectorMask<Double> and(VectorMask<Double> a, VectorMask<Double> b) {
    return a.and(b);
  }

  public static VectorMask<Double> or(VectorMask<Double> a, VectorMask<Double> b) {
    return a.or(b);
  }

  public static VectorMask<Double> not(VectorMask<Double> a) {
    return a.not();
  }

  /** Whether a lane is set. */
  public static boolean any(VectorMask<Double> a) {
    return a.anyTrue();
  }

  /** 1 where the mask is set, else 0. */
  public static DoubleVector real(VectorMask<Double> mask) {
    return all(0).blend(all(1), mask);
  }

  /** {@code yes} where the mask is set, else {@code no}. */
  public static DoubleVector choose(VectorMask<Double> mask, DoubleVector yes, DoubleVector no) {
    return no.blend(yes, mask);
  }

  public static DoubleVector abs(DoubleVector x) {
    return x.abs();
  }

  public static DoubleVector sqrt(DoubleVector x) {
    return x.sqrt();
  }

  public static DoubleVector invSqrt(DoubleVector x) {
    return all(1).div(x.sqrt());
  }

  public static DoubleVector positivePart(DoubleVector x) {
    return x.max(0);
  }

  public static DoubleVector unitSign(DoubleVector x) {
    return x.reinterpretAsLongs().and(SIGN).or(ONE).reinterpretAsDoubles();
  }
}
