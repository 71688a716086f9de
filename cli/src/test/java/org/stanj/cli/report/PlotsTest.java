package org.stanj.cli.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.diagnostics.Convergence;

/** What the plots show. */
final class PlotsTest {
  private static double[][] normal(int chains, int draws) {
    Random random = new Random(4);
    double[][] all = new double[chains][draws];
    for (double[] chain : all) {
      Arrays.setAll(chain, i -> random.nextGaussian());
    }
    return all;
  }

  @Test
  void aDensityIsThatOfTheDraws() {
    Density density = Density.of(normal(2, 20_000));
    double[] places = density.places();
    for (double[] heights : density.heights()) {
      double area = 0;
      for (int i = 1; i < places.length; i++) {
        area += (heights[i] + heights[i - 1]) / 2 * (places[i] - places[i - 1]);
      }
      assertEquals(1, area, 0.01);
      for (int i = 0; i < places.length; i++) {
        double exact = Math.exp(-places[i] * places[i] / 2) / Math.sqrt(2 * Math.PI);
        assertEquals(exact, heights[i], 0.03);
      }
    }
  }

  /** Without reflection half of the mass near the end would be lost. */
  @Test
  void aDensityKeepsItsHeightAtABound() {
    Random random = new Random(2);
    double[] draws = random.doubles(20_000).map(u -> -Math.log(1 - u)).toArray();
    Density density = Density.of(new double[][] {draws});
    assertEquals(1, density.heights()[0][0], 0.12);
  }

  @Test
  void wholeNumbersHaveShares() {
    Density density = Density.of(new double[][] {{1, 2, 2, 4}, {4, 4, 4, 4}});
    assertTrue(density.whole());
    assertArrayEquals(new double[] {1, 2, 3, 4}, density.places());
    assertArrayEquals(new double[] {0.25, 0.5, 0, 0.25}, density.heights()[0]);
    assertArrayEquals(new double[] {0, 0, 0, 1}, density.heights()[1]);
  }

  @Test
  void farTailsDoNotHideTheBulk() {
    double[] draws = normal(1, 1000)[0];
    draws[0] = 1e12;
    Density density = Density.of(new double[][] {draws});
    assertTrue(density.places()[density.places().length - 1] < 20);
  }

  @Test
  void ranksFillTheirBins() {
    double[][] draws = new double[2][100];
    Arrays.setAll(draws[0], i -> i);
    Arrays.setAll(draws[1], i -> 100 + i);
    int[][] counts = RankBins.of(draws);
    for (int b = 0; b < RankBins.BINS; b++) {
      assertEquals(b < 10 ? 10 : 0, counts[0][b]);
      assertEquals(b < 10 ? 0 : 10, counts[1][b]);
    }
    int[][] equal = RankBins.of(new double[][] {new double[40], new double[40]});
    assertEquals(40, equal[0][RankBins.BINS / 2 - 1] + equal[0][RankBins.BINS / 2]);
  }

  @Test
  void growthEndsWithTheWhole() {
    double[][] draws = normal(4, 500);
    EssGrowth growth = EssGrowth.of(draws);
    int last = growth.draws().length - 1;
    assertEquals(2000, growth.draws()[last]);
    assertEquals(Convergence.essBulk(draws), growth.bulk()[last]);
    assertEquals(Convergence.essTail(draws), growth.tail()[last]);
    assertEquals(1, EssGrowth.of(normal(2, 5)).draws().length);
  }

  @Test
  void divergentDrawsAreKept() {
    boolean[][] divergent = new boolean[2][10];
    divergent[0][5] = true;
    divergent[1][6] = true;
    Thinning thinning = Thinning.of(10, 2, 2, divergent);
    assertArrayEquals(new int[] {0, 5}, thinning.iterations());
    assertEquals(List.of(new Thinning.Draw(1, 6)), thinning.others());
    assertEquals(List.of(1, 4), thinning.divergent());
    double[][] draws = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {10, 11, 12, 13, 14, 15, 16, 17, 18, 19}};
    assertArrayEquals(new double[] {0, 5, 10, 15, 16}, thinning.values(draws));
  }

  @Test
  void manyDivergentDrawsAreThinnedToo() {
    boolean[][] divergent = new boolean[4][10_000];
    for (boolean[] chain : divergent) {
      Arrays.fill(chain, true);
    }
    Thinning thinning = Thinning.of(10_000, 4, 100, divergent);
    assertTrue(thinning.others().size() <= 400);
    assertEquals(400 + thinning.others().size(), thinning.divergent().size());
  }
}
