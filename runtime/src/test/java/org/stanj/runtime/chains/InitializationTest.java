package org.stanj.runtime.chains;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;

/** Where chains start, and what is said if they cannot. */
final class InitializationTest {
  private final Recording recording = new Recording();

  private Optional<double[]> find(Model model, Inits inits, int id) {
    return new Initialization(model, 3, recording.spec(id, inits)).find();
  }

  /** Two parameters, the second positive; the density is what is asked for. */
  private static Model model(double value, double slope) {
    return new HandWritten(false, true) {
      @Override
      double density(double[] x, double[] derivatives) {
        derivatives[0] = slope;
        return value;
      }
    };
  }

  @Test
  void randomWithinTheRadius() {
    double largest = 0;
    for (int id = 1; id <= 200; id++) {
      for (double q : find(model(0, 0), Inits.uniform(0.5), id).orElseThrow()) {
        assertTrue(Math.abs(q) < 0.5);
        largest = Math.max(largest, Math.abs(q));
      }
    }
    assertTrue(largest > 0.49, "largest " + largest);
  }

  @Test
  void radiusZeroIsTheOrigin() {
    assertArrayEquals(new double[2], find(model(0, 0), Inits.uniform(0), 1).orElseThrow());
  }

  @Test
  void givenValuesAreUnconstrainedAndTheRestRandom() {
    double[] q = find(model(0, 0), new Inits(Given.of("x2", 5), 2), 1).orElseThrow();
    assertEquals(Math.log(5), q[1]);
    assertEquals(find(model(0, 0), Inits.DEFAULT, 1).orElseThrow()[0], q[0]);
  }

  @Test
  void zeroDensityIsTriedAHundredTimes() {
    assertTrue(find(model(Double.NEGATIVE_INFINITY, 0), Inits.DEFAULT, 1).isEmpty());
    assertEquals(301, recording.info.size());
    assertEquals(
        List.of(
            "Rejecting initial value:",
            "  Log probability evaluates to log(0), i.e. negative infinity.",
            "  Stan can't start sampling from this initial value."),
        recording.info.subList(297, 300));
    assertEquals(
        List.of(
            "Initialization between (-2, 2) failed after 100 attempts. ",
            " Try specifying initial values, reducing ranges of constrained values, or"
                + " reparameterizing the model.",
            "Initialization failed."),
        recording.errors);
  }

  @Test
  void infiniteGradientIsRejected() {
    assertTrue(find(model(0, Double.NaN), Inits.uniform(0), 1).isEmpty());
    assertEquals("  Gradient evaluated at the initial value is not finite.", recording.info.get(1));
    assertEquals(4, recording.info.size());
    assertEquals("Initial values of 0 failed to initialize.", recording.errors.get(0));
  }

  @Test
  void givenValueOutOfBoundsIsTriedWithOtherValuesOfTheRest() {
    assertTrue(find(model(0, 0), new Inits(Given.of("x2", -1), 2), 1).isEmpty());
    assertEquals(301, recording.info.size());
    assertEquals(
        "Partial user-specified initialization failed. Initialization of non user specified"
            + " parameters between (-2, 2) failed after 100 attempts. ",
        recording.errors.get(0));
  }

  @Test
  void givenValueOutOfBoundsIsTriedOnce() {
    Inits inits = new Inits(new Given(Map.of("x1", 0.0, "x2", -1.0)), 2);
    assertTrue(find(model(0, 0), inits, 1).isEmpty());
    assertEquals(
        List.of(
            "Rejecting initial value:",
            "  Error evaluating the log probability at the initial value.",
            "Exception: x2 is -1.0, but must be positive!",
            ""),
        recording.info);
    assertEquals("User-specified initialization failed.", recording.errors.get(0));
  }

  @Test
  void anotherErrorThanOfDomainIsNotTriedAgain() {
    Model model =
        new HandWritten(false) {
          @Override
          double density(double[] x, double[] derivatives) {
            throw RejectException.size("sizes differ");
          }
        };
    assertTrue(find(model, Inits.DEFAULT, 1).isEmpty());
    assertEquals(List.of(), recording.info);
    assertEquals(
        List.of(
            "Unrecoverable error evaluating the log probability at the initial value.",
            "Exception: sizes differ"),
        recording.errors);
  }

  @Test
  void rejectedPointsAreDrawnAgain() {
    Model model =
        new HandWritten(false) {
          @Override
          double density(double[] x, double[] derivatives) {
            if (x[0] < 1) {
              throw RejectException.domain("too small");
            }
            return 0;
          }
        };
    for (int id = 1; id < 20; id++) {
      assertTrue(find(model, Inits.DEFAULT, id).orElseThrow()[0] >= 1);
    }
  }

  /** If one chain cannot start, none runs. */
  @Test
  void failureOfOneChainStopsTheOthers() {
    Recording other = new Recording();
    Inits bad = new Inits(new Given(Map.of("x1", 0.0, "x2", -1.0)), 2);
    List<ChainSpec> specs = List.of(other.spec(1), recording.spec(2, bad));
    assertEquals(false, Chains.run(model(0, 0), SampleSettings.DEFAULT, 1, specs, 2));
    assertEquals(0, other.progress.size());
  }
}
