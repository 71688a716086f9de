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

  /** What is asked for. */
  enum Form {
    PHI,
    LOG,
    SLOPE,
    ERFC,
    ERF
  }

  // Places in the workspace: of R(a), e^(−h a²), and what passes hand to each other.
  private static final int GAUSS = Workspace.STRIDE;
  private static final int RATIO = 2 * Workspace.STRIDE;
  private static final int REST = 3 * Workspace.STRIDE;

  private VectorNormal() {}

  /** One method for all forms, since short ones would be inlined into what calls them. */
  static int normal(Form form, double[] x, int atX, int length, double[] y, int atY) {
    int end = VectorBlocks.usual(x, atX, Math.min(length, Workspace.LENGTH), -LARGE, LARGE);
    double[] s = Workspace.get();
    boolean error = form == Form.ERFC || form == Form.ERF;
    start(x, atX, end, error ? SQRT_2 : 1, error ? 1 : 0.5, s);
    VectorBlocks.exp(s, GAUSS, end, s, GAUSS);
    finish(x, atX, end, error ? SQRT_2 : 1, s);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      VectorMask<Double> lower = v.compare(VectorOperators.LT, 0);
      DoubleVector scaled = DoubleVector.fromArray(REALS, s, i);
      DoubleVector g = DoubleVector.fromArray(REALS, s, GAUSS + i);
      DoubleVector one = DoubleVector.broadcast(REALS, 1);
      DoubleVector tail = g.mul(scaled);
      DoubleVector w = one.sub(tail);
      DoubleVector value;
      if (form == Form.PHI) {
        value = w.blend(tail, lower);
      } else if (form == Form.LOG) {
        DoubleVector rest = tail.add(w.sub(1)).div(w);
        rest.blend(v.mul(v).mul(0.5), lower).intoArray(s, REST + i);
        value = w.blend(scaled, lower);
      } else if (form == Form.SLOPE) {
        DoubleVector density = DoubleVector.broadcast(REALS, DENSITY_AT_0);
        value = density.mul(g).blend(density, lower).div(w.blend(scaled, lower));
      } else {
        DoubleVector twice = tail.mul(2);
        DoubleVector other = DoubleVector.broadcast(REALS, 2).sub(twice);
        value = form == Form.ERFC ? twice.blend(other, lower) : twice;
      }
      value.intoArray(y, atY + i);
    }
    if (form == Form.LOG) {
      subtractFromLog(end, y, atY, s);
    } else if (form == Form.ERF) {
      erfFromTail(x, atX, end, y, atY);
    }
    return end;
  }

  private static void subtractFromLog(int end, double[] y, int atY, double[] s) {
    VectorBlocks.log(y, atY, end, y, atY);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector logarithm = DoubleVector.fromArray(REALS, y, atY + i);
      logarithm.sub(DoubleVector.fromArray(REALS, s, REST + i)).intoArray(y, atY + i);
    }
  }

  private static void erfFromTail(double[] x, int atX, int end, double[] y, int atY) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector tail = DoubleVector.fromArray(REALS, y, atY + i);
      DoubleVector one = DoubleVector.broadcast(REALS, 1);
      DoubleVector size = one.sub(tail);
      LongVector bits = v.reinterpretAsLongs();
      LongVector sign = bits.and(Long.MIN_VALUE);
      LongVector whole = size.reinterpretAsLongs();
      DoubleVector far = whole.or(sign).reinterpretAsDoubles();
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
      DoubleVector rest = t.mul(odd);
      DoubleVector ratio = even.add(rest);
      DoubleVector near = ratio.mul(v);
      DoubleVector distance = v.abs();
      VectorMask<Double> small = distance.compare(VectorOperators.LT, ERF_NEAR);
      DoubleVector value = far.blend(near, small);
      value.intoArray(y, atY + i);
    }
  }

  /**
   * For a = |x|: the even part of the polynomial for R(a c) and its argument, and the exponent and
   * the rest of e^(−h a²).
   */
  private static void start(double[] x, int atX, int end, double c, double h, double[] s) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector size = DoubleVector.fromArray(REALS, x, atX + i).abs();
      DoubleVector a = size.min(NO_TAIL);
      DoubleVector b = a.reinterpretAsLongs().and(HALF_BITS).reinterpretAsDoubles();
      b.mul(b).mul(-h).intoArray(s, GAUSS + i);
      a.sub(b).mul(a.add(b)).mul(h).intoArray(s, REST + i);
      DoubleVector scaled = size.mul(c);
      DoubleVector ratio = scaled.sub(5).div(scaled.add(5));
      ratio.intoArray(s, RATIO + i);
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
    }
  }

  private static void finish(double[] x, int atX, int end, double c, double[] s) {
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector ratio = DoubleVector.fromArray(REALS, s, RATIO + i);
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
      DoubleVector below = DoubleVector.fromArray(REALS, x, atX + i).abs().mul(c).mul(2).add(1);
      DoubleVector even = DoubleVector.fromArray(REALS, s, i);
      even.add(ratio.mul(odd)).div(below).intoArray(s, i);
      DoubleVector d = DoubleVector.fromArray(REALS, s, REST + i);
      DoubleVector one = DoubleVector.broadcast(REALS, 1);
      DoubleVector half = DoubleVector.broadcast(REALS, 0.5);
      DoubleVector rest = one.sub(d.mul(one.sub(d.mul(half.sub(d.mul(1.0 / 6))))));
      DoubleVector.fromArray(REALS, s, GAUSS + i).mul(rest).intoArray(s, GAUSS + i);
    }
  }
}
