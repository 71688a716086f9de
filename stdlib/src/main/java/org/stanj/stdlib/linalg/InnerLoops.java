package org.stanj.stdlib.linalg;

/**
 * The innermost loops of dense linear algebra, in two forms that give the same bits: {@link
 * ScalarLoops} and {@link VectorLoops}.
 *
 * <p>Matrices are column-major with a distance between columns. Products are fused with their sums
 * ({@link org.stanj.stdlib.simd.Fused}). The order of every sum is part of the contract, so that it
 * depends on sizes only: not on lanes, blocks or threads. Containers that are written do not
 * overlap with those that are read.
 */
interface InnerLoops {
  /** Terms of one sum of {@link #addProduct}, before it is added to the result. */
  int DEPTH = 256;

  /** Lanes of a sum of {@link #addDots}. */
  int LANES = 8;

  /**
   * C += AB, or C −= AB if {@code negative}; C is m × n. A is m × k with element (i, p) at {@code
   * ao + i * aRow + p * aColumn}, B likewise. Each element of C gets one sum for each {@link
   * #DEPTH} terms, which starts at 0 and goes in the order of p.
   */
  void addProduct(
      int m,
      int n,
      int k,
      double[] a,
      int ao,
      int aRow,
      int aColumn,
      double[] b,
      int bo,
      int bRow,
      int bColumn,
      boolean negative,
      double[] c,
      int co,
      int cColumn);

  /**
   * y += Ax, or y −= Ax; A is m × k, elements of x are {@code xStep} apart. The terms of an element
   * are added to it one by one, in the order of columns.
   */
  void addColumns(
      int m,
      int k,
      double[] a,
      int ao,
      int aColumn,
      double[] x,
      int xo,
      int xStep,
      boolean negative,
      double[] y,
      int yo);

  /**
   * x += A′y, or x −= A′y; A is m × k. Term i of a sum goes to lane i mod {@link #LANES}, and the
   * lanes are added as ((0 + 4) + (2 + 6)) + ((1 + 5) + (3 + 7)).
   */
  void addDots(
      int m,
      int k,
      double[] a,
      int ao,
      int aColumn,
      double[] y,
      int yo,
      boolean negative,
      double[] x,
      int xo);

  /** A += yx′, or A −= yx′; A is m × n. */
  void addOuter(
      int m,
      int n,
      double[] y,
      int yo,
      double[] x,
      int xo,
      boolean negative,
      double[] a,
      int ao,
      int aColumn);

  /** y += sx, of m elements, fused. */
  void addScaled(int m, double[] x, int xo, double s, double[] y, int yo);

  /** Rotates columns x and y of v, of m elements: x becomes cx − sy, and y becomes sx + cy. */
  void rotate(int m, double[] v, int x, int y, double c, double s);
}
