package org.stanj.stdlib.abi;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function of a bound model with its arguments in frames. A {@link Scratch} lends it for the time
 * of one kernel.
 */
public final class BoundCallback implements CurvedCallback {
  /**
   * Methods of a callback, with the containers that they take behind the leading arguments. The
   * adjoint of the active frame comes last, where a method gives it.
   */
  public enum Method {
    /**
     * Value: set. Of jobs the length of the value, and behind it as much of it as has room; but a
     * value of one element is what the method returns.
     */
    VALUE(1, false),
    /** Adjoint of the value; adjoint of the leading arguments: added to, as that of the frame. */
    VJP(2, true),
    /** The same without the frame. */
    LEAD_VJP(2, false),
    /**
     * Of jobs: the value as above; where it has one element, the gradient by the leading arguments:
     * added to, as that by the frame.
     */
    GRADIENT(2, true),
    /** Direction u; adjoint of the value; gradient of u'∇f by the leading arguments: added to. */
    HESSIAN(3, true),
    /** The same without the frame. */
    LEAD_HESSIAN(3, false),
    /** Directions u, v; adjoint of the value; gradient of u'Hv by the leading ones: added to. */
    THIRD(4, true),
    /** The same without the frame. */
    LEAD_THIRD(4, false);

    private final int arrays;
    private final boolean active;

    Method(int arrays, boolean active) {
      this.arrays = arrays;
      this.active = active;
    }

    /** How many containers it takes behind the leading arguments. */
    public int containers() {
      return active ? arrays + 1 : arrays;
    }

    /** Whether it gives the adjoint of the active frame. */
    public boolean active() {
      return active;
    }
  }

  /** The leading arguments, four more, and the adjoint of the active frame. */
  private static final int MOST = 6;

  private static final double[] ONE = {1};

  private SliceRunner.@Nullable Kernels model;
  private int id;
  private boolean traced;
  private Frames frames = new Frames();
  private final Frames own = frames;
  private final Scratch scratch;
  private final Stretch[] containers = new Stretch[MOST];
  private final Stretch made = new Stretch();

  BoundCallback(Scratch scratch) {
    this.scratch = scratch;
    Arrays.setAll(containers, i -> new Stretch());
  }

  /**
   * The callback over stretches of arrays, which it does not copy; the scratch takes it back by
   * {@link Scratch#releaseCallback}.
   */
  public static BoundCallback of(
      SliceRunner.Kernels model,
      int id,
      boolean traced,
      double[] active,
      int activeOffset,
      int activeLength,
      double[] passive,
      int passiveOffset,
      int passiveLength,
      int[] ints,
      int intsOffset,
      int intsLength,
      Scratch scratch) {
    BoundCallback callback = scratch.lendCallback();
    Frames frames = callback.own;
    frames.active(active, activeOffset, activeLength);
    frames.passive(passive, passiveOffset, passiveLength);
    frames.ints(ints, intsOffset, intsLength);
    return callback.bind(model, id, traced, frames);
  }

  /** The callback over frames that another one has. */
  static BoundCallback of(SliceRunner.Kernels model, int id, Frames frames, Scratch scratch) {
    return scratch.lendCallback().bind(model, id, false, frames);
  }

  private BoundCallback bind(
      SliceRunner.Kernels ofModel, int callback, boolean forReverse, Frames bound) {
    model = ofModel;
    id = callback;
    traced = forReverse;
    frames = bound;
    return this;
  }

  /** Working memory of the evaluation. */
  public Scratch scratch() {
    return scratch;
  }

  @Override
  public int activeLength() {
    return frames.activeLength();
  }

  @Override
  public boolean traced() {
    return traced;
  }

  @Override
  public void value(double[] lead, double[] out) {
    containers[0].set(lead);
    containers[1].set(out);
    call(Method.VALUE);
  }

  @Override
  public void vjp(
      double[] lead, double[] dOut, double[] dLead, double @Nullable [] dActive, int activeOffset) {
    containers[0].set(lead);
    containers[1].set(dOut);
    containers[2].set(dLead);
    call(Method.VJP, Method.LEAD_VJP, dActive, activeOffset);
  }

  @Override
  public void hessianProduct(
      double[] lead, double[] u, double[] out, double @Nullable [] dActive, int activeOffset) {
    containers[0].set(lead);
    containers[1].set(u);
    containers[2].set(ONE);
    containers[3].set(out);
    call(Method.HESSIAN, Method.LEAD_HESSIAN, dActive, activeOffset);
  }

  @Override
  public void thirdProduct(
      double[] lead,
      double[] u,
      double[] v,
      double[] dLead,
      double @Nullable [] dActive,
      int activeOffset) {
    containers[0].set(lead);
    containers[1].set(u);
    containers[2].set(v);
    containers[3].set(ONE);
    containers[4].set(dLead);
    call(Method.THIRD, Method.LEAD_THIRD, dActive, activeOffset);
  }

  /** The method with the adjoint of the active frame where it is wanted, else the one without. */
  private void call(Method with, Method without, double @Nullable [] dActive, int activeOffset) {
    if (dActive == null || frames.activeLength() == 0) {
      call(without);
    } else {
      containers[with.containers()].set(dActive, activeOffset, frames.activeLength());
      call(with);
    }
  }

  /** A container that a method takes; the leading arguments are the first. */
  Stretch container(int i) {
    return containers[i];
  }

  double call(Method method) {
    return kernels().callback(id, method, containers, frames, scratch);
  }

  private SliceRunner.Kernels kernels() {
    return Objects.requireNonNull(model);
  }

  /**
   * Jobs to be filled in and run: calls of the function that do not depend on each other. They last
   * until {@link Scratch#releaseMap}.
   *
   * @param leads leading arguments of the jobs but their numbers, one job after the other
   * @param length of those of a job
   */
  public SliceMap jobs(double[] leads, int leadsOffset, int jobs, int length) {
    return scratch.lendMap().of(id, frames, jobs).leads(leads, leadsOffset, length);
  }

  /** Runs the jobs, wherever the slices of this evaluation run. */
  public void run(SliceMap jobs) {
    if (jobs.chunks() > 1) {
      scratch.slices.run(jobs, kernels(), scratch);
    } else if (jobs.chunks() == 1) {
      jobs.chunk(0, kernels(), scratch);
    }
  }

  /** Elements of the longest value that jobs have given so far; 1 before there was any. */
  public int longest() {
    return scratch.longest(id);
  }

  /** Notes that jobs give values of so many elements. */
  public void longest(int elements) {
    scratch.longest(id, elements);
  }

  /** What a kernel returns: a part of the scratch. */
  public Stretch made(double[] array, int offset, int length) {
    made.set(array, offset, length);
    return made;
  }
}
