package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.lanes.LaneCoefficients.*;
import static org.stanj.stdlib.lanes.PowerTwins.LARGEST_EXPONENT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.stanj.stdlib.scalar.NormalFunctions;

/**
 * {@link PowerBlocks} in vectors, operation by operation as {@link PowerTwins}, in passes over the
 * arrays (see {@link VectorBlocks} for their length). Each function returns the number of elements
 * it has done from the start: none if an argument is out of the usual range.
 */
final class VectorPower {
  private static final VectorSpecies<Double> REALS = DoubleVector.SPECIES_PREFERRED;
  private static final int COUNT = REALS.length();
  private static final int LOW = Workspace.STRIDE;

  private VectorPower() {}

  static int pow(double[] x, int atX, double[] e, int atE, int length, double[] y, int atY) {
    int most = Math.min(length, Workspace.LENGTH);
    int bases = VectorBlocks.usual(x, atX, most, Double.MIN_NORMAL, Double.MAX_VALUE);
    int end = VectorBlocks.usual(e, atE, bases, -LARGEST_EXPONENT, LARGEST_EXPONENT);
    double[] s = Workspace.get();
    logarithm(x, atX, end, s);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector high = DoubleVector.fromArray(REALS, s, i);
      DoubleVector low = DoubleVector.fromArray(REALS, s, LOW + i);
      DoubleVector v = DoubleVector.fromArray(REALS, e, atE + i);
      DoubleVector a = short26(high);
      DoubleVector b = short26(v);
      DoubleVector product = v.mul(high);
      DoubleVector error = a.mul(b).sub(product).add(a.mul(v.sub(b)));
      error = error.add(high.sub(a).mul(b)).add(high.sub(a).mul(v.sub(b)));
      product.intoArray(y, atY + i);
      error.add(v.mul(low)).intoArray(s, i);
    }
    VectorBlocks.exp(y, atY, end, y, atY);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector value = DoubleVector.fromArray(REALS, y, atY + i);
      DoubleVector corrected = value.mul(DoubleVector.fromArray(REALS, s, i)).add(value);
      corrected
          .blend(value, value.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY))
          .intoArray(y, atY + i);
    }
    return end;
  }

  /** The logarithm in two parts. */
  private static void logarithm(double[] x, int atX, int end, double[] s) {
    for (int i = 0; i < end; i += COUNT) {
      LongVector bits = DoubleVector.fromArray(REALS, x, atX + i).reinterpretAsLongs();
      LongVector exponent =
          bits.sub(Twins.ROOT_HALF - Twins.LIFT).lanewise(VectorOperators.LSHR, Twins.MANTISSA);
      LongVector lifted = exponent.lanewise(VectorOperators.LSHL, Twins.MANTISSA);
      LongVector mantissa = bits.sub(lifted).add(Twins.LIFT);
      mantissa.reinterpretAsDoubles().sub(1).intoArray(s, i);
      DoubleVector k = exponent.or(Twins.INTEGER).reinterpretAsDoubles();
      k.sub(Twins.INTEGER_LIFTED).intoArray(s, LOW + i);
    }
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector f = DoubleVector.fromArray(REALS, s, i);
      DoubleVector k = DoubleVector.fromArray(REALS, s, LOW + i);
      DoubleVector d = f.add(2);
      DoubleVector head = short26(f.div(d));
      DoubleVector dHigh = short26(d);
      DoubleVector dLow = DoubleVector.broadcast(REALS, 2).sub(dHigh).add(f);
      DoubleVector rest = f.sub(head.mul(dHigh)).sub(head.mul(dLow)).div(d);
      DoubleVector whole = head.add(rest);
      DoubleVector z = whole.mul(whole);
      DoubleVector w = z.mul(z);
      DoubleVector even = w.mul(CUBIC_6).add(CUBIC_4);
      even = even.mul(w).add(CUBIC_2);
      even = even.mul(w).add(CUBIC_0);
      DoubleVector odd = w.mul(CUBIC_7).add(CUBIC_5);
      odd = odd.mul(w).add(CUBIC_3);
      odd = odd.mul(w).add(CUBIC_1);
      DoubleVector cubic = even.add(z.mul(odd)).mul(z.mul(whole));
      DoubleVector twice = head.add(head);
      DoubleVector start = k.mul(Twins.LOG_2_HIGH);
      DoubleVector first = start.add(twice);
      DoubleVector small = rest.add(rest).add(cubic.add(k.mul(Twins.LOG_2_LOW)));
      DoubleVector tail = twice.sub(first.sub(start)).add(small);
      DoubleVector high = first.add(tail);
      high.intoArray(s, i);
      tail.sub(high.sub(first)).intoArray(s, LOW + i);
    }
  }

  private static DoubleVector short26(DoubleVector x) {
    return x.reinterpretAsLongs().and(NormalFunctions.HALF_BITS).reinterpretAsDoubles();
  }

  static int powBase(
      double[] x,
      int atX,
      double[] e,
      int atE,
      double[] p,
      int atP,
      int length,
      double[] y,
      int atY) {
    int end = length - length % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector base = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector power = DoubleVector.fromArray(REALS, p, atP + i);
      DoubleVector size = power.abs();
      boolean usual =
          size.compare(VectorOperators.GE, Double.MIN_NORMAL)
              .and(size.compare(VectorOperators.LT, Double.POSITIVE_INFINITY))
              .and(base.compare(VectorOperators.NE, 0))
              .allTrue();
      if (!usual) {
        return i;
      }
      DoubleVector v = DoubleVector.fromArray(REALS, e, atE + i);
      v.mul(power.div(base)).intoArray(y, atY + i);
    }
    return end;
  }
}
