package org.stanj.stdlib.linalg;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.stdlib.prelude.PreludeText;

/**
 * Every differentiable kernel that the prelude declares: its adjoint against central differences
 * with Richardson's extrapolation, whose two estimates also bound the error.
 *
 * <p>Operands get random values and the sizes that {@link #SHAPES} states; a new kernel needs a row
 * there. Symmetric operands are moved symmetrically.
 */
final class KernelAdjointTest {
  private static final double STEP = 1e-3;

  /** Sizes of the operands in order, and the nature of the first one. */
  private record Shape(Nature nature, int[]... sizes) {}

  private enum Nature {
    GENERAL,
    POSITIVE_DEFINITE,
    LOWER
  }

  private static int[] of(int... sizes) {
    return sizes;
  }

  private static final Map<String, Shape> SHAPES =
      Map.ofEntries(
          Map.entry("multiply", new Shape(Nature.GENERAL, of(3, 2), of(2, 4), of(3, 4))),
          Map.entry("multiplyVector", new Shape(Nature.GENERAL, of(3, 2), of(2), of(3))),
          Map.entry("vectorMultiply", new Shape(Nature.GENERAL, of(3), of(3, 2), of(2))),
          Map.entry("cholesky", new Shape(Nature.POSITIVE_DEFINITE, of(4, 4), of(4, 4))),
          Map.entry("choleskyOrNan", new Shape(Nature.POSITIVE_DEFINITE, of(4, 4), of(4, 4))),
          Map.entry("solveLower", new Shape(Nature.LOWER, of(4, 4), of(4), of(4))),
          Map.entry("solveLowerMatrix", new Shape(Nature.LOWER, of(3, 3), of(3, 2), of(3, 2))),
          Map.entry("solveLowerTransposed", new Shape(Nature.LOWER, of(4, 4), of(4), of(4))),
          Map.entry("solveRightLower", new Shape(Nature.LOWER, of(3, 3), of(2, 3), of(2, 3))),
          Map.entry("crossprod", new Shape(Nature.GENERAL, of(4, 3), of(3, 3))),
          Map.entry("tcrossprod", new Shape(Nature.GENERAL, of(4, 3), of(4, 4))),
          Map.entry("multiplyLowerTriSelfTranspose", new Shape(Nature.LOWER, of(4, 3), of(4, 4))),
          Map.entry("mdivideLeft", new Shape(Nature.GENERAL, of(3, 3), of(3, 2), of(3, 2))),
          Map.entry("mdivideLeftVector", new Shape(Nature.GENERAL, of(3, 3), of(3), of(3))),
          Map.entry(
              "mdivideLeftSpd", new Shape(Nature.POSITIVE_DEFINITE, of(3, 3), of(3, 2), of(3, 2))),
          Map.entry("inverse", new Shape(Nature.GENERAL, of(3, 3), of(3, 3))),
          Map.entry("inverseSpd", new Shape(Nature.POSITIVE_DEFINITE, of(3, 3), of(3, 3))),
          Map.entry("determinant", new Shape(Nature.GENERAL, of(3, 3))),
          Map.entry("logDeterminant", new Shape(Nature.GENERAL, of(3, 3))),
          Map.entry("logDeterminantSpd", new Shape(Nature.POSITIVE_DEFINITE, of(3, 3))),
          Map.entry(
              "eigenSymmetric", new Shape(Nature.POSITIVE_DEFINITE, of(4, 4), of(4), of(4, 4))),
          Map.entry("qrThin", new Shape(Nature.GENERAL, of(5, 3), of(5, 3), of(3, 3))),
          Map.entry("singularValues", new Shape(Nature.GENERAL, of(4, 3), of(3))),
          Map.entry(
              "eigenReal",
              new Shape(Nature.POSITIVE_DEFINITE, of(3, 3), of(3), of(3), of(3, 3), of(3, 3))),
          Map.entry("transform", new Shape(Nature.GENERAL, of(6), of(6), of(6), of(6))),
          Map.entry("svd", new Shape(Nature.GENERAL, of(4, 3), of(4, 3), of(3), of(3, 3))),
          Map.entry("qr", new Shape(Nature.GENERAL, of(3, 4), of(3, 3), of(3, 4))),
          Map.entry("pseudoInverse", new Shape(Nature.GENERAL, of(4, 3), of(3, 4))),
          Map.entry("matrixExp", new Shape(Nature.GENERAL, of(3, 3), of(3, 3))),
          Map.entry("squared", new Shape(Nature.GENERAL, of(3, 2), of(4, 2), of(3, 4))),
          Map.entry("euclidean", new Shape(Nature.GENERAL, of(3, 2), of(4, 2), of(3, 4))),
          Map.entry("squaredLower", new Shape(Nature.GENERAL, of(3, 2), of(6))),
          Map.entry("euclideanLower", new Shape(Nature.GENERAL, of(3, 2), of(6))),
          Map.entry("symmetric", new Shape(Nature.GENERAL, of(6), of(3, 3))),
          Map.entry("logSumExp", new Shape(Nature.GENERAL, of(5))),
          Map.entry("variance", new Shape(Nature.GENERAL, of(5))),
          Map.entry("sd", new Shape(Nature.GENERAL, of(5))),
          Map.entry("softmax", new Shape(Nature.GENERAL, of(5), of(5))));

