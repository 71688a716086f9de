package org.stanj.stdlib.abi;

import org.jspecify.annotations.Nullable;

/** A function of a bound model with its arguments in frames. */
public final class BoundCallback implements Callback {
  /** The functions of a model that solvers call. */
  public interface Model {
    /**
     * Runs a method of a callback; what it takes is said at the constants of {@link Method}.
     *
     * @param callback id in the program
     * @param active frame for the adjoint of the active arguments, added to from {@code
     *     activeOffset}
     */
    void callback(
        int callback,
        Method method,
        double[] lead,
        Frames frames,
        double[] first,
        double[] second,
        double @Nullable [] active,
        int activeOffset,
        Scratch scratch);
  }

  /** Methods of a callback; the order is that of the compiler's. */
  public enum Method {
    /** Sets {@code first} to the value. */
    VALUE,
    /** Of the adjoint {@code first}: added to {@code second} for the leading arguments, and to {@code active}. */
    VJP,
    /** The same without {@code active}. */
    LEAD_VJP
  }

  private static final double[] NONE = {};

  private final Model model;
  private final int id;
  private final boolean traced;
  private final Frames frames;
  private final Scratch scratch;

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
    model.callback(id, Method.VALUE, lead, frames, out, NONE, null, 0, scratch);
  }

  @Override
  public void vjp(
      double[] lead,
      double[] dOut,
      double[] dLead,
      double @Nullable [] dActive,
      int activeOffset) {
    boolean all = dActive != null && frames.activeLength() > 0;
    Method method = all ? Method.VJP : Method.LEAD_VJP;
    model.callback(id, method, lead, frames, dOut, dLead, dActive, activeOffset, scratch);
  }
}
