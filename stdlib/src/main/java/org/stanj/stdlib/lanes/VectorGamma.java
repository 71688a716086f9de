package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.scalar.GammaCoefficients.*;
import static org.stanj.stdlib.scalar.GammaFunctions.FAR;
import static org.stanj.stdlib.scalar.GammaFunctions.STIRLING_CONSTANT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link GammaBlocks} in vectors, operation by operation as {@link GammaTwins}, in passes over the
 * arrays (see {@link VectorBlocks} for their length). Each function returns the number of elements
 * it has done from the start: none if an argument is out of the usual range.
 */
final class VectorGamma {
  private static final VectorSpecies<Double> REALS = DoubleVector.SPECIES_PREFERRED;
  private static final int COUNT = REALS.length();

  private VectorGamma() {}

  static int lgamma(double[] x, int atX, int length, double[] y, int atY) {
    int most = Math.min(length, Workspace.LENGTH);
    int end = VectorBlocks.usual(x, atX, most, Double.MIN_VALUE, Double.MAX_VALUE);
    double[] rest = Workspace.get();
    boolean small = lgammaNear(x, atX, end, y, atY, rest);
    if (small) {
      lgammaNearEnd(x, atX, end, y, atY, rest);
    }
    VectorBlocks.log(y, atY, end, y, atY);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector logarithm = DoubleVector.fromArray(REALS, y, atY + i);
      DoubleVector r = DoubleVector.broadcast(REALS, 1).div(v);
      DoubleVector t = r.mul(r);
      DoubleVector z = t.mul(t);
      DoubleVector even = z.mul(STIRLING_10).add(STIRLING_8);
      even = even.mul(z).add(STIRLING_6);
      even = even.mul(z).add(STIRLING_4);
      even = even.mul(z).add(STIRLING_2);
      even = even.mul(z).add(STIRLING_0);
      DoubleVector odd = z.mul(STIRLING_9).add(STIRLING_7);
      odd = odd.mul(z).add(STIRLING_5);
      odd = odd.mul(z).add(STIRLING_3);
      odd = odd.mul(z).add(STIRLING_1);
      DoubleVector remainder = even.add(t.mul(odd)).mul(r);
      DoubleVector value = v.sub(0.5).mul(logarithm.sub(1)).add(STIRLING_CONSTANT).add(remainder);
      if (small) {
        DoubleVector near = logarithm.add(DoubleVector.fromArray(REALS, rest, i)).neg();
        value = value.blend(near, v.compare(VectorOperators.LT, FAR));
      }
      value.intoArray(y, atY + i);
    }
    return end;
  }

  /** 1/Γ − 1 of those below 3 into rest, and others into y; whether there are some below 3. */
  private static boolean lgammaNear(
      double[] x, int atX, int end, double[] y, int atY, double[] rest) {
    boolean found = false;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      VectorMask<Double> small = v.compare(VectorOperators.LT, FAR);
      if (!small.anyTrue()) {
        v.intoArray(y, atY + i);
        continue;
      }
      found = true;
      DoubleVector below = v.sub(1).blend(v, v.compare(VectorOperators.LT, 0.5));
      DoubleVector s = below.sub(0.75);
      DoubleVector z = s.mul(s);
      DoubleVector even = z.mul(NEAR_18).add(NEAR_16);
      even = even.mul(z).add(NEAR_14);
      even = even.mul(z).add(NEAR_12);
      even = even.mul(z).add(NEAR_10);
      even = even.mul(z).add(NEAR_8);
      even = even.mul(z).add(NEAR_6);
      even = even.mul(z).add(NEAR_4);
      even = even.mul(z).add(NEAR_2);
      even = even.mul(z).add(NEAR_0);
      DoubleVector odd = z.mul(NEAR_19).add(NEAR_17);
      odd = odd.mul(z).add(NEAR_15);
      odd = odd.mul(z).add(NEAR_13);
      odd = odd.mul(z).add(NEAR_11);
      odd = odd.mul(z).add(NEAR_9);
      odd = odd.mul(z).add(NEAR_7);
      odd = odd.mul(z).add(NEAR_5);
      odd = odd.mul(z).add(NEAR_3);
      odd = odd.mul(z).add(NEAR_1);
      even.add(s.mul(odd)).mul(below.mul(below.sub(1))).intoArray(rest, i);
    }
    return found;
  }

  /** Arguments of the logarithm into y, and into rest what it is to be corrected by. */
  private static void lgammaNearEnd(
      double[] x, int atX, int end, double[] y, int atY, double[] rest) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      VectorMask<Double> low = v.compare(VectorOperators.LT, 0.5);
      DoubleVector u = DoubleVector.fromArray(REALS, rest, i);
      DoubleVector w = u.add(1);
      u.sub(w.sub(1)).div(w).blend(0, low).intoArray(rest, i);
      DoubleVector argument = w.blend(w.mul(v), low);
      argument.blend(v, v.compare(VectorOperators.GE, FAR)).intoArray(y, atY + i);
    }
  }

  static int digamma(double[] x, int atX, int length, double[] y, int atY) {
    int end = VectorBlocks.usual(x, atX, length, Double.MIN_VALUE, Double.MAX_VALUE);
    VectorBlocks.log(x, atX, end, y, atY);
    boolean small = false;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      small |= v.compare(VectorOperators.LT, FAR).anyTrue();
      DoubleVector r = DoubleVector.broadcast(REALS, 1).div(v);
      DoubleVector t = r.mul(r);
      DoubleVector z = t.mul(t);
      DoubleVector even = z.mul(PSI_FAR_10).add(PSI_FAR_8);
      even = even.mul(z).add(PSI_FAR_6);
      even = even.mul(z).add(PSI_FAR_4);
      even = even.mul(z).add(PSI_FAR_2);
      even = even.mul(z).add(PSI_FAR_0);
      DoubleVector odd = z.mul(PSI_FAR_9).add(PSI_FAR_7);
      odd = odd.mul(z).add(PSI_FAR_5);
      odd = odd.mul(z).add(PSI_FAR_3);
      odd = odd.mul(z).add(PSI_FAR_1);
      DoubleVector remainder = even.add(t.mul(odd)).mul(t);
      DoubleVector logarithm = DoubleVector.fromArray(REALS, y, atY + i);
      logarithm.sub(r.mul(0.5)).sub(remainder).intoArray(y, atY + i);
    }
    if (small) {
      digammaNear(x, atX, end, y, atY);
    }
    return end;
  }

  private static void digammaNear(double[] x, int atX, int end, double[] y, int atY) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector given = DoubleVector.fromArray(REALS, x, atX + i);
      VectorMask<Double> small = given.compare(VectorOperators.LT, FAR);
      if (!small.anyTrue()) {
        continue;
      }
      VectorMask<Double> low = given.compare(VectorOperators.LT, 1);
      DoubleVector v = given.blend(given.add(1), low);
      DoubleVector s = v.sub(1);
      DoubleVector z = s.mul(s);
      DoubleVector even = z.mul(PSI_6).add(PSI_4);
      even = even.mul(z).add(PSI_2);
      even = even.mul(z).add(PSI_0);
      DoubleVector odd = z.mul(PSI_5).add(PSI_3);
      odd = odd.mul(z).add(PSI_1);
      DoubleVector belowEven = z.mul(PSI_BELOW_6).add(PSI_BELOW_4);
      belowEven = belowEven.mul(z).add(PSI_BELOW_2);
      DoubleVector belowOdd = z.mul(PSI_BELOW_7).add(PSI_BELOW_5);
      belowOdd = belowOdd.mul(z).add(PSI_BELOW_3);
      belowOdd = belowOdd.mul(z).add(PSI_BELOW_1);
      DoubleVector quotient =
          even.add(s.mul(odd)).div(belowEven.mul(z).add(1).add(s.mul(belowOdd)));
      DoubleVector value = v.sub(ROOT_HIGH).sub(ROOT_LOW).mul(quotient);
      DoubleVector lower = value.sub(DoubleVector.broadcast(REALS, 1).div(given));
      DoubleVector old = DoubleVector.fromArray(REALS, y, atY + i);
      old.blend(value.blend(lower, low), small).intoArray(y, atY + i);
    }
  }

  static int trigamma(double[] x, int atX, int length, double[] y, int atY) {
    int end = VectorBlocks.usual(x, atX, length, Double.MIN_VALUE, Double.MAX_VALUE);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector given = DoubleVector.fromArray(REALS, x, atX + i);
      VectorMask<Double> small = given.compare(VectorOperators.LT, FAR);
      DoubleVector v = given.blend(given.add(FAR), small);
      DoubleVector one = DoubleVector.broadcast(REALS, 1);
      DoubleVector r = one.div(v);
      DoubleVector t = r.mul(r);
      DoubleVector z = t.mul(t);
      DoubleVector even = z.mul(TRI_FAR_12).add(TRI_FAR_10);
      even = even.mul(z).add(TRI_FAR_8);
      even = even.mul(z).add(TRI_FAR_6);
      even = even.mul(z).add(TRI_FAR_4);
      even = even.mul(z).add(TRI_FAR_2);
      even = even.mul(z).add(TRI_FAR_0);
      DoubleVector odd = z.mul(TRI_FAR_11).add(TRI_FAR_9);
      odd = odd.mul(z).add(TRI_FAR_7);
      odd = odd.mul(z).add(TRI_FAR_5);
      odd = odd.mul(z).add(TRI_FAR_3);
      odd = odd.mul(z).add(TRI_FAR_1);
      DoubleVector far = even.add(t.mul(odd)).mul(t.mul(r)).add(t.mul(0.5)).add(r);
      DoubleVector a = given.add(1);
      DoubleVector b = given.add(2);
      DoubleVector more = one.div(b.mul(b)).add(one.div(a.mul(a))).add(one.div(given.mul(given)));
      far.blend(far.add(more), small).intoArray(y, atY + i);
    }
    return end;
  }
}
