package org.stanj.stdlib.linalg;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRPDecomposition_F64;

/** Fewer rows with the same sums of squares. */
public final class SquaredRows {
  /** The part of the rows that may be left, for it to be worth it. */
  private static final double ENOUGH = 0.8;

  /** Elements of which a copy costs nothing that matters. */
  private static final int FEW_ELEMENTS = 1 << 20;

  /** The most multiplications. */
  private static final double MOST_WORK = 2e10;

  /** Rows that are decomposed at once, if they are not fewer than columns. */
  private static final int CHUNK = 256;

  /** What is left of a row by rounding, for each of the numbers that went into it. */
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private SquaredRows() {}

  /**
   * Finds rows B with ‖Bp‖² = ‖Ap‖² for every p, where p may differ between groups of rows with
   * different keys: for each group the factor R of A = QR, unless the group has fewer rows. Without
   * keys there are c rows, some of which may be zero.
   *
   * @param a the rows, n by c
   * @param keys n by g
   * @param b as large as {@code a}: gets the rows that are left
   * @param left as large as {@code keys}: gets their keys
   * @return how many are left; 0 if they would not be much fewer and not few, if there is too much
   *     to do, or if an element is not finite
   */
  public static int fewer(
      double[] a,
      int ao,
      int n,
      int c,
      int[] keys,
      int ko,
      int kn,
      int g,
      double[] b,
      int bo,
      int bn,
      int bc,
      int[] left,
      int lo,
      int ln,
      int lg) {
    if (n < c && g == 0 || (double) n * c * c > MOST_WORK || !isFinite(a, ao, n * c)) {
      return 0;
    }
    int size = 0;
    Map<IntBuffer, Group> groups = groups(keys, ko, n, g);
    long most = groups.values().stream().mapToLong(rows -> Math.min(rows.size, c)).sum();
    if (most > ENOUGH * n && (long) n * c > FEW_ELEMENTS) {
      return 0;
    }
    for (Map.Entry<IntBuffer, Group> group : groups.entrySet()) {
      DMatrixRMaj rows = fewer(a, ao, n, c, group.getValue());
      for (int i = 0; i < rows.numRows; i++) {
        for (int j = 0; j < c; j++) {
          b[bo + size + j * n] = rows.unsafe_get(i, j);
        }
        System.arraycopy(group.getKey().array(), 0, left, lo + size * g, g);
        size++;
      }
    }
    if (g == 0) {
      for (int j = 0; j < c; j++) {
        Arrays.fill(b, bo + size + j * n, bo + c + j * n, 0);
      }
    }
    return g == 0 ? c : size;
  }

  /**
   * Finds the sums of rows with the same keys.
   *
   * @return how many there are; 0 if an element is not finite
   */
  public static int sums(
      double[] a,
      int ao,
      int n,
      int c,
      int[] keys,
      int ko,
      int kn,
      int g,
      double[] b,
      int bo,
      int bn,
      int bc,
      int[] left,
      int lo,
      int ln,
      int lg) {
    if (!isFinite(a, ao, n * c)) {
      return 0;
    }
    int size = 0;
    for (Map.Entry<IntBuffer, Group> group : groups(keys, ko, n, g).entrySet()) {
      for (int j = 0; j < c; j++) {
        double sum = 0;
        for (int i = 0; i < group.getValue().size; i++) {
          sum += a[ao + group.getValue().rows[i] + j * n];
        }
        b[bo + size + j * n] = sum;
      }
      System.arraycopy(group.getKey().array(), 0, left, lo + size * g, g);
      size++;
    }
    return size;
  }

  private static boolean isFinite(double[] a, int ao, int length) {
    for (int i = ao; i < ao + length; i++) {
      if (!Double.isFinite(a[i])) {
        return false;
      }
    }
    return true;
  }

  /** Rows by their keys, in the order of their first ones. */
  private static Map<IntBuffer, Group> groups(int[] keys, int ko, int n, int g) {
    Map<IntBuffer, Group> groups = new LinkedHashMap<>();
    for (int i = 0; i < n; i++) {
      int from = ko + i * g;
      IntBuffer key = IntBuffer.wrap(Arrays.copyOfRange(keys, from, from + g));
      groups.computeIfAbsent(key, k -> new Group()).add(i);
    }
    return groups;
  }

  private static DMatrixRMaj fewer(double[] a, int ao, int n, int c, Group group) {
    DMatrixRMaj rows = new DMatrixRMaj(0, c);
    int chunk = Math.max(CHUNK, c);
    for (int from = 0; from < group.size; from += chunk) {
      int more = Math.min(chunk, group.size - from);
      DMatrixRMaj all = new DMatrixRMaj(rows.numRows + more, c);
      System.arraycopy(rows.data, 0, all.data, 0, rows.numRows * c);
      for (int i = 0; i < more; i++) {
        for (int j = 0; j < c; j++) {
          all.unsafe_set(rows.numRows + i, j, a[ao + group.rows[from + i] + j * n]);
        }
      }
      rows = all.numRows > c ? withoutNothing(factor(all), all) : all;
    }
    return rows;
  }

  /**
   * R of A = QR, with pivots, so that rows of rounding errors come last; its columns are those of A
   * again.
   */
  private static DMatrixRMaj factor(DMatrixRMaj all) {
    QRPDecomposition_F64<DMatrixRMaj> qr = DecompositionFactory_DDRM.qrp(all.numRows, all.numCols);
    // False where columns depend on each other, which does not matter here.
    qr.decompose(all.copy());
    DMatrixRMaj r = qr.getR(null, true);
    int[] columns = qr.getColPivots();
    DMatrixRMaj ordered = new DMatrixRMaj(r.numRows, r.numCols);
    for (int i = 0; i < r.numRows; i++) {
      for (int j = 0; j < r.numCols; j++) {
        ordered.unsafe_set(i, columns[j], r.unsafe_get(i, j));
      }
    }
    return ordered;
  }

  /**
   * The rows of a factor that are more than what rounding leaves of columns that depend on others.
   */
  private static DMatrixRMaj withoutNothing(DMatrixRMaj r, DMatrixRMaj of) {
    double[] norms = new double[of.numCols];
    for (int i = 0; i < of.numRows; i++) {
      for (int j = 0; j < of.numCols; j++) {
        norms[j] = Math.hypot(norms[j], of.unsafe_get(i, j));
      }
    }
    DMatrixRMaj kept = new DMatrixRMaj(r.numRows, r.numCols);
    int size = 0;
    for (int i = 0; i < r.numRows; i++) {
      boolean some = false;
      for (int j = 0; j < r.numCols; j++) {
        some |= Math.abs(r.unsafe_get(i, j)) > ROUNDING * norms[j];
      }
      if (some) {
        System.arraycopy(r.data, i * r.numCols, kept.data, size++ * r.numCols, r.numCols);
      }
    }
    kept.reshape(size, r.numCols, true);
    return kept;
  }

  /** Positions of rows. */
  private static final class Group {
    private int[] rows = new int[4];
    private int size;

    void add(int row) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
      }
      rows[size++] = row;
    }
  }
}
