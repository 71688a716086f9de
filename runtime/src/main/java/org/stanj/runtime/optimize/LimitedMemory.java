package org.stanj.runtime.optimize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** L-BFGS: H as the last few steps, Nocedal &amp; Wright algorithm 7.4. */
final class LimitedMemory implements Curvature {
  private final int history;
  private final Deque<Pair> pairs = new ArrayDeque<>();

  private record Pair(double[] step, double[] change, double rho) {}

  /**
   * @param history number of steps to remember
   */
  LimitedMemory(int history) {
    this.history = history;
  }

  @Override
  public void reset() {
    pairs.clear();
  }

  @Override
  public void update(double[] step, double[] change) {
    if (!Curvature.isUsable(step, change)) {
      return;
    }
    if (pairs.size() == history) {
      pairs.removeFirst();
    }
    pairs.addLast(new Pair(step, change, 1 / Vectors.dot(step, change)));
  }

  @Override
  public double[] times(double[] vector) {
    double[] q = vector.clone();
    double[] alpha = new double[pairs.size()];
    int i = pairs.size();
    for (Iterator<Pair> newestFirst = pairs.descendingIterator(); newestFirst.hasNext(); ) {
      Pair pair = newestFirst.next();
      alpha[--i] = pair.rho * Vectors.dot(pair.step, q);
      Vectors.add(-alpha[i], pair.change, q);
    }
    scale(q);
    for (Pair pair : pairs) {
      double beta = pair.rho * Vectors.dot(pair.change, q);
      Vectors.add(alpha[i++] - beta, pair.step, q);
    }
    return q;
  }

  /** The starting matrix of equation 7.20: γI with γ = sᵀy / yᵀy of the newest step. */
  private void scale(double[] q) {
    if (pairs.isEmpty()) {
      return;
    }
    Pair newest = pairs.getLast();
    double gamma = 1 / (newest.rho * Vectors.dot(newest.change, newest.change));
    for (int i = 0; i < q.length; i++) {
      q[i] *= gamma;
    }
  }
}
