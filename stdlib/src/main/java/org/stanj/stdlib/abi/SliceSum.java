package org.stanj.stdlib.abi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A parallel sum: the value of each chunk, behind it its adjoints where a gradient is wanted. The
 * chunks follow from sizes alone (see {@link Chunks}), and their rows are added in order.
 */
public final class SliceSum extends SliceWork {
  private static final double[] NO_ROWS = {};

  private int kernel;
  private Frames frames = new Frames();
  private int n;
  private int size;
  private boolean automatic;
  private boolean gradient;
  private double @Nullable [] adjoints;
  private int adjointOffset;

  /** The sum of the rows so far. */
  private double[] total = NO_ROWS;

  /**
   * The row that is added to it. Both are arrays of their own and begin at 0: HotSpot vectorises
   * the loop over them only where the indices are the same.
   */
  private double[] next = NO_ROWS;

  /** Chunks whose rows are in the sum. */
  private int added;

  SliceSum() {}

  /**
   * Sum over all {@code n} elements.
   *
   * @param kernel id of the kernel in the model
   * @param grainsize least elements in a chunk; 1 leaves the choice to us; negative for a loop that
   *     the compiler cut, with the least number of elements that pay
   * @param adjoints d sum / d active is added here from {@code adjointOffset}, or null
   * @param scratch of the caller
   */
  public static double of(
      SliceRunner.Kernels model,
      int kernel,
      Frames frames,
      int n,
      int grainsize,
      double @Nullable [] adjoints,
      int adjointOffset,
      Scratch scratch) {
    int size = Chunks.size(n, grainsize, frames.activeLength());
    if (n <= size) {
      return n <= 0 ? 0 : model.slice(kernel, frames, 1, n, adjoints, adjointOffset, scratch);
    }
    SliceSum sum = scratch.lendSum();
    sum.kernel = kernel;
    sum.frames = frames;
    sum.n = n;
    sum.size = size;
    sum.automatic = grainsize < 0;
    sum.gradient = adjoints != null;
    sum.adjoints = adjoints;
    sum.adjointOffset = adjointOffset;
    sum.begin();
    long mark = scratch.markReals();
    sum.room(scratch);
    scratch.slices.run(sum, model, scratch);
    while (sum.added < sum.chunks()) {
      System.arraycopy(sum.rows(), sum.row(sum.added), sum.next, 0, sum.width());
      sum.add();
    }
    scratch.releaseReals(mark);
    scratch.releaseSum();
    return sum.end();
  }

  private void begin() {
    added = 0;
    int length = length();
    if (total.length < length) {
      total = new double[length];
      next = new double[length];
    }
    Arrays.fill(total, 0, length, 0);
  }

  /** Hands over the adjoints; returns the value. */
  private double end() {
    double[] to = adjoints;
    adjoints = null;
    if (to != null) {
      int offset = adjointOffset;
      int length = width() - 1;
      for (int i = 0; i < length; i++) {
        to[offset + i] += total[1 + i];
      }
    }
    return total[0];
  }

  private void room(Scratch scratch) {
    int start = scratch.allocateReals(Sizes.product(count(), length()));
    shape(count(), length(), scratch.reals, start);
  }

  private int count() {
    return (int) (((long) n + size - 1) / size);
  }

  private int length() {
    return gradient ? 1 + frames.activeLength() : 1;
  }

  @Override
  public Form form() {
    return Form.SUM;
  }

  @Override
  public void write(Parcel parcel) {
    parcel.put(kernel);
    parcel.put(n);
    parcel.put(size);
    parcel.put(automatic ? 1 : 0);
    parcel.put(gradient ? 1 : 0);
    frames.write(parcel);
  }

  @Override
  public void read(Parcel parcel) {
    kernel = parcel.takeInt();
    n = parcel.takeInt();
    size = parcel.takeInt();
    automatic = parcel.takeInt() != 0;
    gradient = parcel.takeInt() != 0;
    frames.read(parcel);
    shape(count(), length(), NO_ROWS, 0);
  }

  /** Adds the row of one more chunk. */
  private void add() {
    double[] sums = total;
    double[] row = next;
    int length = width();
    for (int i = 0; i < length; i++) {
      sums[i] += row[i];
    }
    added++;
  }

  /**
   * Works in memory of its own: the rows of small sums share lines of the cache, which threads that
   * add to them all the time would take from each other.
   */
  @Override
  public void chunk(int c, SliceRunner.Kernels model, Scratch scratch) {
    long mark = scratch.markReals();
    int own = scratch.allocateReals(width());
    double[] reals = scratch.reals;
    fill(c, reals, own, model, scratch);
    System.arraycopy(reals, own, rows(), row(c), width());
    scratch.releaseReals(mark);
  }

  /** Each row is added when it is there: so all use one place, which stays in cache. */
  @Override
  public void alone(SliceRunner.Kernels model, Scratch scratch) {
    for (int c = 0; c < chunks(); c++) {
      fill(c, next, 0, model, scratch);
      add();
    }
  }

  private void fill(int c, double[] to, int row, SliceRunner.Kernels model, Scratch scratch) {
    int lo = 1 + c * size;
    int hi = (int) Math.min(n, (long) lo + size - 1);
    if (gradient) {
      Arrays.fill(to, row + 1, row + width(), 0);
      to[row] = model.slice(kernel, frames, lo, hi, to, row + 1, scratch);
    } else {
      to[row] = model.slice(kernel, frames, lo, hi, null, 0, scratch);
    }
  }

  @Override
  public boolean automatic() {
    return automatic;
  }

  /** Value and gradient take different times. */
  @Override
  public int kind() {
    return 2 * kernel + (gradient ? 1 : 0);
  }

  @Override
  public int size() {
    return n;
  }

  /** Id of the kernel in the model. */
  public int kernel() {
    return kernel;
  }

  /** The arguments of the kernel. */
  public Frames frames() {
    return frames;
  }

  /** Elements of the whole sum. */
  public int elements() {
    return n;
  }

  /** Elements of a chunk; the last one may have fewer. */
  public int chunkSize() {
    return size;
  }

  /** Whether rows hold adjoints. */
  public boolean gradient() {
    return gradient;
  }
}
