package org.stanj.compiler.emit;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.KernelMethod.Mode;
import org.stanj.compiler.core.KernelMethod.Parameter;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Primitive;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;

/** Library methods for tests. */
public final class TestKernels {
  public static final String OWNER = "org/stanj/compiler/emit/TestKernels";
  public static final Primitive EXP =
      new Primitive("java/lang/StrictMath", "exp", List.of(Kind.REAL), Kind.REAL, false);
  public static final Primitive HYPOT =
      new Primitive(
          "java/lang/StrictMath", "hypot", List.of(Kind.REAL, Kind.REAL), Kind.REAL, false);
  public static final Primitive UNIFORM =
      new Primitive(OWNER, "uniform", List.of(Kind.REAL), Kind.REAL, true);
  public static final KernelMethod MATRIX_SUM =
      new KernelMethod(
          OWNER,
          "matrixSum",
          List.of(
              new Parameter(new CoreType(Kind.REAL, 2, true), Mode.IN),
              new Parameter(CoreType.REALS, Mode.OUT),
              new Parameter(new CoreType(Kind.REAL, 2, true), Mode.ADJOINT),
              new Parameter(CoreType.INT, Mode.TEXT)),
          Optional.of(CoreType.REAL),
          false,
          false);
  public static final KernelMethod SHUFFLE =
      new KernelMethod(
          OWNER,
          "shuffle",
          List.of(new Parameter(CoreType.INTS, Mode.OUT), new Parameter(CoreType.REAL, Mode.IN)),
          Optional.empty(),
          true,
          false);

  private TestKernels() {}

  /** Uniform below the bound. */
  public static double uniform(RandomStream stream, double bound) {
    return stream.nextDouble() * bound;
  }

  /** Weighted sum of a matrix; rejects a negative first element. */
  public static double matrixSum(
      double[] m,
      int mAt,
      int rows,
      int columns,
      double[] out,
      int outAt,
      int outSize,
      double[] adjoint,
      int adjointAt,
      String name) {
    if (rows * columns > 0 && m[mAt] < 0) {
      throw RejectException.domain(name + " starts with " + m[mAt]);
    }
    double sum = 0;
    for (int k = 0; k < rows * columns; k++) {
      sum += (k + 1) * m[mAt + k];
      if (adjoint != null) {
        adjoint[adjointAt + k] += k + 1;
      }
    }
    for (int k = 0; k < outSize; k++) {
      out[outAt + k] = sum + k;
    }
    return sum;
  }

  /** Fills with random ints. */
  public static void shuffle(RandomStream stream, int[] out, int at, int size, double scale) {
    for (int k = 0; k < size; k++) {
      out[at + k] = (int) (scale * stream.nextInt(100));
    }
  }
}
