package org.stanj.stdlib.scalar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Quantiles of the normal distribution against 60 digits of mpmath. */
class NormalQuantileTest {
  private static final double ULPS = 4;

  /** Probabilities, each with its quantile. */
  private static final double[] PROBABILITIES = {
    5e-324, -0x1.33bd3f27fcd03p+5,
    1e-310, -0x1.2d4df29347fc2p+5,
    1e-300, -0x1.286074064c26ep+5,
    3e-200, -0x1.e2b535fabe72bp+4,
    1e-100, -0x1.546010d755221p+4,
    1e-40, -0x1.a9f311603cc12p+3,
    1e-20, -0x1.2865170b43a4cp+3,
    2e-11, -0x1.a6a9350dc279cp+2,
    1.3e-11, -0x1.aaba256709820p+2,
    1e-08, -0x1.672b074435e3dp+2,
    1e-05, -0x1.10f3f8843a3d9p+2,
    0.001, -0x1.8b8cbb7204471p+1,
    0.02, -0x1.06e13e8aadfdcp+1,
    0.0749, -0x1.70b374817af52p+0,
    0.075, -0x1.7085226d3e524p+0,
    0.0751, -0x1.7056dc6686c9bp+0,
    0.1, -0x1.4813c36e26d32p+0,
    0.25, -0x1.5956b87528a49p-1,
    0.4, -0x1.036d6c4a04b59p-2,
    0.49, -0x1.9aba9f4786911p-6,
    0.4999999, -0x1.0d25ac61904eep-22,
    0.5000001, 0x1.0d25ac5f0e9c8p-22,
    0.6, 0x1.036d6c4a04b59p-2,
    0.8, 0x1.aee8fa73a1335p-1,
    0.925, 0x1.7085226d3e525p+0,
    0.9251, 0x1.70b374817af53p+0,
    0.95, 0x1.a515209676abbp+0,
    0.99, 0x1.29c5c4630ff0ep+1,
    0.9999, 0x1.dc08bb712897ap+1,
    0.999999999, 0x1.7fdc11f93a210p+2,
    0.9999999999999999, 0x1.06b48528cea52p+3,
  };

  /** Logarithms of probabilities, each with its quantile. */
  private static final double[] LOGARITHMS = {
    -1000000000000.0, -0x1.594458ff6fbfap+20,
    -100000.0, -0x1.bf32a928fd59bp+8,
    -750.0, -0x1.34e48121abfa7p+5,
    -700.0, -0x1.2a5c52b5df7dap+5,
    -30.0, -0x1.d6e4035a54eeap+2,
    -25.0, -0x1.aa1b1c13ee526p+2,
    -10.0, -0x1.f4fc30beb17d2p+1,
    -2.6, -0x1.71d6b23f1121ep+0,
    -2.5, -0x1.64248e92491a4p+0,
    -1.0, -0x1.5993097258197p-2,
    -0.7, -0x1.187a1c4a917f8p-7,
    -0.69, 0x1.02e890c290422p-8,
    -0.5, 0x1.14c662064b33fp-2,
    -0.1, 0x1.4f431cb2ef07fp+0,
    -0.001, 0x1.8b9198fdff6b0p+1,
    -1e-09, 0x1.7fdc11f461adap+2,
    -1e-200, 0x1.e34a1d1f58ae2p+4,
  };

  private static void check(double[] cases, DoubleUnaryOperator f) {
    for (int i = 0; i < cases.length; i += 2) {
      double expected = cases[i + 1];
      assertEquals(
          expected, f.applyAsDouble(cases[i]), ULPS * Math.ulp(expected), "at " + cases[i]);
    }
  }

  @Test
  void quantilesOfProbabilities() {
    check(PROBABILITIES, NormalQuantile::invPhi);
  }

  @Test
  void quantilesOfLogarithms() {
    check(LOGARITHMS, NormalQuantile::ofLog);
  }

  @Test
  void ends() {
    assertEquals(Double.NEGATIVE_INFINITY, NormalQuantile.invPhi(0));
    assertEquals(Double.POSITIVE_INFINITY, NormalQuantile.invPhi(1));
    assertEquals(Double.NEGATIVE_INFINITY, NormalQuantile.ofLog(Double.NEGATIVE_INFINITY));
    assertEquals(Double.POSITIVE_INFINITY, NormalQuantile.ofLog(0));
    assertEquals(0, NormalQuantile.invPhi(0.5));
  }

  @Test
  void piecesMeet() {
    for (double p : new double[] {0.075, 0.925, Math.exp(-25)}) {
      double below = NormalQuantile.invPhi(Math.nextDown(p));
      double above = NormalQuantile.invPhi(Math.nextUp(p));
      assertEquals(below, above, 8 * Math.ulp(above), "at " + p);
    }
  }
}
