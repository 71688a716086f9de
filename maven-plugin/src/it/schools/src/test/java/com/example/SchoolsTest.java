package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.Posterior;

final class SchoolsTest {
  private static final double[] Y = {28, 8, -3, 7, -1, 1, 18, 12};
  private static final double[] SIGMA = {15, 10, 16, 11, 9, 11, 10, 18};

  @Test
  void drawsAreTyped() {
    // [typed]
    Posterior posterior = new EightSchools.Data(8, Y, SIGMA).bind();
    List<EightSchools.Draw> draws =
        EightSchools.draws(posterior.sampling().samples(250).seed(1).run()).toList();
    double tau = draws.get(999).tau();
    double[] theta = draws.get(999).theta();
    // [end]
    assertEquals(1000, draws.size());
    assertEquals(8, theta.length);
    assertTrue(tau > 0);
    double mean = draws.stream().mapToDouble(EightSchools.Draw::mu).average().orElseThrow();
    assertEquals(4.5, mean, 1.0);
    for (EightSchools.Draw draw : draws) {
      assertTrue(draw.tau() > 0);
      for (int j = 0; j < 8; j++) {
        assertEquals(draw.theta()[j], draw.mu() + draw.tau() * draw.eta()[j], 1e-12);
        assertEquals(draw.theta()[j] > 0 ? 1 : 0, draw.above()[j]);
      }
    }
  }

  @Test
  void compilerIsNotOnTheClassPath() {
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("org.stanj.compiler.StanCompiler"));
  }
}
