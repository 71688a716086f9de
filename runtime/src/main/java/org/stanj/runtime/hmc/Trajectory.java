package org.stanj.runtime.hmc;

/**
 * A trajectory as {@link NutsTree} sees it: states are reached one by one at either end, and trees
 * of consecutive states are kept in numbered slots. A tree has a first and a last state, in the
 * order in which it was extended, what the turn criterion needs of it, and one proposed state.
 */
interface Trajectory {
  /** Makes the starting point a tree of one state in the slot; both ends of the trajectory. */
  void start(int slot);

  /**
   * Extends the trajectory by one state, which becomes a tree in the slot.
   *
   * @param direction +1 forward or −1 backward in time
   * @return log weight of the state relative to the start: H₀ − H; −∞ where the density is zero
   */
  double step(int direction, int slot);

  /**
   * Whether the tree made of {@code first} followed by {@code second} turns back: as a whole, or
   * {@code first} with the neighbouring state of {@code second}, or the other way round.
   */
  boolean turns(int first, int second);

  /** Appends {@code second}'s states to {@code first}, whose proposed state stays. */
  void join(int first, int second);

  /** {@code from}'s proposed state becomes that of {@code to}; {@code from} is not used again. */
  void propose(int from, int to);

  /** Reverses the order of the tree's states. */
  void flip(int slot);
}