  /** Kernels whose results are free up to phases: {@link PhaseFreeAdjointTest}. */
  private static final Set<String> PHASE_FREE =
      Set.of("eigenComplex", "eigenHermitian", "schur", "svdComplex");

  /** Kernels that fill their slopes beside the value, and have no slopes of these. */
  private static final Set<String> WITH_SLOPES =
      Set.of("GaussHypergeometric", "Hypergeometric", "Wiener");

  static Stream<PreludeText.Kernel> kernels() {
    return PreludeText.load().kernels().stream()
        .filter(PreludeText.Kernel::differentiable)
        .filter(kernel -> !kernel.calls() && !WITH_SLOPES.contains(kernel.owner()))
        .filter(kernel -> !PHASE_FREE.contains(kernel.method()));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void adjointEqualsDifferences(PreludeText.Kernel kernel) {
    Shape shape = SHAPES.get(kernel.method());
    assertTrue(shape != null, "no shapes for " + kernel.method());
    Case test = new Case(kernel, shape, new Random(20260101L + kernel.method().hashCode()));
    test.check();
  }

  /** One kernel at one point; the objective is Σ weight · output, or the scalar result. */
  private static final class Case {
    private static final int PAD = 3;
    private final PreludeText.Kernel kernel;
    private final Shape shape;
    private final double[][] operands;
    private final double[][] weights;

    Case(PreludeText.Kernel kernel, Shape shape, Random random) {
      this.kernel = kernel;
      this.shape = shape;
      int n = kernel.operands().size();
      operands = new double[n][];
      weights = new double[n][];
      for (int i = 0; i < n; i++) {
        operands[i] = random.doubles(PAD + count(i), -1.5, 1.5).toArray();
        weights[i] = random.doubles(PAD + count(i), -1, 1).toArray();
      }
      prepareFirst();
    }

    private int count(int operand) {
      int product = 1;
      for (int size : shape.sizes()[operand]) {
        product *= size;
      }
      return product;
    }

    private void prepareFirst() {
      if (shape.nature() == Nature.GENERAL) {
        return;
      }
      int m = shape.sizes()[0][0];
      int n = shape.sizes()[0][1];
      double[] a = operands[0];
      for (int j = 0; j < n; j++) {
        a[PAD + j * m + j] = shape.nature() == Nature.LOWER ? 1.5 + 0.2 * j : 6 + j;
        for (int i = j + 1; i < m && i < n; i++) {
          boolean lower = shape.nature() == Nature.LOWER;
          a[PAD + i * m + j] = lower ? 0 : a[PAD + j * m + i];
        }
      }
    }

    double objective() {
      double result = kernel.call(operands, shape.sizes(), PAD);
      if (kernel.hasResult()) {
        return result;
      }
      double sum = 0;
      for (int k = 0; k < operands.length; k++) {
        for (int i = PAD; kernel.isOutput(k) && i < operands[k].length; i++) {
          sum += weights[k][i] * operands[k][i];
        }
      }
      return sum;
    }

    void check() {
      double result = objective();
      double[][] adjoints = new double[operands.length][];
      for (int k = 0; k < operands.length; k++) {
        adjoints[k] = kernel.isOutput(k) ? weights[k].clone() : new double[operands[k].length];
      }
      kernel.callAdjoint(operands, adjoints, shape.sizes(), PAD, result);
      for (int k = 0; k < operands.length; k++) {
        for (int i = PAD; !kernel.isOutput(k) && i < operands[k].length; i++) {
          checkElement(adjoints, k, i);
        }
      }
    }

    private void checkElement(double[][] adjoints, int k, int i) {
      List<Integer> moved = moved(k, i);
      if (moved.isEmpty()) {
        return;
      }
      double coarse = difference(k, moved, STEP);
      double fine = difference(k, moved, STEP / 2);
      double estimate = fine + (fine - coarse) / 3;
      double bound = Math.abs(fine - coarse) + 1e-8 * (1 + Math.abs(estimate));
      double adjoint = 0;
      for (int p : moved) {
        adjoint += adjoints[k][p];
      }
      assertTrue(
          Math.abs(adjoint - estimate) <= bound,
          kernel.method()
              + " operand "
              + k
              + " element "
              + (i - PAD)
              + ": adjoint "
              + adjoint
              + ", difference "
              + estimate);
    }

    /** The element, with its mirror in a symmetric operand; nothing where it is not free. */
    private List<Integer> moved(int k, int i) {
      List<Integer> moved = new ArrayList<>(List.of(i));
      if (k > 0 || shape.nature() == Nature.GENERAL) {
        return moved;
      }
      int m = shape.sizes()[0][0];
      int row = (i - PAD) % m;
      int column = (i - PAD) / m;
      if (column > row) {
        moved.clear();
      } else if (column < row && shape.nature() == Nature.POSITIVE_DEFINITE) {
        moved.add(PAD + row * m + column);
      }
      return moved;
    }

    private double difference(int k, List<Integer> moved, double h) {
      moved.forEach(p -> operands[k][p] += h);
      double up = objective();
      moved.forEach(p -> operands[k][p] -= 2 * h);
      double down = objective();
      moved.forEach(p -> operands[k][p] += h);
      return (up - down) / (2 * h);
    }
  }
}
