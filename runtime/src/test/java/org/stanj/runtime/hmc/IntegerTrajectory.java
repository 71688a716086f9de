package org.stanj.runtime.hmc;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** A trajectory over the integers: each state is followed by the next number. */
final class IntegerTrajectory implements Trajectory {
  /** Whether the states from {@code low} to {@code high} turn back. */
  interface Turning {
    boolean at(int low, int high);
  }

  private record Tree(int first, int last, int proposal) {
    Tree proposing(int state) {
      return new Tree(first, last, state);
    }
  }

  private final int origin;
  private final IntToDoubleFunction logWeight;
  private final Turning turning;
  private final Map<Integer, Tree> slots = new HashMap<>();
  private int low;
  private int high;

  IntegerTrajectory(int origin, IntToDoubleFunction logWeight, Turning turning) {
    this.origin = origin;
    this.logWeight = logWeight;
    this.turning = turning;
  }

  int proposal() {
    return slots.get(0).proposal();
  }

  int low() {
    return low;
  }

  int high() {
    return high;
  }

  @Override
  public void start(int slot) {
    low = origin;
    high = origin;
    slots.put(slot, new Tree(origin, origin, origin));
  }

  @Override
  public double step(int direction, int slot) {
    int state = direction > 0 ? ++high : --low;
    slots.put(slot, new Tree(state, state, state));
    return logWeight.applyAsDouble(state) - logWeight.applyAsDouble(origin);
  }

  @Override
  public boolean turns(int first, int second) {
    Tree a = slots.get(first);
    Tree b = slots.get(second);
    if (Math.abs(a.last() - b.first()) != 1) {
      throw new AssertionError("not neighbours: " + a + ", " + b);
    }
    return turning.at(Math.min(a.first(), b.last()), Math.max(a.first(), b.last()));
  }

  @Override
  public void join(int first, int second) {
    Tree a = slots.get(first);
    slots.put(first, new Tree(a.first(), slots.get(second).last(), a.proposal()));
  }

  @Override
  public void propose(int from, int to) {
    slots.put(to, slots.get(to).proposing(slots.get(from).proposal()));
  }

  @Override
  public void flip(int slot) {
    Tree tree = slots.get(slot);
    slots.put(slot, new Tree(tree.last(), tree.first(), tree.proposal()));
  }
}
