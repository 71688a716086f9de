package org.stanj.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Which draws are drawn: the same iterations of each chain at equal distances, and besides them
 * draws of divergent transitions.
 *
 * @param iterations from 0, ascending
 * @param others draws of divergent transitions that are at none of these iterations
 * @param divergent places of all divergent draws in the order in which {@link #values} has them
 */
record Thinning(int[] iterations, List<Draw> others, List<Integer> divergent) {
  private static final int MOST_OTHERS = 400;

  /** One draw. */
  record Draw(int chain, int iteration) {}

  /**
   * Chooses draws.
   *
   * @param draws of each chain
   * @param most iterations to keep
   */
  static Thinning of(int draws, int chains, int most, boolean[][] divergent) {
    int count = Math.min(draws, most);
    int[] iterations = new int[count];
    boolean[] kept = new boolean[draws];
    for (int i = 0; i < count; i++) {
      iterations[i] = (int) ((long) i * draws / count);
      kept[iterations[i]] = true;
    }
    List<Integer> places = new ArrayList<>();
    List<Draw> rest = new ArrayList<>();
    for (int c = 0; c < divergent.length; c++) {
      for (int i = 0; i < count; i++) {
        if (divergent[c][iterations[i]]) {
          places.add(c * count + i);
        }
      }
      for (int i = 0; i < draws; i++) {
        if (divergent[c][i] && !kept[i]) {
          rest.add(new Draw(c, i));
        }
      }
    }
    List<Draw> others = new ArrayList<>();
    int step = rest.size() / MOST_OTHERS + 1;
    for (int i = 0; i < rest.size(); i += step) {
      places.add(chains * count + others.size());
      others.add(rest.get(i));
    }
    return new Thinning(iterations, others, places);
  }

  /** The chosen draws: chain by chain, then the others. */
  double[] values(double[][] chains) {
    double[] values = new double[chains.length * iterations.length + others.size()];
    int at = 0;
    for (double[] chain : chains) {
      for (int i : iterations) {
        values[at++] = chain[i];
      }
    }
    for (Draw other : others) {
      values[at++] = chains[other.chain()][other.iteration()];
    }
    return values;
  }
}
