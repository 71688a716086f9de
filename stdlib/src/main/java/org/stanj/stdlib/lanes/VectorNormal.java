package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.lanes.NormalTwins.DENSITY_AT_0;
import static org.stanj.stdlib.lanes.NormalTwins.LARGE;
import static org.stanj.stdlib.lanes.NormalTwins.SQRT_2;
import static org.stanj.stdlib.scalar.NormalFunctions.ERF_NEAR;
import static org.stanj.stdlib.scalar.NormalFunctions.HALF_BITS;
import static org.stanj.stdlib.scalar.NormalFunctions.NO_TAIL;
import static org.stanj.stdlib.scalar.TailCoefficients.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link NormalBlocks} in vectors, operation by operation as {@link NormalTwins}, in passes over
 * the arrays (see {@link VectorBlocks} for their length). Each function returns the number of
 * elements it has done from the start: none if an argument is huge or NaN.
 */
final class VectorNormal {
  private static final VectorSpecies<Double> REALS = DoubleVector.SPECIES_PREFERRED;
  private static final int COUNT = REALS.length();

  /** Where in the workspace e^(−a²/2) goes; R(a) is at the start. */
  private static final int GAUSS = Workspace.STRIDE;

  private static final int REST = 2 * Workspace.STRIDE;

  private VectorNormal() {}

  private static int usual(double[] x, int atX, int length) {
    return VectorBlocks.usual(x, atX, length, -LARGE, LARGE);
  }

