package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.lanes.CircleTwins.*;
import static org.stanj.stdlib.lanes.LaneCoefficients.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link CircleBlocks} in vectors, operation by operation as {@link CircleTwins}. */
final class VectorCircle {
  private static final VectorSpecies<Double> REALS = DoubleVector.SPECIES_PREFERRED;
  private static final int COUNT = REALS.length();

  private VectorCircle() {}

  /**
   * sin(x + q π/2).
   *
   * @return the number of elements done from the start: none if an argument is large
   */
  static int circle(double[] x, int atX, int length, int q, double[] y, int atY) {
    int end = VectorBlocks.usual(x, atX, length, -LARGE, LARGE);
    for (int i = 0; i < end; i += COUNT) {
      DoubleVector v = DoubleVector.fromArray(REALS, x, atX + i);
      DoubleVector lifted = v.mul(TWO_OVER_PI).add(Twins.ROUND);
      DoubleVector k = lifted.sub(Twins.ROUND);
      DoubleVector r = v.sub(k.mul(HIGH)).sub(k.mul(MIDDLE)).sub(k.mul(LOW));
      LongVector quarter = lifted.reinterpretAsLongs().add(q);
      DoubleVector z = r.mul(r);
      DoubleVector w = z.mul(z);
      DoubleVector even = w.mul(SIN_4).add(SIN_2);
      even = even.mul(w).add(SIN_0);
      DoubleVector odd = w.mul(SIN_5).add(SIN_3);
      odd = odd.mul(w).add(SIN_1);
      DoubleVector sine = even.add(z.mul(odd)).mul(z.mul(r)).add(r);
      DoubleVector evenOfCosine = w.mul(COS_4).add(COS_2);
      evenOfCosine = evenOfCosine.mul(w).add(COS_0);
      DoubleVector oddOfCosine = w.mul(COS_5).add(COS_3);
      oddOfCosine = oddOfCosine.mul(w).add(COS_1);
      DoubleVector half = z.mul(0.5);
      DoubleVector one = DoubleVector.broadcast(REALS, 1);
      DoubleVector head = one.sub(half);
      DoubleVector tail = evenOfCosine.add(z.mul(oddOfCosine)).mul(w);
      DoubleVector cosine = tail.add(one.sub(head).sub(half)).add(head);
      VectorMask<Double> isCosine = quarter.and(1).compare(VectorOperators.NE, 0).cast(REALS);
      LongVector sign = quarter.and(2).lanewise(VectorOperators.LSHL, 62);
      LongVector value = sine.blend(cosine, isCosine).reinterpretAsLongs();
      value.lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles().intoArray(y, atY + i);
    }
    return end;
  }
}
