package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.Callback;

/**
 * An initial value problem dy/dt = f(t, y), y(t₀) = y₀ with the times of its outputs.
 *
 * @param times t₀ at {@code timesAt}, then the output times, which do not decrease
 * @param outputs number of output times
 */
record Problem(Callback f, double[] y0, int y0At, int n, double[] times, int timesAt, int outputs) {
  double initialTime() {
    return times[timesAt];
  }

  /** The output time with the number {@code k}, from 0 on. */
  double time(int k) {
    return times[timesAt + 1 + k];
  }

  /** The last time, at which the integration ends. */
  double lastTime() {
    return times[timesAt + outputs];
  }

  /** The number of outputs that need no step. */
  int initialOutputs() {
    int k = 0;
    while (k < outputs && time(k) - initialTime() <= StepControl.SAME_TIME) {
      k++;
    }
    return k;
  }

  /** Sets the outputs that need no step to y₀; returns their number. */
  int answerInitial(double[] out, int outAt) {
    int first = initialOutputs();
    for (int k = 0; k < first; k++) {
      System.arraycopy(y0, y0At, out, outAt + k * n, n);
    }
    return first;
  }
}
