package org.stanj.stdlib.solver;

/**
 * The accepted steps of an explicit six-stage method, for its adjoint.
 *
 * <p>Layout: for each output the number of steps before it; for each step its initial time, its
 * size, and the states of its stages one after the other, the first of which is the initial state;
 * at last the final time, a zero, and the final state. Stages are kept for the first {@link
 * #FULL_REALS} reals only: a longer integration keeps the initial states of the rest, and the
 * adjoint computes their stages anew, so that a million steps of a stiff system cost little memory.
 * Where it fits, keeping is faster: by 7 % of value and gradient for the two states of predator and
 * prey, whose slope costs next to nothing.
 *
 * @param at where it begins in {@code data}
 * @param n number of states
 */
record StepTrace(double[] data, int at, int outputs, int n) {
  /** No trace. */
  static final double[] NONE = {};

  static final int STAGES = 6;

  /** Time and size, before the states. */
  static final int HEAD = 2;

  /** 8 MB: what stays in the cache of most machines, or near it. */
  private static final int FULL_REALS = 1 << 20;

  /** Length of a step with its stages. */
  static int full(int n) {
    return HEAD + STAGES * n;
  }

  /** Length of a step with its initial state only. */
  static int brief(int n) {
    return HEAD + n;
  }

  /** How many steps keep their stages. */
  static int fullSteps(int n) {
    return Math.max(1, FULL_REALS / full(n));
  }

  /** The number of steps before an output. */
  int before(int output) {
    return (int) data[at + output];
  }

  /** The number of steps. */
  int count() {
    return outputs == 0 ? 0 : before(outputs - 1);
  }

  private int position(int step) {
    int full = Math.min(step, fullSteps(n));
    return at + outputs + full * full(n) + (step - full) * brief(n);
  }

  /** When a step begins; for the number after the last one, when it ends. */
  double time(int step) {
    return data[position(step)];
  }

  /** The size of a step. */
  double size(int step) {
    return data[position(step) + 1];
  }

  /** Where the states of a step begin, the initial one first. */
  int states(int step) {
    return position(step) + HEAD;
  }

  /** Whether the stages of a step are there. */
  boolean hasStages(int step) {
    return step < fullSteps(n);
  }

  /** Room for the stages of a step that does not have them; empty where all have. */
  double[] roomForStages() {
    return new double[hasStages(count() - 1) ? 0 : STAGES * n];
  }
}
