package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.lanes.LaneCoefficients.*;
import static org.stanj.stdlib.lanes.Twins.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Blocks} in vectors, operation by operation as {@link Twins}. Each returns the number of
 * elements it has done from the start: all but some at the end. What is outside the usual range is
 * left to the twins, a vector at a time.
 *
 * <p>Methods are not long: HotSpot's compiler follows no more than some sixty vector operations in
 * one method. Nor too short: below 325 bytes of code they would be inlined into the gradient, and
 * count there. To be used only where {@link org.stanj.stdlib.simd.VectorModule#available}.
 */
final class VectorBlocks {
  private static final VectorSpecies<Double> REALS = DoubleVector.SPECIES_PREFERRED;
  private static final int COUNT = REALS.length();

  private VectorBlocks() {}

  static int exp(double[] x, int atX, int length, double[] y, int atY) {
    int end = length - length % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      if (!v.abs().compare(VectorOperators.LE, EXP_PLAIN).allTrue()) {
        for (int j = i; j < i + COUNT; j++) {
          y[atY + j] = Twins.exp(x[atX + j]);
        }
        continue;
      }
      DoubleVector lifted = v.mul(INVERSE_LOG_2).add(ROUND);
      DoubleVector k = lifted.sub(ROUND);
      DoubleVector r = v.sub(k.mul(LOG_2_HIGH)).sub(k.mul(LOG_2_LOW));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector a = r.mul(EXP_1).add(EXP_0).add(r.mul(EXP_3).add(EXP_2).mul(r2));
      DoubleVector b = r.mul(EXP_5).add(EXP_4).add(r.mul(EXP_7).add(EXP_6).mul(r2));
      DoubleVector c = r.mul(EXP_9).add(EXP_8).add(r2.mul(EXP_10));
      DoubleVector tail = a.add(b.mul(r4)).add(c.mul(r4.mul(r4)));
      LongVector power = lifted.reinterpretAsLongs().add(BIAS);
      DoubleVector scale = power.lanewise(VectorOperators.LSHL, MANTISSA).reinterpretAsDoubles();
      DoubleVector less1 = tail.mul(r2).add(r);
      less1.add(1).mul(scale).intoArray(y, atY + i);
    }
    return end;
  }

  /** The same operations as in exp up to the end: called from there, they would be too short. */
  static int expm1(double[] x, int atX, int length, double[] y, int atY) {
    int end = length - length % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector given = DoubleVector.fromArray(REALS, x, atX + i);
      if (!given.compare(VectorOperators.LE, EXP_PLAIN).allTrue()) {
        for (int j = i; j < i + COUNT; j++) {
          y[atY + j] = Twins.expm1(x[atX + j]);
        }
        continue;
      }
      DoubleVector v = given.max(EXPM1_FLOOR);
      DoubleVector lifted = v.mul(INVERSE_LOG_2).add(ROUND);
      DoubleVector k = lifted.sub(ROUND);
      DoubleVector r = v.sub(k.mul(LOG_2_HIGH)).sub(k.mul(LOG_2_LOW));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector a = r.mul(EXP_1).add(EXP_0).add(r.mul(EXP_3).add(EXP_2).mul(r2));
      DoubleVector b = r.mul(EXP_5).add(EXP_4).add(r.mul(EXP_7).add(EXP_6).mul(r2));
      DoubleVector c = r.mul(EXP_9).add(EXP_8).add(r2.mul(EXP_10));
      DoubleVector tail = a.add(b.mul(r4)).add(c.mul(r4.mul(r4)));
      LongVector power = lifted.reinterpretAsLongs().add(BIAS);
      DoubleVector scale = power.lanewise(VectorOperators.LSHL, MANTISSA).reinterpretAsDoubles();
      DoubleVector less1 = tail.mul(r2).add(r);
      DoubleVector value = less1.mul(scale).add(scale.sub(1));
      value.blend(given, given.compare(VectorOperators.EQ, 0)).intoArray(y, atY + i);
    }
    return end;
  }

  /** By eˣ − 1 of twice the size. */
  static int tanh(double[] x, int atX, int length, double[] y, int atY) {
    int end = length - length % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector size = DoubleVector.fromArray(REALS, x, atX + i).abs();
      size.mul(2).min(TANH_IS_1).intoArray(y, atY + i);
    }
    expm1(y, atY, end, y, atY);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector t = DoubleVector.fromArray(REALS, y, atY + i);
      LongVector sign =
          DoubleVector.fromArray(REALS, x, atX + i).reinterpretAsLongs().and(Long.MIN_VALUE);
      LongVector size = t.div(t.add(2)).reinterpretAsLongs();
      size.or(sign).reinterpretAsDoubles().intoArray(y, atY + i);
    }
    return end;
  }

  static int log(double[] x, int atX, int length, double[] y, int atY) {
    int i = 0;
    for (; i <= length - COUNT; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      boolean usual =
          v.compare(VectorOperators.GE, Double.MIN_NORMAL)
              .and(v.compare(VectorOperators.LE, Double.MAX_VALUE))
              .allTrue();
      if (!usual) {
        for (int j = i; j < i + COUNT; j++) {
          y[atY + j] = Twins.log(x[atX + j]);
        }
        continue;
      }
      LongVector bits = v.reinterpretAsLongs();
      LongVector exponent = bits.sub(ROOT_HALF - LIFT).lanewise(VectorOperators.LSHR, MANTISSA);
      LongVector mantissa = bits.sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA)).add(LIFT);
      DoubleVector f = mantissa.reinterpretAsDoubles().sub(1);
      DoubleVector k = exponent.or(INTEGER).reinterpretAsDoubles().sub(INTEGER_LIFTED);
      DoubleVector s = f.div(f.add(2));
      DoubleVector z = s.mul(s);
      DoubleVector w = z.mul(z);
      DoubleVector even = w.mul(w.mul(w.mul(LOG_5).add(LOG_3)).add(LOG_1));
      DoubleVector odd = z.mul(w.mul(w.mul(w.mul(LOG_6).add(LOG_4)).add(LOG_2)).add(LOG_0));
      DoubleVector half = f.mul(f).mul(0.5);
      DoubleVector inner = s.mul(half.add(even.add(odd))).add(k.mul(LOG_2_LOW));
      k.mul(LOG_2_HIGH).sub(half.sub(inner).sub(f)).intoArray(y, atY + i);
    }
    return i;
  }

  static int log1mExp(double[] x, int atX, int length, double[] y, int atY) {
    int most = Math.min(length, Workspace.LENGTH);
    int end = most - most % COUNT;
    double[] s = Workspace.get();
    exp(x, atX, end, s, 0);
    expm1(x, atX, end, y, atY);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      VectorMask<Double> near = v.compare(VectorOperators.GT, -HALF);
      DoubleVector e = DoubleVector.fromArray(REALS, s, i);
      DoubleVector less = DoubleVector.fromArray(REALS, y, atY + i).neg();
      DoubleVector w = DoubleVector.broadcast(REALS, 1).sub(e).blend(less, near);
      w.intoArray(y, atY + i);
      e.add(w.sub(1)).div(w).blend(0, near).intoArray(s, i);
    }
    log(y, atY, end, y, atY);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector rest = DoubleVector.fromArray(REALS, s, i);
      DoubleVector.fromArray(REALS, y, atY + i).sub(rest).intoArray(y, atY + i);
    }
    return end;
  }

  /** The number of elements in whole vectors if all of them are in a range; else 0. */
  static int usual(double[] x, int atX, int length, double low, double high) {
    int end = length - length % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      VectorMask<Double> inside =
          v.compare(VectorOperators.GE, low).and(v.compare(VectorOperators.LE, high));
      if (!inside.allTrue()) {
        return 0;
      }
    }
    return end;
  }

  /** For x above −1 and not too large; in two passes, as one has too many operations. */
  static int log1p(double[] x, int atX, int length, double[] y, int atY) {
    int end = length - length % COUNT;
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector.fromArray(REALS, x, atX + i).add(1).intoArray(y, atY + i);
    }
    int done = log(y, atY, end, y, atY);
    correct(x, atX, done, y, atY);
    return done;
  }

  private static void correct(double[] x, int atX, int length, double[] y, int atY) {
    for (int i = 0; i < length; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector u = v.add(1);
      DoubleVector rest = v.sub(u.sub(1)).mul(DoubleVector.broadcast(REALS, 1).div(u));
      DoubleVector.fromArray(REALS, y, atY + i).add(rest).intoArray(y, atY + i);
    }
  }
}
