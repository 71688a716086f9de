package org.stanj.compiler.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.KernelMethod.Mode;
import org.stanj.compiler.core.KernelMethod.Parameter;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Kernels over rows of data. */
final class RowKernels {
  static final CoreType MATRIX = new CoreType(Kind.REAL, 2, true);
  static final CoreType KEYS = new CoreType(Kind.INT, 2, false);

  private static final String LINALG = "org/stanj/stdlib/linalg/";

  private RowKernels() {}

  /** product = matrix · vector. */
  static Stmt multiply(Var matrix, Var vector, Var product) {
    List<Parameter> parameters =
        List.of(
            new Parameter(MATRIX, Mode.IN),
            new Parameter(CoreType.REALS, Mode.IN),
            new Parameter(CoreType.REALS, Mode.OUT));
    KernelMethod method =
        new KernelMethod(
            LINALG + "LinearAlgebra",
            "multiplyVector",
            parameters,
            Optional.empty(),
            false,
            false,
            true,
            true,
            false,
            false);
    return call(Optional.empty(), method, matrix, vector, product);
  }

  /**
   * How many rows are left: see {@code SquaredRows.fewer} and {@code SquaredRows.sums}.
   *
   * @param containers rows and their keys, and what gets those that are left
   */
  static Stmt fewer(int power, Var size, Var... containers) {
    String method = power == 1 ? "sums" : "fewer";
    return counting("SquaredRows", method, List.of(MATRIX, KEYS), size, containers);
  }

  /** How many different rows there are: see {@code RepeatedRows.different}. */
  static Stmt different(Var size, Var reals, Var ints, Var firsts, Var counts) {
    List<CoreType> outputs = List.of(CoreType.INTS, CoreType.REALS);
    return counting("RepeatedRows", "different", outputs, size, reals, ints, firsts, counts);
  }

  /** A kernel of a matrix and ints by row that fills two containers and gives a number of rows. */
  private static Stmt counting(
      String owner, String name, List<CoreType> outputs, Var size, Var... containers) {
    List<Parameter> parameters =
        List.of(
            new Parameter(MATRIX, Mode.IN),
            new Parameter(KEYS, Mode.IN),
            new Parameter(outputs.get(0), Mode.OUT),
            new Parameter(outputs.get(1), Mode.OUT));
    KernelMethod method =
        new KernelMethod(LINALG + owner, name, parameters, Optional.of(CoreType.INT), false, false);
    return call(Optional.of(size), method, containers);
  }

  private static Stmt call(Optional<Var> result, KernelMethod method, Var... containers) {
    List<Operand> operands =
        Arrays.stream(containers).map(v -> (Operand) new Operand.Container(v)).toList();
    return new Stmt.Kernel(result, method, operands, "");
  }
}