  static int phi(double[] x, int atX, int length, double[] y, int atY) {
    int end = usual(x, atX, length);
    double[] s = Workspace.get();
    scaledTail(x, atX, end, 1, s);
    gauss(x, atX, end, 0.5, s);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector g = DoubleVector.fromArray(REALS, s, GAUSS + i);
      DoubleVector tail = g.mul(DoubleVector.fromArray(REALS, s, i));
      DoubleVector upper = DoubleVector.broadcast(REALS, 1).sub(tail);
      upper.blend(tail, v.compare(VectorOperators.LT, 0)).intoArray(y, atY + i);
    }
    return end;
  }

  static int logPhi(double[] x, int atX, int length, double[] y, int atY) {
    int end = usual(x, atX, length);
    double[] s = Workspace.get();
    scaledTail(x, atX, end, 1, s);
    gauss(x, atX, end, 0.5, s);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      VectorMask<Double> lower = v.compare(VectorOperators.LT, 0);
      DoubleVector scaled = DoubleVector.fromArray(REALS, s, i);
      DoubleVector tail = DoubleVector.fromArray(REALS, s, GAUSS + i).mul(scaled);
      DoubleVector w = DoubleVector.broadcast(REALS, 1).sub(tail);
      w.blend(scaled, lower).intoArray(y, atY + i);
      DoubleVector rest = tail.add(w.sub(1)).div(w);
      rest.blend(v.mul(v).mul(0.5), lower).intoArray(s, REST + i);
    }
    VectorBlocks.log(y, atY, end, y, atY);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector logarithm = DoubleVector.fromArray(REALS, y, atY + i);
      logarithm.sub(DoubleVector.fromArray(REALS, s, REST + i)).intoArray(y, atY + i);
    }
    return end;
  }

  static int logPhiSlope(double[] x, int atX, int length, double[] y, int atY) {
    int end = usual(x, atX, length);
    double[] s = Workspace.get();
    scaledTail(x, atX, end, 1, s);
    gauss(x, atX, end, 0.5, s);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      VectorMask<Double> lower = v.compare(VectorOperators.LT, 0);
      DoubleVector scaled = DoubleVector.fromArray(REALS, s, i);
      DoubleVector g = DoubleVector.fromArray(REALS, s, GAUSS + i);
      DoubleVector below = DoubleVector.broadcast(REALS, 1).sub(g.mul(scaled));
      DoubleVector density = DoubleVector.broadcast(REALS, DENSITY_AT_0);
      DoubleVector above = density.mul(g).blend(density, lower);
      above.div(below.blend(scaled, lower)).intoArray(y, atY + i);
    }
    return end;
  }

  static int erfc(double[] x, int atX, int length, double[] y, int atY) {
    int end = usual(x, atX, length);
    double[] s = Workspace.get();
    scaledTail(x, atX, end, SQRT_2, s);
    gauss(x, atX, end, 1, s);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector g = DoubleVector.fromArray(REALS, s, GAUSS + i);
      DoubleVector tail = g.mul(DoubleVector.fromArray(REALS, s, i)).mul(2);
      DoubleVector other = DoubleVector.broadcast(REALS, 2).sub(tail);
      tail.blend(other, v.compare(VectorOperators.LT, 0)).intoArray(y, atY + i);
    }
    return end;
  }

  static int erf(double[] x, int atX, int length, double[] y, int atY) {
    int end = usual(x, atX, length);
    double[] s = Workspace.get();
    scaledTail(x, atX, end, SQRT_2, s);
    gauss(x, atX, end, 1, s);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector g = DoubleVector.fromArray(REALS, s, GAUSS + i);
      DoubleVector tail = g.mul(DoubleVector.fromArray(REALS, s, i)).mul(2);
      DoubleVector far = DoubleVector.broadcast(REALS, 1).sub(tail);
      LongVector sign = v.reinterpretAsLongs().and(Long.MIN_VALUE);
      far = far.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
      DoubleVector t = v.mul(v);
      DoubleVector z = t.mul(t);
      DoubleVector even = z.mul(ERF_10).add(ERF_8);
      even = even.mul(z).add(ERF_6);
      even = even.mul(z).add(ERF_4);
      even = even.mul(z).add(ERF_2);
      even = even.mul(z).add(ERF_0);
      DoubleVector odd = z.mul(ERF_9).add(ERF_7);
      odd = odd.mul(z).add(ERF_5);
      odd = odd.mul(z).add(ERF_3);
      odd = odd.mul(z).add(ERF_1);
      DoubleVector near = even.add(t.mul(odd)).mul(v);
      far.blend(near, v.abs().compare(VectorOperators.LT, ERF_NEAR)).intoArray(y, atY + i);
    }
    return end;
  }

  /** R(a) for a = |x| times a factor, to the start of the workspace. */
  private static void scaledTail(double[] x, int atX, int end, double factor, double[] s) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector a = DoubleVector.fromArray(REALS, x, atX + i).abs().mul(factor);
      DoubleVector ratio = a.sub(5).div(a.add(5));
      DoubleVector z = ratio.mul(ratio);
      DoubleVector even = z.mul(TAIL_24).add(TAIL_22);
      even = even.mul(z).add(TAIL_20);
      even = even.mul(z).add(TAIL_18);
      even = even.mul(z).add(TAIL_16);
      even = even.mul(z).add(TAIL_14);
      even = even.mul(z).add(TAIL_12);
      even = even.mul(z).add(TAIL_10);
      even = even.mul(z).add(TAIL_8);
      even = even.mul(z).add(TAIL_6);
      even = even.mul(z).add(TAIL_4);
      even = even.mul(z).add(TAIL_2);
      even = even.mul(z).add(TAIL_0);
      even.intoArray(s, i);
      ratio.intoArray(s, GAUSS + i);
    }
    scaledTailEnd(x, atX, end, factor, s);
  }

  private static void scaledTailEnd(double[] x, int atX, int end, double factor, double[] s) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector a = DoubleVector.fromArray(REALS, x, atX + i).abs().mul(factor);
      DoubleVector ratio = DoubleVector.fromArray(REALS, s, GAUSS + i);
      DoubleVector z = ratio.mul(ratio);
      DoubleVector odd = z.mul(TAIL_23).add(TAIL_21);
      odd = odd.mul(z).add(TAIL_19);
      odd = odd.mul(z).add(TAIL_17);
      odd = odd.mul(z).add(TAIL_15);
      odd = odd.mul(z).add(TAIL_13);
      odd = odd.mul(z).add(TAIL_11);
      odd = odd.mul(z).add(TAIL_9);
      odd = odd.mul(z).add(TAIL_7);
      odd = odd.mul(z).add(TAIL_5);
      odd = odd.mul(z).add(TAIL_3);
      odd = odd.mul(z).add(TAIL_1);
      DoubleVector even = DoubleVector.fromArray(REALS, s, i);
      even.add(ratio.mul(odd)).div(a.mul(2).add(1)).intoArray(s, i);
    }
  }

  /** e^(−h x²), to its place in the workspace. */
  private static void gauss(double[] x, int atX, int end, double h, double[] s) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector a = DoubleVector.fromArray(REALS, x, atX + i).abs().min(NO_TAIL);
      DoubleVector b = a.reinterpretAsLongs().and(HALF_BITS).reinterpretAsDoubles();
      b.mul(b).mul(-h).intoArray(s, GAUSS + i);
      a.sub(b).mul(a.add(b)).mul(h).intoArray(s, REST + i);
    }
    VectorBlocks.exp(s, GAUSS, end, s, GAUSS);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector d = DoubleVector.fromArray(REALS, s, REST + i);
      DoubleVector one = DoubleVector.broadcast(REALS, 1);
      DoubleVector half = DoubleVector.broadcast(REALS, 0.5);
      DoubleVector rest = one.sub(d.mul(one.sub(d.mul(half.sub(d.mul(1.0 / 6))))));
      DoubleVector.fromArray(REALS, s, GAUSS + i).mul(rest).intoArray(s, GAUSS + i);
    }
  }
}
