package org.stanj.compiler.interpret;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Kind;
import org.stanj.stdlib.abi.Sizes;
import org.stanj.stdlib.abi.Stretch;

/**
 * A container: elements from {@code offset} of its storage on.
 *
 * @param storage a {@code double[]} or {@code int[]}, shared with views; null if the container is
 *     absent
 * @param sizes one for each dimension
 */
public record Container(@Nullable Object storage, int offset, int[] sizes) {
  /** A rank-1 container of these reals, not copied. */
  public static Container of(double... reals) {
    return new Container(reals, 0, new int[] {reals.length});
  }

  /** A rank-1 container of these ints, not copied. */
  public static Container of(int... ints) {
    return new Container(ints, 0, new int[] {ints.length});
  }

  /** A rank-1 container of a stretch of reals, not copied. */
  static Container of(Stretch stretch) {
    return new Container(stretch.array(), stretch.offset(), new int[] {stretch.length()});
  }

  static Container absent(int rank) {
    return new Container(null, 0, new int[rank]);
  }

  /** A new container with all elements set to {@code value}. */
  static Container filled(Kind kind, int[] sizes, Object value) {
    int n = product(sizes);
    if (kind == Kind.INT) {
      int[] ints = new int[n];
      Arrays.fill(ints, (Integer) value);
      return new Container(ints, 0, sizes);
    }
    double[] reals = new double[n];
    Arrays.fill(reals, (Double) value);
    return new Container(reals, 0, sizes);
  }

  private static int product(int[] sizes) {
    int n = 1;
    for (int size : sizes) {
      if (size < 0) {
        throw new IndexOutOfBoundsException("size " + size);
      }
      n = Sizes.product(n, size);
    }
    return n;
  }

  /** Number of elements. */
  public int length() {
    return product(sizes);
  }

  double[] reals() {
    return (double[]) present();
  }

  int[] ints() {
    return (int[]) present();
  }

  private Object present() {
    if (storage == null) {
      throw new IllegalStateException("absent container");
    }
    return storage;
  }

  Object get(int flat) {
    return storage instanceof int[] ints
        ? (Object) ints[offset + checked(flat)]
        : (Object) reals()[offset + checked(flat)];
  }

  void set(int flat, Object value) {
    if (storage instanceof int[] ints) {
      ints[offset + checked(flat)] = (Integer) value;
    } else {
      reals()[offset + checked(flat)] = (Double) value;
    }
  }

  private int checked(int flat) {
    if (flat < 0 || flat >= length()) {
      throw new IndexOutOfBoundsException(flat + " of " + Arrays.toString(sizes));
    }
    return flat;
  }

  /** Flat position of an element: one index is the position itself, else one for each dimension. */
  int position(CoreType type, int[] at) {
    if (at.length == 1) {
      return at[0];
    }
    int[] order = type.matrix() ? columnsFirst(at.length) : rows(at.length);
    int position = 0;
    for (int d : order) {
      if (at[d] < 0 || at[d] >= sizes[d]) {
        throw new IndexOutOfBoundsException(Arrays.toString(at) + " of " + Arrays.toString(sizes));
      }
      position = position * sizes[d] + at[d];
    }
    return position;
  }

  private static int[] rows(int rank) {
    int[] order = new int[rank];
    Arrays.setAll(order, d -> d);
    return order;
  }

  private static int[] columnsFirst(int rank) {
    int[] order = rows(rank);
    order[rank - 2] = rank - 1;
    order[rank - 1] = rank - 2;
    return order;
  }

  /** Another container over a part of the same storage. */
  Container view(int from, int[] newSizes) {
    Container view = new Container(storage, offset + from, newSizes);
    if (from < 0 || from + view.length() > length()) {
      throw new IndexOutOfBoundsException(
          "view from " + from + " with sizes " + Arrays.toString(newSizes) + " of " + length());
    }
    return view;
  }

  /** Makes all elements useless: the region that made it has ended. */
  void poison() {
    if (storage instanceof int[] ints) {
      Arrays.fill(ints, Integer.MIN_VALUE);
    } else {
      Arrays.fill(reals(), Double.NaN);
    }
  }
}
