package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.stanj.stdlib.abi.RejectException;

/** Writes a {@link StepTrace} while the steps are taken. */
final class StepRecorder {
  private static final int FIRST_STEPS = 8;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final int n;
  private final int fullSteps;
  private double[] data;
  private int steps;
  private int top;

  /**
   * A trace without steps.
   *
   * @param n number of states
   */
  StepRecorder(int outputs, int n) {
    this.n = n;
    fullSteps = StepTrace.fullSteps(n);
    data = new double[outputs + FIRST_STEPS * StepTrace.full(n)];
    top = outputs;
  }

  private boolean keepsStages() {
    return steps < fullSteps;
  }

  /** The storage, with room for the next step and its stages, until the step is accepted. */
  double[] room() {
    long need = (long) top + StepTrace.full(n) + StepTrace.brief(n);
    if (need > LARGEST) {
      throw RejectException.domain("The solution has too many steps for its gradient.");
    }
    if (need > data.length) {
      data = Arrays.copyOf(data, (int) Math.min(LARGEST, Math.max(need, 2L * data.length)));
    }
    return data;
  }

  /** Where the first stage of the next step goes. */
  int states() {
    return top + StepTrace.HEAD;
  }

  /** The step for which there was room becomes part of the trace; y is its initial state. */
  void accept(double t, double h, double[] y) {
    data[top] = t;
    data[top + 1] = h;
    System.arraycopy(y, 0, data, top + StepTrace.HEAD, n);
    top += keepsStages() ? StepTrace.full(n) : StepTrace.brief(n);
    steps++;
  }

  /** An output time is reached. */
  void output(int k) {
    data[k] = steps;
  }

  /** The finished trace. */
  double[] end(double t, double[] y, int at) {
    room();
    data[top] = t;
    data[top + 1] = 0;
    System.arraycopy(y, at, data, top + StepTrace.HEAD, n);
    return Arrays.copyOf(data, top + StepTrace.brief(n));
  }
}
