package org.stanj.stdlib.lanes;

import org.stanj.stdlib.simd.Rehearsal;
import org.stanj.stdlib.simd.ScalarWork;
import org.stanj.stdlib.simd.VectorModule;

/**
 * Whether a function over blocks runs in vectors: it does once a rehearsal has found them faster.
 *
 * <p>Neither changes a bit of the results, so that threads may share a switch without agreeing on
 * what it says.
 */
final class FunctionSwitch implements Rehearsal.Piece {
  /** A function of one argument, as in {@link Blocks}. */
  interface Function {
    void apply(double[] x, int atX, int length, double[] y, int atY, int results);
  }

  /** What the scalar form takes for an element, about. */
  private static final double NANOS = 8;

  private static final double PRICE = 300e6;
  private static final int SAMPLES = 64;
  private static final Thread NOBODY = new Thread();

  private final Function function;
  private final double low;
  private final double high;
  private final ScalarWork work = new ScalarWork(PRICE);
  private boolean on;
  private boolean asked;

  /** The thread of the rehearsal, which alone reads what follows. */
  private Thread rehearsing = NOBODY;

  private boolean vectors;
  private double[] x = {};
  private double[] y = {};

  /**
   * @param function asks this switch
   * @param low least argument of the rehearsal
   * @param high largest one
   */
  FunctionSwitch(Function function, double low, double high) {
    this.function = function;
    this.low = low;
    this.high = high;
  }

  /** Whether so many elements are done in vectors. */
  boolean isOn(int elements) {
    return on || (LaneSwitch.forced() == LaneSwitch.Choice.MEASURED ? isNow(elements) : isForced());
  }

  private static boolean isForced() {
    return LaneSwitch.forced() == LaneSwitch.Choice.VECTORS && VectorModule.available();
  }

  private boolean isNow(int elements) {
    if (Thread.currentThread() == rehearsing) {
      return vectors;
    }
    if (!asked && work.add(NANOS * elements)) {
      asked = true;
      Rehearsal.ask(this);
    }
    return false;
  }

  @Override
  public void run(boolean inVectors) {
    if (x.length == 0) {
      begin();
    }
    vectors = inVectors;
    function.apply(x, 0, SAMPLES, y, 0, SAMPLES);
  }

  private void begin() {
    rehearsing = Thread.currentThread();
    x = new double[SAMPLES];
    y = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      x[i] = low + (high - low) * i / SAMPLES;
    }
  }

  @Override
  public void ready() {
    on = true;
  }
}
