package org.stanj.stdlib.abi;

import org.jspecify.annotations.Nullable;

/** A function of a bound model with its arguments in frames. */
public final class BoundCallback implements CurvedCallback {
  /** The functions of a model that solvers call. */
  public interface Model {
    /**
     * Runs a method of a callback.
     *
     * @param callback id in the program
     * @param arrays what the method takes behind the leading arguments, see {@link Method}
     * @param active where the adjoint of the active frame is added to, from {@code activeOffset};
     *     null where the method does not give it
     */
    void callback(
        int callback,
        Method method,
        double[] lead,
        Frames frames,
        double[][] arrays,
        double @Nullable [] active,
        int activeOffset,
        Scratch scratch);
  }

  /** Methods of a callback, with the arrays that they take behind the leading arguments. */
  public enum Method {
    /** Value: set. */
    VALUE(1, false),
    /** Adjoint of the value; adjoint of the leading arguments: added to, as that of the frame. */
    VJP(2, true),
    /** The same without the frame. */
    LEAD_VJP(2, false),
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

    /** How many arrays it takes. */
    public int arrays() {
      return arrays;
    }

    /** Whether it gives the adjoint of the active frame. */
    public boolean active() {
      return active;
    }

    /** Whether it stands for a derivative of second or third order. */
    public boolean curved() {
      return compareTo(LEAD_VJP) > 0;
    }
  }

  private static final double[] ONE = {1};

  private final Model model;
  private final int id;
  private final boolean traced;
  private final Frames frames;
  private final Scratch scratch;

  /** Reused at each call, so that calls allocate nothing. */
  private final double[][] one = new double[1][];

  private final double[][] two = new double[2][];
  private final double[][] more = new double[4][];

  private BoundCallback(Model model, int id, boolean traced, Frames frames, Scratch scratch) {
    this.model = model;
    this.id = id;
    this.traced = traced;
    this.frames = frames;
    this.scratch = scratch;
  }

  /** The callback over stretches of arrays, which it does not copy. */
  public static BoundCallback of(
      Model model,
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
    Frames frames =
        Frames.of(
            active,
            activeOffset,
            activeLength,
            passive,
            passiveOffset,
            passiveLength,
            ints,
            intsOffset,
            intsLength);
    return new BoundCallback(model, id, traced, frames, scratch);
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
    one[0] = out;
    model.callback(id, Method.VALUE, lead, frames, one, null, 0, scratch);
  }

  @Override
  public void vjp(
      double[] lead, double[] dOut, double[] dLead, double @Nullable [] dActive, int activeOffset) {
    two[0] = dOut;
    two[1] = dLead;
    Method method = wants(dActive) ? Method.VJP : Method.LEAD_VJP;
    model.callback(id, method, lead, frames, two, dActive, activeOffset, scratch);
  }

  @Override
  public void hessianProduct(
      double[] lead, double[] u, double[] out, double @Nullable [] dActive, int activeOffset) {
    more[0] = u;
    more[1] = ONE;
    more[2] = out;
    Method method = wants(dActive) ? Method.HESSIAN : Method.LEAD_HESSIAN;
    model.callback(id, method, lead, frames, more, dActive, activeOffset, scratch);
  }

  @Override
  public void thirdProduct(
      double[] lead,
      double[] u,
      double[] v,
      double[] dLead,
      double @Nullable [] dActive,
      int activeOffset) {
    more[0] = u;
    more[1] = v;
    more[2] = ONE;
    more[3] = dLead;
    Method method = wants(dActive) ? Method.THIRD : Method.LEAD_THIRD;
    model.callback(id, method, lead, frames, more, dActive, activeOffset, scratch);
  }

  private boolean wants(double @Nullable [] dActive) {
    return dActive != null && frames.activeLength() > 0;
  }
}
