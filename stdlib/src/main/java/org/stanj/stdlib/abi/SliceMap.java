package org.stanj.stdlib.abi;

import java.util.Arrays;
import org.stanj.stdlib.abi.BoundCallback.Method;

/**
 * Jobs: calls of one function of the program that share its bound arguments, but for elements that
 * it picks by the number of the job. Each job has a stretch of its own in the row of its chunk;
 * {@link Task} says what stands there. A job is called the same way whatever chunk it is in.
 */
public final class SliceMap extends SliceWork {
  /** What is asked of each job, and what its stretch of the rows holds then. */
  public enum Task {
    /** Length of the value; the value, as much of it as has room. */
    VALUES,
    /**
     * Length of the value; its first element; the gradient by the leading arguments (the number of
     * the job among them) and by the active frame, if the value has one element.
     */
    GRADIENTS,
    /** The vector-Jacobian product, by the same. */
    PRODUCTS
  }

  private static final double[] NO_ROWS = {};

  private int callback;
  private Frames frames = new Frames();
  private int jobs;
  private int chunkSize;
  private int leadLength;
  private int room;
  private Task task = Task.VALUES;
  private final Stretch leads = new Stretch();
  private final Stretch adjoints = new Stretch();
  private int[] starts = {};
  private int startsOffset;

  SliceMap() {}

  SliceMap of(int id, Frames bound, int count) {
    callback = id;
    frames = bound;
    jobs = count;
    chunkSize = Chunks.ofJobs(count);
    return this;
  }

  SliceMap leads(double[] array, int offset, int length) {
    leads.set(array, offset, jobs * length);
    leadLength = length;
    return this;
  }

  /**
   * Asks for values.
   *
   * @param gradients whether for gradients as well; there is room for one element then
   * @param elements of a value that there is room for
   */
  public void askValues(boolean gradients, int elements) {
    task = gradients ? Task.GRADIENTS : Task.VALUES;
    adjoints.set(NO_ROWS);
    room = elements;
  }

  /**
   * Asks for vector-Jacobian products.
   *
   * @param array adjoints of the values, one job after the other
   * @param ends behind the adjoints of each job, from {@code endsOffset}, in elements from {@code
   *     offset}; the number of the first job's first one stands before
   */
  public void askProducts(double[] array, int offset, int[] ends, int endsOffset) {
    task = Task.PRODUCTS;
    room = 0;
    starts = ends;
    startsOffset = endsOffset;
    adjoints.set(array, offset, ends[endsOffset + jobs]);
  }

  /** Reals that the rows of all chunks take. */
  public int reals() {
    return Sizes.product(count(), Sizes.product(chunkSize, stride()));
  }

  private int count() {
    return (int) (((long) jobs + chunkSize - 1) / chunkSize);
  }

  @Override
  public Form form() {
    return Form.MAP;
  }

  @Override
  public int kind() {
    return -1 - (Task.values().length * callback + task.ordinal());
  }

  /** The number of jobs. */
  @Override
  public int size() {
    return jobs;
  }

  @Override
  public void write(Parcel parcel) {
    for (int value : new int[] {callback, jobs, chunkSize, leadLength, room, task.ordinal()}) {
      parcel.put(value);
    }
    frames.write(parcel);
    leads.write(parcel);
    adjoints.write(parcel);
    if (task == Task.PRODUCTS) {
      parcel.put(starts, startsOffset, jobs + 1);
    }
  }

  @Override
  public void read(Parcel parcel) {
    callback = parcel.takeInt();
    jobs = parcel.takeInt();
    chunkSize = parcel.takeInt();
    leadLength = parcel.takeInt();
    room = parcel.takeInt();
    task = Task.values()[parcel.takeInt()];
    frames.read(parcel);
    leads.read(parcel);
    adjoints.read(parcel);
    if (task == Task.PRODUCTS) {
      starts = starts.length > jobs ? starts : new int[jobs + 1];
      startsOffset = 0;
      parcel.take(starts, 0, jobs + 1);
    }
    shape(count(), chunkSize * stride(), NO_ROWS, 0);
  }

  /** Says where the rows are. */
  public void rows(double[] array, int offset) {
    shape(count(), chunkSize * stride(), array, offset);
  }

  /** Reals in the stretch of a job. */
  public int stride() {
    int gradient = Sizes.sum(leadLength + 1, frames.activeLength());
    return switch (task) {
      case VALUES -> 1 + room;
      case GRADIENTS -> Sizes.sum(2, gradient);
      case PRODUCTS -> gradient;
    };
  }

  /** Where the stretch of a job begins in {@link #rows}; jobs count from 0. */
  public int at(int job) {
    return row(0) + job * stride();
  }

  @Override
  public void chunk(int c, SliceRunner.Kernels model, Scratch scratch) {
    BoundCallback f = BoundCallback.of(model, callback, frames, scratch);
    long mark = scratch.markReals();
    int at = scratch.allocateReals(leadLength + 1);
    double[] lead = scratch.reals;
    f.container(0).set(lead, at, leadLength + 1);
    int end = Math.min(jobs, (c + 1) * chunkSize);
    for (int job = c * chunkSize; job < end; job++) {
      System.arraycopy(leads.array(), leads.offset() + job * leadLength, lead, at, leadLength);
      lead[at + leadLength] = job;
      call(f, job);
    }
    scratch.releaseReals(mark);
    scratch.releaseCallback();
  }

  private void call(BoundCallback f, int job) {
    int at = at(job);
    switch (task) {
      case VALUES -> {
        f.container(1).set(rows(), at, 1 + room);
        value(f.call(Method.VALUE), at);
      }
      case GRADIENTS -> {
        f.container(1).set(rows(), at, 2);
        gradient(f, at + 2);
        value(f.call(Method.GRADIENT), at);
      }
      case PRODUCTS -> {
        int start = starts[startsOffset + job];
        int length = starts[startsOffset + job + 1] - start;
        f.container(1).set(adjoints.array(), adjoints.offset() + start, length);
        gradient(f, at);
        if (length > 0) {
          f.call(Method.VJP);
        }
      }
    }
  }

  private void value(double only, int at) {
    if (rows()[at] == 1) {
      rows()[at + 1] = only;
    }
  }

  /** Room for a gradient, zero. */
  private void gradient(BoundCallback f, int at) {
    int active = frames.activeLength();
    Arrays.fill(rows(), at, at + leadLength + 1 + active, 0);
    f.container(2).set(rows(), at, leadLength + 1);
    f.container(3).set(rows(), at + leadLength + 1, active);
  }

  /** Id of the function in the model. */
  public int callback() {
    return callback;
  }

  /** The bound arguments of the function. */
  public Frames frames() {
    return frames;
  }

  /** Number of jobs. */
  public int jobs() {
    return jobs;
  }

  /** Jobs in a chunk; the last one may have fewer. */
  public int chunkSize() {
    return chunkSize;
  }

  /** What is asked for. */
  public Task task() {
    return task;
  }

  /** Elements of a value that there is room for. */
  public int room() {
    return room;
  }

  /** Leading arguments of all jobs, without the numbers of the jobs. */
  public Stretch leads() {
    return leads;
  }

  /** How many of these a job has. */
  public int leadLength() {
    return leadLength;
  }

  /** Adjoints of all values, for products. */
  public Stretch adjoints() {
    return adjoints;
  }

  /** Number of the first adjoint of a job; that of the job after it is where it ends. */
  public int start(int job) {
    return starts[startsOffset + job];
  }
}
