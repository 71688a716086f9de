package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.scalar.GammaCoefficients.*;
import static org.stanj.stdlib.scalar.GammaFunctions.FAR;
import static org.stanj.stdlib.scalar.GammaFunctions.RATIO_FROM;
import static org.stanj.stdlib.scalar.GammaFunctions.RATIO_UP_TO;
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
    int end = VectorBlocks.usual(x, atX, length, Double.MIN_VALUE, Double.MAX_VALUE);
    double[] rest = Workspace.get();
    boolean small = lgammaNear(x, atX, end, y, atY, rest);
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
      DoubleVector value =
          v.sub(0.5).mul(logarithm.sub(1)).add(STIRLING_CONSTANT).add(remainder);
      if (small) {
        DoubleVector near = logarithm.add(DoubleVector.fromArray(REALS, rest, i)).neg();
        value = value.blend(near, v.compare(VectorOperators.LT, FAR));
      }
      value.intoArray(y, atY + i);
    }
    return end;
  }

  /**
   * Arguments of the logarithm into y, and into rest what it is to be corrected by; whether there
   * are some below 3.
   */
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
    return found && lgammaNearEnd(x, atX, end, y, atY, rest);
  }

  private static boolean lgammaNearEnd(
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
    return true;
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
      DoubleVector quotient = even.add(s.mul(odd)).div(belowEven.mul(z).add(1).add(s.mul(belowOdd)));
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
      DoubleVector more =
          one.div(b.mul(b)).add(one.div(a.mul(a))).add(one.div(given.mul(given)));
      far.blend(far.add(more), small).intoArray(y, atY + i);
    }
    return end;
  }

  static int lgammaIncrement(
      double[] x, int atX, double[] h, int atH, int length, double[] y, int atY) {
    int end = isRatio(x, atX, h, atH, length) ? length - length % COUNT : 0;
    double[] s = Workspace.get();
    int first = Workspace.STRIDE;
    int second = first + Workspace.STRIDE;
    int third = second + Workspace.STRIDE;
    ratio(x, atX, h, atH, end, s, first);
    raise(x, atX, h, atH, end, s, second);
    from(x, atX, end, s, third);
    VectorBlocks.log(s, 0, end, s, 0);
    VectorBlocks.log(s, second, end, s, second);
    VectorBlocks.log(s, third, end, y, atY);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector low = DoubleVector.fromArray(REALS, s, third + i);
      DoubleVector more = DoubleVector.fromArray(REALS, h, atH + i);
      DoubleVector logarithm =
          DoubleVector.fromArray(REALS, s, i).add(DoubleVector.fromArray(REALS, s, first + i));
      DoubleVector high = low.add(more);
      DoubleVector logarithmFrom = DoubleVector.fromArray(REALS, y, atY + i);
      high.sub(0.5).mul(logarithm).add(more.mul(logarithmFrom.sub(1))).intoArray(y, atY + i);
      high.intoArray(s, i);
    }
    addStirling(s, 0, end, 1, y, atY);
    addStirling(s, third, end, -1, y, atY);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector far = DoubleVector.fromArray(REALS, y, atY + i);
      DoubleVector shifted = far.add(DoubleVector.fromArray(REALS, s, second + i));
      far.blend(shifted, v.compare(VectorOperators.LT, FAR)).intoArray(y, atY + i);
    }
    return end;
  }

  private static boolean isRatio(double[] x, int atX, double[] h, int atH, int length) {
    for (int i = 0; i <= length - COUNT; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector more = DoubleVector.fromArray(REALS, h, atH + i);
      boolean usual =
          v.compare(VectorOperators.GE, RATIO_FROM)
              .and(more.compare(VectorOperators.GE, 0))
              .and(v.add(more).compare(VectorOperators.LE, RATIO_UP_TO))
              .allTrue();
      if (!usual) {
        return false;
      }
    }
    return true;
  }

  /** Arguments from 3 on. */
  private static void from(double[] x, int atX, int end, double[] s, int at) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      v.blend(v.add(FAR), v.compare(VectorOperators.LT, FAR)).intoArray(s, at + i);
    }
  }

  /** 1 + h/x at the start of s, and at the place given what its logarithm is corrected by. */
  private static void ratio(
      double[] x, int atX, double[] h, int atH, int end, double[] s, int at) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector from = v.blend(v.add(FAR), v.compare(VectorOperators.LT, FAR));
      DoubleVector d = DoubleVector.fromArray(REALS, h, atH + i).div(from);
      DoubleVector w = d.add(1);
      w.intoArray(s, i);
      d.sub(w.sub(1)).div(w).intoArray(s, at + i);
    }
  }

  private static void raise(
      double[] x, int atX, double[] h, int atH, int end, double[] s, int at) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector w = v.add(DoubleVector.fromArray(REALS, h, atH + i));
      DoubleVector above = v.mul(v.add(1)).mul(v.add(2));
      DoubleVector below = w.mul(w.add(1)).mul(w.add(2));
      DoubleVector one = DoubleVector.broadcast(REALS, 1);
      one.blend(above.div(below), v.compare(VectorOperators.LT, FAR)).intoArray(s, at + i);
    }
  }

  /** Adds the remainder of Stirling's formula, times a sign. */
  private static void addStirling(
      double[] x, int atX, int end, double sign, double[] y, int atY) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector one = DoubleVector.broadcast(REALS, 1);
      DoubleVector r = one.div(DoubleVector.fromArray(REALS, x, atX + i));
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
      DoubleVector remainder = even.add(t.mul(odd)).mul(r).mul(sign);
      DoubleVector.fromArray(REALS, y, atY + i).add(remainder).intoArray(y, atY + i);
    }
  }

  static int digammaDifference(
      double[] x, int atX, double[] h, int atH, int length, double[] y, int atY) {
    int end = isRatio(x, atX, h, atH, length) ? length - length % COUNT : 0;
    double[] s = Workspace.get();
    int first = Workspace.STRIDE;
    ratio(x, atX, h, atH, end, s, first);
    VectorBlocks.log(s, 0, end, s, 0);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      VectorMask<Double> small = v.compare(VectorOperators.LT, FAR);
      DoubleVector more = DoubleVector.fromArray(REALS, h, atH + i);
      DoubleVector from = v.blend(v.add(FAR), small);
      DoubleVector high = from.add(more);
      DoubleVector half = more.div(from).mul(0.5).div(high);
      DoubleVector rest = DoubleVector.fromArray(REALS, s, first + i).add(half);
      DoubleVector sum = DoubleVector.fromArray(REALS, s, i).add(rest);
      DoubleVector w = v.add(more);
      DoubleVector shift = more.div(v.mul(w));
      shift = shift.add(more.div(v.add(1).mul(w.add(1))));
      shift = shift.add(more.div(v.add(2).mul(w.add(2))));
      sum.blend(sum.add(shift), small).intoArray(s, i);
      from.intoArray(s, first + i);
      high.intoArray(y, atY + i);
    }
    psiFar(s, first, end);
    psiFar(y, atY, end);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector far =
          DoubleVector.fromArray(REALS, y, atY + i)
              .sub(DoubleVector.fromArray(REALS, s, first + i));
      far.sub(DoubleVector.fromArray(REALS, s, i)).intoArray(y, atY + i);
    }
    return end;
  }

  /** Puts log x − 1/(2x) − ψ(x) in the place of x. */
  private static void psiFar(double[] x, int at, int end) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector one = DoubleVector.broadcast(REALS, 1);
      DoubleVector r = one.div(DoubleVector.fromArray(REALS, x, at + i));
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
      even.add(t.mul(odd)).mul(t).intoArray(x, at + i);
    }
  }
}
